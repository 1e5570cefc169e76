// SPDX-License-Identifier: EUPL-1.2

/// `proposals.json`: proposals with all their versions.
struct ProposalRecord: MatterRecord {
    static let kind = MatterKind.proposal
    static let file = "proposals"

    var id = ""
    var publicNumber: Int64 = 0
    var title = ""
    var summary = ""
    var forum: String?
    var field: String?
    var ministry: String?
    var goal: String?
    var cost: Euros?
    var state = ProposalState.draft
    var outcome: ProposalOutcome?
    var versions: [ProposalVersionRecord] = []
    var history: [StateChangeRecord<ProposalState>] = []
    var sources: [String] = []
    var note: String?
    var facts: [ProposalFactRecord] = []
    var criteria: [ProposalCriterionRecord] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.field("title_de", &title)
        visitor.field("summary_de", &summary)
        visitor.reference("forum", &forum, to: .forum)
        visitor.reference("field", &field, to: .field)
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.reference("goal", &goal, to: .goal)
        visitor.field("cost_eur", &cost, column: "cost_cents")
        visitor.field("state", &state)
        visitor.field("outcome", &outcome)
        visitor.children("versions", &versions)
        visitor.children("history", &history)
        visitor.sources(&sources)
        visitor.field("note", &note)
        visitor.newerChildren("fact_sheet", &facts)
        visitor.newerChildren("criteria", &criteria)
        visitor.stored("sort_key", SortKey.make(title))
    }

    var isNeverPublic: Bool { state == .draft }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        let numbers = versions.map(\.number)
        var faults: [String] = []
        if numbers != Array(1...Int64(max(1, numbers.count))).prefix(numbers.count).map({ $0 }) {
            faults.append("versions are numbered 1, 2, 3 … in order")
        }
        if (state == .decided) != (outcome != nil && outcome != .deferred) {
            faults.append("a decided proposal has an outcome, an undecided one none (deferred ones stay submitted)")
        }
        return faults
    }
}

/// One immutable version of a proposal.
struct ProposalVersionRecord: ChildRecord {
    static let table = "proposal_version"
    static let parentColumn = "proposal_id"
    static let hasIdentity = true

    var number: Int64 = 0
    var publishedOn: PartialDate?
    var changeNote: String?
    var paragraphs: [ParagraphRecord] = []
    var changes: [ParagraphChangeRecord] = []

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("number", &number)
        visitor.field("published_on", &publishedOn)
        visitor.field("change_note_de", &changeNote)
        visitor.children("paragraphs", &paragraphs)
        visitor.newerChildren("changes", &changes)
    }
}

/// A paragraph of a version: its lineage stays through all versions, its label belongs to this one.
struct ParagraphRecord: ChildRecord {
    static let table = "paragraph"
    static let parentColumn = "proposal_version_id"

    var lineage = ""
    var label = ""
    var text = ""

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("lineage", &lineage)
        visitor.field("label", &label)
        visitor.field("text_de", &text)
    }
}

/// Why a paragraph of a version is not what it was before: a point that was followed, or wording alone.
struct ParagraphChangeRecord: ChildRecord {
    static let table = "paragraph_change"
    static let parentColumn = "proposal_version_id"

    var lineage = ""
    var point: String?

    init() {}

    init(_ lineage: String, point: String?) {
        self.lineage = lineage
        self.point = point
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("lineage", &lineage)
        visitor.newerReference("point", &point, to: .point)
    }
}
