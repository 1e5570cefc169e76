// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A moderator decides about everything that was reported of one matter, and both sides hear the reasons.
public struct DecideFlags: Sendable {
    private let matter: MatterSummary
    private let form: ModerationForm
    private let programme: String
    private let ruleNames: [FlagReason: String]

    /// - Parameter ruleNames: what the rules are called in the programme's language; stands in place of what is hidden
    public init(
        about matter: MatterSummary, _ form: ModerationForm, in programme: String, ruleNames: [FlagReason: String]
    ) {
        self.matter = matter
        self.form = form
        self.programme = programme
        self.ruleNames = ruleNames
    }

    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: ModerationDecision.Compose
    ) throws {
        let flags = try FiledFlag.open(about: matter.id, in: programme, db)
        let isConcerned = try visitor.person.map { person in
            try flags.contains { $0.person == person.id }
                || ContributionAuthor.isAuthor(person.id, of: matter.id, in: db)
        }
        let permission = visitor.mayDecide(isConcerned: isConcerned ?? false, in: programme)
        let person = try visitor.person(if: permission)
        let draft = try form.validated(among: [.hidden, .kept])
        guard !flags.isEmpty else { throw Refusal("moderation-already-decided") }
        let id = try draft.insert(about: matter.id, held: nil, by: person.id, in: programme, at: now, db)
        try FiledFlag.close(flags.map(\.id), by: id, in: db)
        let authors = try ContributionRecipient.authors(of: matter.id, db)
        let words = try Remark.find(matter.id, in: programme, db)?.text ?? matter.title
        if draft.verdict == .hidden {
            try HiddenMatter.hide(
                matter, rule: draft.rule.flatMap { ruleNames[$0] }, by: person.actor ?? JournalEntry.system,
                in: programme, at: now, db)
            for author in authors {
                try author.send(draft, .author, words, in: programme, at: now, db, compose, right: id)
            }
        }
        for flag in flags {
            guard let address = flag.email else { continue }
            let recipient = ContributionRecipient(address: address, language: flag.language, person: flag.person)
            // Whoever was granted what they reported has nothing to object to.
            try recipient.send(
                draft, .flagger, words, in: programme, at: now, db, compose, right: draft.verdict == .kept ? id : nil)
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

    /// - Parameter decided: the decision that one may object to from now on; nil when that is not possible
    func send(
        _ decision: ModerationDecision.Draft, _ side: ModerationDecision.Message.Side, _ text: String?,
        in programme: String, at now: Moment, _ db: Connection, _ compose: ModerationDecision.Compose,
        right decided: String?
    ) throws {
        let token = decided.map { _ in Secret.make() }
        if let token, let decided {
            try Objection.allow(side, to: decided, self, token: token, in: programme, at: now, db)
        }
        let message = ModerationDecision.Message(
            side: side, decision: decision, language: language, text: text, objection: token)
        try PostMail(
            to: address, try compose(message), cause: "moderation_\(decision.verdict.rawValue)", language: language,
            person: person, programme: programme
        ).run(at: now, in: db)
    }
}
