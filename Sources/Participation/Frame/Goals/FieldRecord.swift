// SPDX-License-Identifier: EUPL-1.2

/// `fields.json`: the fields of action.
struct FieldRecord: MatterRecord {
    static let kind = MatterKind.field
    static let file = "fields"

    var id = ""
    var rank: Int64 = 0
    var name = ""
    var description: String?
    var mainMinistries: [String] = []
    var suggestedColor: String?
    var rulingDate: PartialDate?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?

    var key: String { id }
    var number: Int64? { rank }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("order", &rank, column: "rank")
        visitor.field("name", &name)
        visitor.field("description_de", &description)
        let ministries = ChildTable(name: "field_ministry", parent: "field_id", column: "ministry_id")
        visitor.references("main_ministries", &mainMinistries, to: .ministry, in: ministries)
        visitor.field("suggested_color", &suggestedColor)
        visitor.field("ruling_date", &rulingDate)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
    }
}
