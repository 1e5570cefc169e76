// SPDX-License-Identifier: EUPL-1.2

/// `lessons.json`: what went wrong, who says so, and what follows from it.
struct LessonRecord: MatterRecord {
    static let kind = MatterKind.lesson
    static let file = "lessons"

    var id = ""
    var topic = ""
    var finding = ""
    var raisedBy = ""
    var datedOn: PartialDate?
    var softwareNeed: String?
    var sources: [String] = []
    var confidence: Confidence?

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("topic", &topic)
        visitor.field("finding_de", &finding)
        visitor.field("raised_by_de", &raisedBy)
        visitor.field("date", &datedOn, column: "dated_on")
        visitor.field("software_need_de", &softwareNeed)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
    }
}
