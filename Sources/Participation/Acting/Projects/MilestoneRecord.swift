// SPDX-License-Identifier: EUPL-1.2

/// A dated step of a project: when it was planned for, when it is expected now, when it was done.
struct MilestoneRecord: NestedMatterRecord {
    static let kind = MatterKind.milestone
    static let parentColumn = "project_id"

    var datedOn: PartialDate?
    var text = ""
    var state: MilestoneState?
    var forecastOn: PartialDate?
    var doneOn: PartialDate?
    var changes: [MilestoneChangeRecord] = []

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("date", &datedOn, column: "dated_on")
        visitor.derived("date_precision", .text(datedOn?.precision.rawValue ?? "unknown"))
        visitor.field("text_de", &text)
        visitor.field("state", &state)
        visitor.newerField("forecast_on", &forecastOn)
        visitor.newerField("done_on", &doneOn)
        visitor.newerChildren("changes", &changes)
    }

    /// The day that counts now.
    var expectedOn: PartialDate? { doneOn ?? forecastOn ?? datedOn }
}

/// One time that the day of a milestone was moved, or that something became of it.
struct MilestoneChangeRecord: ChildRecord {
    static let table = "milestone_change"
    static let parentColumn = "milestone_id"

    var changedOn = PartialDate.unset
    var state: MilestoneState?
    var expectedBefore: PartialDate?
    var expectedAfter: PartialDate?
    var reason: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("changed_on", &changedOn)
        visitor.field("state", &state)
        visitor.field("expected_before", &expectedBefore)
        visitor.field("expected_after", &expectedAfter)
        visitor.field("reason_de", &reason)
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
