// SPDX-License-Identifier: EUPL-1.2

/// Who was invited to a consultation and what came of it. A nil return (Fehlanzeige) is an answer; silence is none.
public struct Turnout: Equatable, Sendable {
    public let invitations: [Invitation]
    /// Statements of those who were not on the list.
    public let others: [Statement]

    public struct Invitation: Equatable, Sendable {
        public let name: String
        public let response: Response
        public let statement: Statement?
    }

    public enum Response: String, CaseIterable, Sendable {
        case answered
        case nilReturn = "nil_return"
        case withdrawn
        case none
    }

    /// - Parameters:
    ///   - invitees: names as they stand on the invitation: "Stadt Neuenfeld"
    ///   - statements: the public statements of the consultation
    public init(invitees: [String], statements: [Statement]) {
        var others = statements
        invitations = invitees.map { name in
            guard let index = others.firstIndex(where: { Self.isSender(of: $0, name) }) else {
                return Invitation(name: name, response: .none, statement: nil)
            }
            let statement = others.remove(at: index)
            return Invitation(name: name, response: Self.response(of: statement), statement: statement)
        }
        self.others = others
    }

    public func count(_ response: Response) -> Int {
        invitations.count { $0.response == response }
    }

    private static func response(of statement: Statement) -> Response {
        if statement.state == .withdrawn { return .withdrawn }
        return statement.kind == .nilReturn ? .nilReturn : .answered
    }

    private static func isSender(of statement: Statement, _ name: String) -> Bool {
        guard let sender = statement.sender else { return false }
        let kind: StatementParty.Kind = statement.municipalityID == nil ? .organisation : .municipality
        return StatementParty(kind, id: "", name: sender).isMeant(by: name)
    }
}
