// SPDX-License-Identifier: EUPL-1.2

/// `districts.json`: the districts (Kreise), keyed by name.
struct DistrictRecord: MatterRecord {
    static let kind = MatterKind.district
    static let file = "districts"

    var name = ""
    var sources: [String] = []

    var key: String { name }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("name", &name)
        visitor.sources(&sources)
        visitor.stored("sort_key", SortKey.make(name))
    }
}
