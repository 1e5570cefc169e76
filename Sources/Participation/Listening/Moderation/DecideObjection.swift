// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Another person decides about an objection: the decision stays, or its opposite holds from now on. Whoever objected
/// hears the reasons; so does the author when something that was kept is hidden after all.
public struct DecideObjection: Sendable {
    private let id: String
    private let form: ModerationForm
    private let programme: String
    private let ruleNames: [FlagReason: String]

    public init(
        _ id: String, _ form: ModerationForm, in programme: String, ruleNames: [FlagReason: String]
    ) {
        self.id = id
        self.form = form
        self.programme = programme
        self.ruleNames = ruleNames
    }

    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: @escaping ModerationDecision.Compose
    ) throws {
        guard let objection = try Objection.find(id: id, in: programme, db) else {
            throw ValueFault("there is no objection \(id)")
        }
        let isConcerned = try objection.concerns(visitor, db)
        let person = try visitor.person(
            if: visitor.mayDecideObjection(
                isFirstDecider: objection.decidedBy == visitor.person?.id,
                isConcerned: isConcerned, in: programme))
        guard objection.standing(at: now) == .made else { throw Refusal("moderation-already-decided") }
        let draft = try form.validated(among: [.upheld, objection.opposite])
        let answer = try draft.insert(
            about: objection.matter, held: objection.matter == nil ? objection.held : nil, by: person.id,
            in: programme, at: now, db)
        try Objection.close(objection.id, by: answer, db)
        if draft.verdict != .upheld {
            try turnRound(objection, draft, by: person, decision: answer, at: now, db, compose)
        }
        guard let recipient = try objection.recipient(db) else { return }
        try DecisionLetters(draft, objection.text, in: programme, at: now, db, compose)
            .send(to: recipient, objection.side, right: nil)
    }

    private func turnRound(
        _ objection: Objection, _ draft: ModerationDecision.Draft, by person: Person, decision: String,
        at now: Moment, _ db: Connection, _ compose: @escaping ModerationDecision.Compose
    ) throws {
        let actor = person.actor ?? JournalEntry.system
        switch draft.verdict {
        case .restored:
            guard let matter = objection.matter else { return }
            try HiddenMatter.show(matter, by: actor, in: programme, at: now, db)
        case .released:
            guard let held = try objection.held.flatMap({ try HeldContribution.find($0, in: programme, db) }) else {
                return
            }
            let id = try held.publish(in: programme, at: now, db)
            try HeldContribution.decide(held.id, .released, matter: id, in: db)
        case .hidden:
            guard
                let matter = try objection.matter.flatMap({
                    try MatterSummary.list([$0], in: programme, db).first
                })
            else { return }
            let authors = try ContributionRecipient.authors(of: matter.id, db)
            let words = try Remark.find(matter.id, in: programme, db)?.text ?? matter.title
            try HiddenMatter.hide(
                matter, rule: draft.rule.flatMap { ruleNames[$0] }, by: actor, in: programme, at: now, db)
            let letters = DecisionLetters(draft, words, in: programme, at: now, db, compose)
            for author in authors { try letters.send(to: author, .author, right: decision) }
        case .upheld, .kept, .rejected: return
        }
    }
}

extension Objection {
    /// What holds when the objection is granted.
    public var opposite: ModerationVerdict {
        switch verdict {
        case .hidden: .restored
        case .rejected: .released
        case .kept, .restored, .released, .upheld: .hidden
        }
    }

    /// Whether a moderator wrote what it is about, or objects.
    func concerns(_ visitor: Visitor, _ db: Connection) throws -> Bool {
        guard let person = visitor.person else { return false }
        if self.person == person.id { return true }
        guard let matter else { return false }
        return try ContributionAuthor.isAuthor(person.id, of: matter, in: db)
    }

    /// Whoever objected; nil when that person is gone.
    func recipient(_ db: Connection) throws -> ContributionRecipient? {
        let known = try person.flatMap { try Person.find($0, in: db) }
        guard let address = email ?? known?.email else { return nil }
        return ContributionRecipient(address: address, language: language, person: person)
    }
}
