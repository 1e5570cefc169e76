// SPDX-License-Identifier: EUPL-1.2

/// `remarks.json`: comments on a public matter.
struct RemarkRecord: MatterRecord {
    static let kind = MatterKind.remark
    static let file = "remarks"
    static let laterKeys = ["parent", "office", "withdrawn"]

    var id = ""
    var publicNumber: Int64 = 0
    var matter: MatterReference?
    var authorLabel: String?
    var text = ""
    var writtenOn: PartialDate?
    var isHidden = false
    var hiddenReason: String?
    /// The key of the remark that it answers.
    var parent: String?
    var office: String?
    var isWithdrawn = false

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
        visitor.reference("parent", &parent, to: .remark)
        visitor.reference("office", &office, to: .office)
        visitor.field("withdrawn", &isWithdrawn, column: "is_withdrawn")
        visitor.stored("sort_key", String(repeating: "0", count: max(0, 12 - digits.count)) + digits)
    }

    private var digits: String { String(publicNumber) }

    /// What moderation has hidden leaves its place alone.
    var publicForm: RemarkRecord {
        guard isHidden else { return self }
        var record = self
        record.text = Remark.nothing
        record.authorLabel = nil
        return record
    }
}
