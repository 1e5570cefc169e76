// SPDX-License-Identifier: EUPL-1.2

/// `documents.json`: a link to a file of any matter, with rights and a publication rule.
struct DocumentRecord: MatterRecord {
    static let kind = MatterKind.document
    static let file = "documents"

    var id = ""
    var publicNumber: Int64 = 0
    var matter: MatterReference?
    var title = ""
    var url: String?
    var rights: String?
    var alt: String?
    var rule = PublicationRule.everyone
    var fileNumber: String?
    var datedOn: PartialDate?

    var key: String { id }
    var number: Int64? { publicNumber }

    var isNeverPublic: Bool { rule != .everyone }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.anyReference("matter", &matter)
        visitor.field("title_de", &title)
        visitor.field("url", &url)
        visitor.field("rights", &rights)
        visitor.field("alt_de", &alt)
        visitor.field("publication_rule", &rule)
        visitor.field("file_number", &fileNumber)
        visitor.field("date", &datedOn, column: "dated_on")
    }
}

/// Who may read a document, and from when.
public enum PublicationRule: String, Choice {
    case everyone = "public"
    case withDecision = "with_decision"
    case `internal`
}
