// SPDX-License-Identifier: EUPL-1.2

/// `goals.json`: vision and goals, as a tree.
struct GoalRecord: MatterRecord {
    static let kind = MatterKind.goal
    static let file = "goals"

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
    }
}

/// Whether an aim is the vision above all or one of its goals.
public enum GoalKind: String, Choice {
    case vision, goal
}
