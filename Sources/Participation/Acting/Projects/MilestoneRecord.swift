// SPDX-License-Identifier: EUPL-1.2

/// A dated step of a project.
struct MilestoneRecord: NestedMatterRecord {
    static let kind = MatterKind.milestone
    static let parentColumn = "project_id"

    var datedOn: PartialDate?
    var text = ""
    var state: MilestoneState?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("date", &datedOn, column: "dated_on")
        visitor.derived("date_precision", .text(datedOn?.precision.rawValue ?? "unknown"))
        visitor.field("text_de", &text)
        visitor.field("state", &state)
    }
}

/// Whether a milestone has been reached; unknown where nothing is documented.
public enum MilestoneState: String, Choice {
    case planned = "milestone.planned"
    case done = "milestone.done"
    case dropped = "milestone.dropped"

    public var word: String {
        switch self {
        case .planned: "geplant"
        case .done: "erreicht"
        case .dropped: "entfallen"
        }
    }
}
