// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A new version is published, with a note of what changed. Each change names the points that caused it, or says that
/// it is one of wording. While people are being heard on a version, no other can take its place: the new one waits.
public struct PublishRevision: Sendable {
    private let number: Int64
    private let programme: String
    private let revision: Int64

    /// - Parameter revision: the saving that was on the screen
    public init(_ number: Int64, in programme: String, revision: Int64) {
        self.number = number
        self.programme = programme
        self.revision = revision
    }

    /// - Parameter note: puts what changed into words
    /// - Returns: the number of the new version
    @discardableResult
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, note: (RevisionSummary) throws -> String
    ) throws -> Int64 {
        guard let draft = try RevisionDraft.find(number: number, in: programme, db) else {
            throw MissingMatter(.proposal, number)
        }
        let person = try visitor.person(if: visitor.mayRevise(draft.proposal, in: programme))
        guard draft.revision == revision else { throw Outdated() }
        try draft.mayBePublished.check()
        let version = try draft.version(on: now.day, note: note)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ProposalRecord.self, draft.proposal.id) { proposal in
            proposal.versions.append(version)
            guard proposal.state != .submitted else { return }
            proposal.state = .revised
            var step = StateChangeRecord<ProposalState>()
            step.state = .revised
            step.effectiveOn = now.day
            proposal.history.append(step)
        }
        try RevisionDraft.discard(draft.proposal.id, db)
        try TellFollowers(of: draft.proposal.id, .proposalRevised, by: person.id, in: programme).run(at: now, in: db)
        return version.number
    }
}

extension RevisionDraft {
    /// Whether nothing but what was written stands in the way.
    public var mayBePublished: Permission {
        if proposal.openConsultation != nil { return .refused("version-waits-for-consultation") }
        if proposal.isInPaper { return .refused("version-is-fixed-in-paper") }
        return revision > 0 ? .allowed : .refused("nothing-revised")
    }

    /// The paragraphs that are not as they were, those taken out among them.
    var changed: [Paragraph] {
        paragraphs.filter { paragraph in
            let before = base?.paragraphs.first { $0.lineage == paragraph.lineage }?.text
            return paragraph.text != (before ?? "")
        }
    }

    /// The new version, if every change has its cause.
    fileprivate func version(
        on day: PartialDate, note: (RevisionSummary) throws -> String
    ) throws -> ProposalVersionRecord {
        let changed = changed
        guard !changed.isEmpty else { throw Refusal("nothing-revised") }
        let unexplained = changed.filter { $0.causes.isEmpty && !$0.isEditorial }
        guard unexplained.isEmpty else {
            throw InvalidForm(unexplained.map { .init(RevisionForm.Field.causes($0.lineage), "cause-missing") })
        }
        let kept = paragraphs.filter { !$0.text.isEmpty }
        guard !kept.isEmpty else {
            throw InvalidForm([.init(RevisionForm.Field.text(RevisionForm.Field.addition), "text-missing")])
        }
        var version = ProposalVersionRecord()
        version.number = (base?.number ?? 0) + 1
        version.publishedOn = day
        version.paragraphs = kept.enumerated().map { index, paragraph in
            var record = ParagraphRecord()
            record.lineage = paragraph.lineage
            record.label = String(index + 1)
            record.text = paragraph.text
            return record
        }
        version.changes = changed.flatMap { paragraph -> [ParagraphChangeRecord] in
            let causes = paragraph.causes.compactMap { place in points.first { $0.place == place } }
            return causes.isEmpty
                ? [ParagraphChangeRecord(paragraph.lineage, point: nil)]
                : causes.map { ParagraphChangeRecord(paragraph.lineage, point: $0.key) }
        }
        version.changeNote = try note(summary(changed, version))
        return version
    }

    private func summary(_ changed: [Paragraph], _ version: ProposalVersionRecord) -> RevisionSummary {
        let known = Set(base?.paragraphs.map(\.lineage) ?? [])
        let label = { (paragraph: Paragraph) in
            version.paragraphs.first { $0.lineage == paragraph.lineage }?.label ?? paragraph.label
        }
        let stayed = changed.filter { known.contains($0.lineage) && !$0.text.isEmpty }
        return RevisionSummary(
            followed: stayed.filter { !$0.causes.isEmpty }.map(label),
            editorial: stayed.filter(\.causes.isEmpty).map(label),
            added: changed.filter { !known.contains($0.lineage) }.map(label),
            removed: changed.filter(\.text.isEmpty).map(\.label))
    }
}

/// What a proposal needs before it can be decided on is filled in: its cost, its goal, what it is measured by.
public struct CompleteProposal: Sendable {
    private let form: CompletionForm
    private let number: Int64
    private let programme: String

    public init(_ form: CompletionForm, of number: Int64, in programme: String) {
        self.form = form
        self.number = number
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let draft = try RevisionDraft.find(number: number, in: programme, db) else {
            throw MissingMatter(.proposal, number)
        }
        let person = try visitor.person(if: visitor.mayRevise(draft.proposal, in: programme))
        guard !draft.proposal.isInPaper else { throw Refusal("version-is-fixed-in-paper") }
        var check = FormCheck()
        let cost = form.euros(&check)
        let goals = try MatterChoice.list(.goal, in: programme, db).map(\.key)
        let fields = try MatterChoice.list(.field, in: programme, db).map(\.key)
        if let goal = form.goal, !goals.contains(goal) { check.add(CompletionForm.Field.goal, "unknown-choice") }
        if let field = form.field, !fields.contains(field) { check.add(CompletionForm.Field.field, "unknown-choice") }
        let indicators =
            form.indicators == nil
            ? nil : check.passage(form.indicators, field: CompletionForm.Field.indicators, missing: "", limit: 5_000)
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ProposalRecord.self, draft.proposal.id) { proposal in
            proposal.cost = cost
            proposal.goal = form.goal
            proposal.field = form.field
            proposal.set(.indicators, indicators)
        }
    }
}

/// What was typed to complete a proposal.
public struct CompletionForm: Equatable, Sendable {
    public var cost: String?
    public var goal: String?
    public var field: String?
    public var indicators: String?

    public enum Field {
        public static let cost = "kosten"
        public static let goal = "ziel"
        public static let field = "handlungsfeld"
        public static let indicators = "indikatoren"
    }

    public init() {}

    /// Whole euros; dots between the digits are taken as they are meant.
    fileprivate func euros(_ check: inout FormCheck) -> Euros? {
        guard let cost else { return nil }
        let digits = cost.filter { $0 != "." && $0 != " " && $0 != "\u{A0}" && $0 != "€" }
        guard digits.count <= 13, let number = Int64(digits), number >= 0,
            let euros = try? Euros(plain: .integer(number))
        else {
            check.add(Field.cost, "cost-no-number")
            return nil
        }
        return euros
    }
}

extension ProposalRecord {
    fileprivate mutating func set(_ aspect: ProposalPart, _ text: String?) {
        facts.removeAll { $0.aspect == aspect.rawValue }
        if let text { facts.append(ProposalFactRecord(aspect.rawValue, text)) }
    }
}
