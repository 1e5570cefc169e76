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
        /// Answered, but the text is not public: not yet, or since its sender did not agree to that.
        case unpublished
        case nilReturn = "nil_return"
        case withdrawn
        case none
    }

    /// - Parameters:
    ///   - invitees: names as they stand on the invitation: "Stadt Neuenfeld"
    ///   - statements: the public statements of the consultation
    ///   - unpublished: who has handed in something that is not public
    public init(invitees: [String], statements: [Statement], unpublished: [StatementParty] = []) {
        var silent = unpublished
        var others = statements
        invitations = invitees.map { name in
            guard let index = others.firstIndex(where: { Self.isSender(of: $0, name) }) else {
                guard let index = silent.firstIndex(where: { $0.isMeant(by: name) }) else {
                    return Invitation(name: name, response: .none, statement: nil)
                }
                silent.remove(at: index)
                return Invitation(name: name, response: .unpublished, statement: nil)
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
