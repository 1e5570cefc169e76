// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A forum hands a proposal over to be published, or takes part in it coming back.
public struct HandOverProposal: Sendable {
    private let id: String

    public init(_ id: String) {
        self.id = id
    }

    /// What is still missing is said all at once.
    public func run(as visitor: Visitor, in programme: String, _ db: Connection) throws {
        let draft = try ProposalDraft.existing(id, in: programme, db)
        try visitor.may(.write, draft, of: programme).check()
        let texts = try ProposalDraft.texts(of: id, db)
        var check = FormCheck()
        for part in ProposalPart.required where texts[part] == nil { check.add(part.rawValue, "part-missing") }
        for criterion in try SelectionCriterion.list(in: programme, db) where texts[criterion.part] == nil {
            check.add(criterion.part, "criterion-unanswered")
        }
        try check.finish()
        try ProposalDraft.set(.submitted, of: id, proposal: nil, in: db)
    }
}

/// The programme office gives a proposal back to the forum.
public struct ReturnProposal: Sendable {
    private let id: String

    public init(_ id: String) {
        self.id = id
    }

    public func run(as visitor: Visitor, in programme: String, _ db: Connection) throws {
        let draft = try ProposalDraft.existing(id, in: programme, db)
        try visitor.may(.publish, draft, of: programme).check()
        try ProposalDraft.set(.draft, of: id, proposal: nil, in: db)
    }
}

/// The programme office publishes a proposal: it gets its number and its first version, the ideas in it are linked, and
/// those who handed them in are told.
public struct PublishProposal: Sendable {
    private let id: String

    public init(_ id: String) {
        self.id = id
    }

    /// Tells the public number.
    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws -> Int64 {
        let draft = try ProposalDraft.existing(id, in: programme, db)
        let person = try visitor.person(if: visitor.may(.publish, draft, of: programme))
        let texts = try ProposalDraft.texts(of: id, db)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var record = try ProposalRecord(texts, on: now.day)
        record.id = MatterWriting.newKey(.proposal)
        record.publicNumber = try writing.nextNumber(.proposal)
        if let forum = try writing.find(ForumRecord.self, draft.forum) {
            record.forum = forum.key
            record.ministry = forum.ministry
        }
        record.criteria = try SelectionCriterion.list(in: programme, db).compactMap { criterion in
            texts[criterion.part].map { ProposalCriterionRecord(criterion.text, answer: $0) }
        }
        let proposal = try writing.create(record, isPublic: true)
        try ProposalDraft.set(.published, of: id, proposal: proposal, in: db)
        for idea in try DeskIdea.list(ofDraft: id, in: programme, db) {
            try link(idea.id, to: record.key, on: now.day, &writing)
        }
        try TellFollowers(of: proposal, .proposalPublished, by: person.id, in: programme).run(at: now, in: db)
        return record.publicNumber
    }

    private func link(
        _ idea: String, to proposal: String, on day: PartialDate, _ writing: inout MatterWriting
    ) throws {
        guard let record = try writing.find(IdeaRecord.self, idea) else { return }
        var link = LinkRecord()
        link.from = MatterReference(.idea, record.key)
        link.to = MatterReference(.proposal, proposal)
        link.linkKind = .takenUpIn
        link.effectiveOn = day
        _ = try writing.create(link, isPublic: true)
    }
}

extension ProposalRecord {
    /// A draft as its first version.
    fileprivate init(_ texts: ProposalTexts, on day: PartialDate) throws {
        self.init()
        title = texts[.title] ?? ""
        summary = texts[.summary] ?? ""
        goal = texts[.goal]
        field = texts[.field]
        cost = try texts[.cost].flatMap { Int64($0) }.map { try Euros(plain: .integer($0)) }
        state = .published
        facts = ProposalPart.aspects.compactMap { part in
            texts[part].map { ProposalFactRecord(part.rawValue, $0) }
        }
        var version = ProposalVersionRecord()
        version.number = 1
        version.publishedOn = day
        version.paragraphs = texts.paragraphs.enumerated().map { index, text in
            var paragraph = ParagraphRecord()
            paragraph.lineage = "a\(index + 1)"
            paragraph.label = String(index + 1)
            paragraph.text = text
            return paragraph
        }
        versions = [version]
        var published = StateChangeRecord<ProposalState>()
        published.state = .published
        published.effectiveOn = day
        history = [published]
    }
}

/// The programme office says what every proposal has to answer.
public struct SetCriteria: Sendable {
    private let typed: String?

    public static let field = "kriterien"

    /// - Parameter typed: one criterion in each line; none brings back the usual ones
    public init(_ typed: String?) {
        self.typed = typed
    }

    public func run(as visitor: Visitor, in programme: String, _ db: Connection) throws {
        try visitor.maySetCriteria(in: programme).check()
        var check = FormCheck()
        let lines = (typed ?? "").split(whereSeparator: \.isNewline).map(String.init)
        if lines.count > 12 { check.add(Self.field, "too-many-criteria", limit: 12) }
        let criteria = lines.compactMap { check.optionalLine($0, field: Self.field, limit: 300) }
        try check.finish()
        try SelectionCriterion.replace(criteria, in: programme, db)
    }
}

extension Visitor {
    /// To say by which criteria proposals are chosen.
    public func maySetCriteria(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let maySet = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return maySet ? .allowed : .refused("publish-only-by-programme-office")
    }
}
