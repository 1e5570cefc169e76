// SPDX-License-Identifier: EUPL-1.2

/// `programme_status.json`: official totals at a date, in the categories of that time.
struct StatusReportRecord: MatterRecord {
    static let kind = MatterKind.statusReport
    static let file = "programme_status"

    var asOf = PartialDate.unset
    var event = ""
    var total: Int64 = 0
    var counts: [NamedEntry] = []
    var stateFunds: Euros?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?

    var key: String { asOf.text }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("as_of", &asOf)
        visitor.field("event_de", &event)
        visitor.field("total", &total)
        let table = ChildTable(name: "status_count", parent: "status_report_id", column: "")
        visitor.entries("counts", &counts, in: table)
        visitor.field("state_funds_eur", &stateFunds, column: "state_funds_cents")
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
    }
}
