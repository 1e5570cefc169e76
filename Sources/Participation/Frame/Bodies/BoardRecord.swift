// SPDX-License-Identifier: EUPL-1.2

/// `boards.json`: advisory board, inter-ministerial group, cabinet …
struct BoardRecord: MatterRecord {
    static let kind = MatterKind.board
    static let file = "boards"

    var id = ""
    var name = ""
    var description: String?
    var sources: [String] = []
    /// In which order boards deal with decision papers; the last of them decides.
    var rank: Int64?

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("name", &name)
        visitor.field("description_de", &description)
        visitor.sources(&sources)
        visitor.newerField("rank", &rank)
    }
}
