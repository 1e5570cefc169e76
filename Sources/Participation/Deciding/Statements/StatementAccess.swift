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
    /// With which wave it went out; nil for one that was sent by itself.
    public let wave: InvitationWave?

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
    private let wave: String?

    public enum Field {
        public static let name = "stelle"
        public static let email = "email"
        public static let wave = "welle"
    }

    /// - Parameters:
    ///   - name: a name of the list of invitations
    ///   - language: `de` or `en`, for this mail and those that follow
    ///   - wave: with which wave it goes out; nil for at once
    public init(
        _ number: Int64, in programme: String, name: String?, email: String?, language: String, wave: String? = nil
    ) {
        self.number = number
        self.programme = programme
        self.name = name
        self.email = email
        self.language = language
        self.wave = wave
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
        let (party, address, wave) = try validated(rules, in: db)
        if let wave, let name {
            return try PlannedInvitation.insert(name, address, language: language, wave, in: rules, at: now, db)
        }
        try StatementAccess.send(
            rules, party, to: address, in: language, cause: "consultation_invitation", at: now, in: db
        ) { try compose(rules, $0) }
    }

    private func validated(
        _ rules: ConsultationRules, in db: Connection
    ) throws -> (StatementParty, EmailAddress, InvitationWave?) {
        var check = FormCheck()
        let address = email.flatMap(EmailAddress.init)
        if address == nil { check.add(Field.email, email == nil ? "email-missing" : "email-invalid") }
        let isKnown = name.map(rules.invited.contains) ?? false
        let party = isKnown ? try name.flatMap { try StatementParty.find(named: $0, in: programme, db) } : nil
        if party == nil { check.add(Field.name, "unknown-choice") }
        let chosen = wave.flatMap { Int64($0) }.flatMap(InvitationWave.init)
        if wave != nil, chosen == nil {
            check.add(Field.wave, "unknown-choice")
        } else if let chosen, try WaveDays.load(of: rules.id, db).days[chosen] == nil {
            check.add(Field.wave, "wave-without-day")
        }
        try check.finish()
        guard let party, let address else { throw InvalidForm([]) }
        return (party, address, chosen)
    }
}
