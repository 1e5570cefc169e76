// SPDX-License-Identifier: EUPL-1.2

/// One aspect of what a project brings along from its proposal: its aim, its measures, its timetable …
struct ProjectFactRecord: ChildRecord {
    static let table = "project_fact"
    static let parentColumn = "project_id"

    /// The raw value of a `ProposalPart`.
    var aspect = ""
    var text = ""

    init() {}

    init(_ fact: ProposalFactRecord) {
        aspect = fact.aspect
        text = fact.text
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("aspect", &aspect)
        visitor.field("text_de", &text)
    }
}
