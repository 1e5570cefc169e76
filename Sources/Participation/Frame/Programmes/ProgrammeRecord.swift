// SPDX-License-Identifier: EUPL-1.2

/// `programme.json`: the programme itself.
public struct ProgrammeRecord: MatterRecord {
    public static let kind = MatterKind.programme
    public static let file = "programme"

    public var slug = ""
    public var title = ""
    var subtitle: String?
    var summary = ""
    var regionName = ""
    var responsible: String?
    var attribution: String?
    var isInvented = false
    var period: Period?
    var packageVersion: String?
    var note: String?
    var sources: [String] = []

    public init() {}

    public var key: String { slug }

    public mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("slug", &slug)
        visitor.field("title", &title)
        visitor.field("subtitle_de", &subtitle)
        visitor.field("summary_de", &summary)
        visitor.field("region_name_de", &regionName)
        visitor.field("responsible_de", &responsible)
        visitor.field("attribution_de", &attribution)
        visitor.field("invented", &isInvented, column: "is_invented")
        visitor.period("period", &period)
        visitor.field("package_version", &packageVersion)
        visitor.field("note", &note)
        visitor.sources(&sources)
    }
}
