// SPDX-License-Identifier: EUPL-1.2

/// `links.json`: the steps of the red thread that are many-to-many.
struct LinkRecord: MatterRecord {
    static let kind = MatterKind.link
    static let file = "links"
    static let table = "thread_link"

    var from: MatterReference?
    var to: MatterReference?
    var linkKind = LinkKind.related
    var effectiveOn: PartialDate?
    var confidence: Confidence?
    var note: String?

    var key: String { "\(from?.text ?? "") \(linkKind.rawValue) \(to?.text ?? "")" }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.anyReference("from", &from)
        visitor.anyReference("to", &to)
        visitor.field("kind", &linkKind)
        visitor.field("effective_on", &effectiveOn)
        visitor.field("confidence", &confidence)
        visitor.field("note_de", &note)
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        var faults: [String] = []
        if from == nil || to == nil { faults.append("a link joins two matters") }
        if from == to { faults.append("a link does not join a matter to itself") }
        if !linkKind.isStored {
            faults.append("\(linkKind.rawValue) follows from the matters themselves and is not a link")
        }
        return faults
    }
}
