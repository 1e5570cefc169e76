// SPDX-License-Identifier: EUPL-1.2

/// `pillars.json`: the ways in which a programme delivers.
struct PillarRecord: MatterRecord {
    static let kind = MatterKind.pillar
    static let file = "pillars"

    var id = ""
    var rank: Int64 = 0
    var name = ""
    var description: String?
    var whoProposes: String?
    var whoDecides: String?
    var criteria: [String] = []
    var officialTotal: Int64?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("order", &rank, column: "rank")
        visitor.field("name", &name)
        visitor.field("description_de", &description)
        visitor.field("who_proposes_de", &whoProposes)
        visitor.field("who_decides_de", &whoDecides)
        visitor.texts("criteria_de", &criteria, in: .texts("pillar_criterion", of: "pillar_id"))
        visitor.field("official_total", &officialTotal)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
    }
}
