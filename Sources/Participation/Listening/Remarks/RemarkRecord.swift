// SPDX-License-Identifier: EUPL-1.2

/// `remarks.json`: comments on a public matter.
struct RemarkRecord: MatterRecord {
    static let kind = MatterKind.remark
    static let file = "remarks"

    var id = ""
    var publicNumber: Int64 = 0
    var matter: MatterReference?
    var authorLabel: String?
    var text = ""
    var writtenOn: PartialDate?
    var isHidden = false
    var hiddenReason: String?

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.anyReference("matter", &matter)
        visitor.field("author_de", &authorLabel, column: "author_label")
        visitor.field("text_de", &text)
        visitor.field("written_on", &writtenOn)
        visitor.field("hidden", &isHidden, column: "is_hidden")
        visitor.field("hidden_reason_de", &hiddenReason)
    }
}
