// SPDX-License-Identifier: EUPL-1.2

/// `timeline.json`: the chronicle of the programme.
struct TimelineEntryRecord: MatterRecord {
    static let kind = MatterKind.timelineEntry
    static let file = "timeline"

    var id = ""
    var datedOn = PartialDate.unset
    var endsOn: PartialDate?
    var stage = Stage.before
    var entryKind = ""
    var title = ""
    var text = ""
    var place: String?
    var figures: [NamedEntry] = []
    var sources: [String] = []
    var sourceNote: String?
    var confidence: Confidence?

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("date", &datedOn, column: "dated_on")
        visitor.derived("date_precision", .text(datedOn.precision.rawValue))
        visitor.field("end_date", &endsOn, column: "ends_on")
        visitor.field("phase", &stage, column: "stage")
        visitor.field("kind", &entryKind)
        visitor.field("title_de", &title)
        visitor.field("text_de", &text)
        visitor.field("place", &place)
        let table = ChildTable(name: "timeline_figure", parent: "timeline_entry_id", column: "")
        visitor.entries("figures", &figures, in: table)
        visitor.sources(&sources)
        visitor.field("source_note", &sourceNote)
        visitor.field("confidence", &confidence)
    }
}
