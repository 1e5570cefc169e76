// SPDX-License-Identifier: EUPL-1.2

/// `ministries.json`: lead departments (Ressorts).
struct MinistryRecord: MatterRecord {
    static let kind = MatterKind.ministry
    static let file = "ministries"

    var abbreviation = ""
    var name = ""
    var role: String?
    var forums: [Int64] = []
    var term: Period?
    var successor: String?
    var confidence: Confidence?

    var key: String { abbreviation }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.derived("id", .text(abbreviation))
        visitor.field("abbreviation", &abbreviation)
        visitor.field("name", &name)
        visitor.field("role_in_programme_de", &role)
        visitor.derived("forums", .list(forums.map { .integer($0) }))
        visitor.period("term", &term)
        visitor.field("successor_abbreviation", &successor)
        visitor.field("confidence", &confidence)
    }

    mutating func complete(with programme: ProgrammeContext) {
        forums = programme.forums(ledBy: abbreviation)
    }
}
