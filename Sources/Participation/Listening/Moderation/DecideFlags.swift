// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A moderator decides about everything that was reported of one matter, or of several at once, and both sides hear the
/// reasons. It can be taken back for some minutes.
public struct DecideFlags: Sendable {
    private let matters: [MatterSummary]
    private let form: ModerationForm
    private let programme: String
    private let ruleNames: [FlagReason: String]

    /// The field in which a form names the matters by their paths.
    public static let field = "zu"

    /// - Parameter ruleNames: what the rules are called in the programme's language; stands in place of what is hidden
    public init(
        about matters: [MatterSummary], _ form: ModerationForm, in programme: String,
        ruleNames: [FlagReason: String]
    ) {
        self.matters = matters
        self.form = form
        self.programme = programme
        self.ruleNames = ruleNames
    }

    /// What somebody else has decided meanwhile is left alone.
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: @escaping ModerationDecision.Compose
    ) throws {
        let cases = try matters.map { matter in
            (matter: matter, flags: try FiledFlag.open(about: matter.id, in: programme, db))
        }
        let isConcerned = try visitor.person.map { person in
            try cases.contains { matter, flags in
                try flags.contains { $0.person == person.id }
                    || ContributionAuthor.isAuthor(person.id, of: matter.id, in: db)
            }
        }
        let permission = visitor.mayDecide(isConcerned: isConcerned ?? false, in: programme)
        let person = try visitor.person(if: permission)
        let draft = try form.validated(among: [.hidden, .kept])
        guard !cases.isEmpty else { throw InvalidForm([.init(Self.field, "reports-missing")]) }
        let open = cases.filter { !$0.flags.isEmpty }
        guard !open.isEmpty else { throw Refusal("moderation-already-decided") }
        let round = Digest.random(bytes: 16)
        for (matter, flags) in open {
            try decide(matter, flags, draft, by: person, in: round, at: now, db, compose)
        }
    }

    private func decide(
        _ matter: MatterSummary, _ flags: [FiledFlag], _ draft: ModerationDecision.Draft, by person: Person,
        in round: String, at now: Moment, _ db: Connection, _ compose: @escaping ModerationDecision.Compose
    ) throws {
        let id = try draft.insert(
            about: matter.id, held: nil, by: person.id, in: programme, at: now, db, round: round)
        try FiledFlag.close(flags.map(\.id), by: id, in: db)
        let authors = try ContributionRecipient.authors(of: matter.id, db)
        let words = try Remark.find(matter.id, in: programme, db)?.text ?? matter.title
        let letters = DecisionLetters(draft, words, in: programme, at: now, db, compose, waitingFor: id)
        if draft.verdict == .hidden {
            try HiddenMatter.hide(
                matter, rule: draft.rule.flatMap { ruleNames[$0] }, by: person.actor ?? JournalEntry.system,
                in: programme, at: now, db)
            for author in authors { try letters.send(to: author, .author, right: id) }
        }
        // Whoever reported the same more than once reads one letter.
        var told: Set<EmailAddress> = []
        for flag in flags {
            guard let address = flag.email, told.insert(address).inserted else { continue }
            let recipient = ContributionRecipient(address: address, language: flag.language, person: flag.person)
            // Whoever was granted what they reported has nothing to object to.
            try letters.send(to: recipient, .flagger, right: draft.verdict == .kept ? id : nil)
        }
    }
}

/// Somebody who is told of a decision.
struct ContributionRecipient {
    let address: EmailAddress
    let language: String
    let person: String?

    /// Those who wrote a contribution and can be reached: people, and a guest who confirmed it.
    static func authors(of matter: String, _ db: Connection) throws -> [ContributionRecipient] {
        var found: [ContributionRecipient] = []
        for id in try ContributionAuthor.persons(of: matter, in: db) {
            guard let person = try Person.find(id, in: db), let email = person.email else { continue }
            found.append(ContributionRecipient(address: email, language: person.language, person: id))
        }
        if let guest = try HeldContribution.guest(of: matter, in: db) {
            found.append(ContributionRecipient(address: guest.email, language: guest.language, person: nil))
        }
        return found
    }
}

/// Tells those whom a decision concerns.
struct DecisionLetters {
    let decision: ModerationDecision.Draft
    /// The words that were decided about.
    let words: String?
    let programme: String
    let now: Moment
    let db: Connection
    let compose: ModerationDecision.Compose
    /// The decision that can still be taken back, for which the letters wait; nil sends them at once.
    let round: String?

    init(
        _ decision: ModerationDecision.Draft, _ words: String?, in programme: String, at now: Moment,
        _ db: Connection, _ compose: @escaping ModerationDecision.Compose, waitingFor round: String? = nil
    ) {
        self.decision = decision
        self.words = words
        self.programme = programme
        self.now = now
        self.db = db
        self.compose = compose
        self.round = round
    }

    /// - Parameter decided: the decision that one may object to from now on; nil when that is not possible
    func send(
        to recipient: ContributionRecipient, _ side: ModerationDecision.Message.Side, right decided: String?
    ) throws {
        let token = decided.map { _ in Secret.make() }
        if let token, let decided {
            try Objection.allow(side, to: decided, recipient, token: token, in: programme, at: now, db)
        }
        let message = ModerationDecision.Message(
            side: side, decision: decision, language: recipient.language, text: words, objection: token)
        let mail = try PostMail(
            to: recipient.address, try compose(message), cause: "moderation_\(decision.verdict.rawValue)",
            language: recipient.language, person: recipient.person, programme: programme,
            notBefore: round.map { _ in now.later(bySeconds: ModerationRound.seconds) }
        ).run(at: now, in: db)
        if let round { try ModerationRound.note(mail, of: round, in: programme, db) }
    }
}
