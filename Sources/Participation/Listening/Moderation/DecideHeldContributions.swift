// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A moderator lets contributions that waited go public, or turns them down with a reason; several at once, if wanted.
public struct DecideHeldContributions: Sendable {
    private let ids: [String]
    private let form: ModerationForm
    private let programme: String

    public init(_ ids: [String], _ form: ModerationForm, in programme: String) {
        self.ids = ids
        self.form = form
        self.programme = programme
    }

    /// How many were decided: what somebody else has decided meanwhile is left alone.
    @discardableResult
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: @escaping ModerationDecision.Compose
    ) throws -> Int {
        let person = try visitor.person(if: visitor.mayModerate(in: programme))
        let draft = try form.validated(among: [.released, .rejected])
        guard !ids.isEmpty else { throw InvalidForm([.init(Self.field, "contributions-missing")]) }
        let held = try ids.compactMap { try HeldContribution.find($0, in: programme, db) }
            .filter { $0.state == .waiting }
        let round = Digest.random(bytes: 16)
        for contribution in held {
            try visitor.mayDecide(isConcerned: contribution.person == person.id, in: programme).check()
            try decide(contribution, draft, by: person.id, in: round, at: now, db, compose)
        }
        return held.count
    }

    /// The field in which a form names the contributions.
    public static let field = "beitrag"

    private func decide(
        _ held: HeldContribution, _ draft: ModerationDecision.Draft, by moderator: String, in round: String,
        at now: Moment, _ db: Connection, _ compose: @escaping ModerationDecision.Compose
    ) throws {
        let id = try draft.insert(
            about: nil, held: held.id, by: moderator, in: programme, at: now, db, round: round)
        if draft.verdict == .released {
            let matter = try held.publish(in: programme, at: now, db)
            try HeldContribution.decide(held.id, .released, matter: matter, in: db)
            return
        }
        try HeldContribution.decide(held.id, .rejected, matter: held.matter, in: db)
        let person = try held.person.flatMap { try Person.find($0, in: db) }
        guard let address = held.email ?? person?.email else { return }
        let recipient = ContributionRecipient(address: address, language: held.language, person: held.person)
        try DecisionLetters(draft, held.text, in: programme, at: now, db, compose, waitingFor: id)
            .send(to: recipient, .author, right: id)
    }
}

extension HeldContribution {
    /// Makes it what it was meant to be.
    func publish(in programme: String, at now: Moment, _ db: Connection) throws -> String {
        guard let about = try MatterSummary.list([about], in: programme, db).first else {
            throw Refusal("moderation-subject-gone")
        }
        let author = try person.flatMap { try Person.find($0, in: db) }
        if let matter {
            // It was public for some minutes and taken back.
            var writing = try MatterWriting(in: programme, by: author?.actor ?? JournalEntry.system, at: now, db)
            try writing.change(RemarkRecord.self, matter, visibility: .published) { _ in }
            return matter
        }
        let parent = try parent.flatMap { try Remark.find($0, in: programme, db) }
        let publish = PublishRemark(
            text: text, authorLabel: authorLabel, place: RemarkPlace(about, answering: parent), office: nil,
            person: author?.id)
        return try publish.run(by: author?.actor, in: programme, at: now, db).id
    }
}
