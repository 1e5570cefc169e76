// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A way in that was mailed to somebody of an invited body, for whom making an account would be too much. It opens one
/// consultation for one body, until its time is over.
public struct StatementAccess: Equatable, Sendable {
    public let id: String
    public let consultationID: String
    public let party: StatementParty
    public let email: EmailAddress
    let language: String
    let actor: String
    public let createdAt: Moment
    public let expiresAt: Moment
    let isEnded: Bool

    /// Days after the last day in which what was handed in can still be read.
    static let daysToRead: Int64 = 30

    public func mayUse(for rules: ConsultationRules, at now: Moment) -> Permission {
        guard consultationID == rules.id else { return .refused("access-for-another-consultation") }
        return isEnded || expiresAt <= now ? .refused("access-expired") : .allowed
    }

    public var writer: StatementWriter {
        StatementWriter(party: party, person: nil, actor: actor, recipient: email, language: language)
    }
}

/// Staff mail a way in to somebody of an invited body.
public struct InviteToConsultation: Sendable {
    private let number: Int64
    private let programme: String
    private let name: String?
    private let email: String?
    private let language: String

    public enum Field {
        public static let name = "stelle"
        public static let email = "email"
    }

    /// - Parameters:
    ///   - name: a name of the list of invitations
    ///   - language: `de` or `en`, for this mail and those that follow
    public init(_ number: Int64, in programme: String, name: String?, email: String?, language: String) {
        self.number = number
        self.programme = programme
        self.name = name
        self.email = email
        self.language = language
    }

    /// - Parameter compose: writes the mail with the key that opens the way in
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection,
        compose: (ConsultationRules, Secret) throws -> Letter
    ) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        try visitor.mayRun(rules).check()
        guard [.planned, .open].contains(rules.state) else { throw Refusal("consultation-is-over") }
        let (party, address) = try validated(rules, in: db)
        let secret = Secret.make()
        try StatementAccess.insert(
            rules, party, address, language: language, secret: secret, until: Self.end(rules, at: now), at: now, in: db)
        try PostMail(
            to: address, try compose(rules, secret), cause: "consultation_invitation", language: language,
            programme: programme, isSecret: true
        ).run(at: now, in: db)
    }

    private func validated(
        _ rules: ConsultationRules, in db: Connection
    ) throws -> (StatementParty, EmailAddress) {
        var check = FormCheck()
        let address = email.flatMap(EmailAddress.init)
        if address == nil { check.add(Field.email, email == nil ? "email-missing" : "email-invalid") }
        let isKnown = name.map(rules.invited.contains) ?? false
        let party = isKnown ? try name.flatMap { try StatementParty.find(named: $0, in: programme, db) } : nil
        if party == nil { check.add(Field.name, "unknown-choice") }
        try check.finish()
        guard let party, let address else { throw InvalidForm([]) }
        return (party, address)
    }

    private static func end(_ rules: ConsultationRules, at now: Moment) -> Moment {
        let days = rules.lastDay.map { Int64(max(0, $0.lastDay - now.day.firstDay)) } ?? 365
        return now.later(bySeconds: (days + StatementAccess.daysToRead) * 24 * 60 * 60)
    }
}
