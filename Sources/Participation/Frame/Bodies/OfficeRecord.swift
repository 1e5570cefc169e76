// SPDX-License-Identifier: EUPL-1.2

/// `offices.json`: units that owe duties, with what they are responsible for.
struct OfficeRecord: MatterRecord {
    static let kind = MatterKind.office
    static let file = "offices"

    var id = ""
    var name = ""
    var ministry: String?
    var organisation: String?
    var responsibilities: [ResponsibilityRecord] = []

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("name", &name)
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.reference("organisation", &organisation, to: .organisation)
        visitor.children("responsibilities", &responsibilities)
        visitor.stored("sort_key", SortKey.make(name))
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        (ministry == nil) == (organisation == nil) ? ["an office belongs to a ministry or to an organisation"] : []
    }
}

/// Which matter an office leads, from when to when.
struct ResponsibilityRecord: ChildRecord {
    static let table = "responsibility"
    static let parentColumn = "office_id"

    var matter: MatterReference?
    var period: Period?
    var reason: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.anyReference("matter", &matter)
        visitor.period("period", &period)
        visitor.field("reason", &reason)
    }
}
