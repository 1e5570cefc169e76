// SPDX-License-Identifier: EUPL-1.2

/// `documents.json`: a link to a file of any matter, or a file that was handed in, with rights and a publication rule.
struct DocumentRecord: MatterRecord {
    static let kind = MatterKind.document
    static let file = "documents"
    static let laterKeys = ["file_digest", "file_name", "media_type", "size", "width", "height"]

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
    /// SHA-256 of a file that lies here; nil for a link.
    var fileDigest: String?
    var fileName: String?
    var mediaType: MediaType?
    /// In bytes.
    var size: Int64?
    var width: Int64?
    var height: Int64?
    /// The original that stays inside, where this is its blackened copy.
    var copyOf: String?

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
        visitor.newerReference("copy_of", &copyOf, to: .document)
        visitor.field("file_digest", &fileDigest)
        visitor.field("file_name", &fileName)
        visitor.field("media_type", &mediaType)
        visitor.field("size", &size)
        visitor.field("width", &width)
        visitor.field("height", &height)
    }
}

/// Who may read a document, and from when.
public enum PublicationRule: String, Choice {
    case everyone = "public"
    case withDecision = "with_decision"
    case `internal`
}
