// SPDX-License-Identifier: EUPL-1.2

/// `goals.json`: vision and goals, as a tree.
struct GoalRecord: MatterRecord {
    static let kind = MatterKind.goal
    static let file = "goals"
    static let laterKeys = ["order", "retired_on", "changes"]

    var id = ""
    var publicNumber: Int64 = 0
    var goalKind = GoalKind.goal
    var title = ""
    var text: String?
    var field: String?
    var parent: String?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?
    /// Its place among its like; nil where the number says it.
    var rank: Int64?
    var retiredOn: PartialDate?
    var changes: [GoalChangeRecord] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.field("kind", &goalKind)
        visitor.field("title_de", &title)
        visitor.field("text_de", &text)
        visitor.reference("field", &field, to: .field)
        visitor.reference("parent", &parent, to: .goal)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
        visitor.field("order", &rank, column: "rank")
        visitor.field("retired_on", &retiredOn)
        visitor.children("changes", &changes)
    }
}

/// One change of a goal, with what it said before.
struct GoalChangeRecord: ChildRecord {
    static let table = "goal_change"
    static let parentColumn = "goal_id"

    var changedOn = PartialDate.unset
    var act = GoalAct.worded
    var reason = ""
    var earlierTitle: String?
    var earlierText: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("changed_on", &changedOn)
        visitor.field("act", &act)
        visitor.field("reason_de", &reason)
        visitor.field("earlier_title", &earlierTitle)
        visitor.field("earlier_text", &earlierText)
    }
}

/// What can be done with a goal or an indicator once it is public.
public enum GoalAct: String, Choice {
    /// It reads differently, or counts differently.
    case worded
    /// It belongs elsewhere in the tree.
    case moved
    /// It is pursued no longer.
    case retired
    /// It is pursued again.
    case resumed
}

/// Whether an aim is the vision above all or one of its goals.
public enum GoalKind: String, Choice {
    case vision, goal
}
