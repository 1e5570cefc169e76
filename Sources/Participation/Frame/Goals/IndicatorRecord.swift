// SPDX-License-Identifier: EUPL-1.2

/// `indicators.json`: a measured value with its unit, region, comparisons and, where there is one, its path to a
/// target.
struct IndicatorRecord: MatterRecord {
    static let kind = MatterKind.indicator
    static let file = "indicators"

    var id = ""
    var name = ""
    var category = ""
    var value: ScaledDecimal?
    var unit = ""
    var asOf: PartialDate?
    var region = ""
    var comparison: [IndicatorComparison] = []
    var sourceName: String?
    var sourceURL: String?
    var confidence: Confidence?
    var note: String?
    var goal: String?
    var baseline: ScaledDecimal?
    var target: ScaledDecimal?
    var targetOn: PartialDate?
    var values: [IndicatorValue] = []

    var key: String { id }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("name_de", &name)
        visitor.field("category", &category)
        visitor.field("value", &value)
        visitor.field("unit", &unit)
        visitor.field("as_of", &asOf)
        visitor.field("region", &region)
        visitor.children("comparison", &comparison)
        visitor.field("source_name", &sourceName)
        visitor.field("source_url", &sourceURL)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
        visitor.reference("goal", &goal, to: .goal)
        visitor.field("baseline", &baseline)
        visitor.field("target", &target)
        visitor.field("target_on", &targetOn)
        visitor.children("values", &values)
    }
}

/// The same measure for another region.
struct IndicatorComparison: ChildRecord {
    static let table = "indicator_comparison"
    static let parentColumn = "indicator_id"

    var region = ""
    var value: ScaledDecimal?
    var asOf: PartialDate?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("region", &region)
        visitor.field("value", &value)
        visitor.field("as_of", &asOf)
    }
}

/// A dated value of the series.
struct IndicatorValue: ChildRecord {
    static let table = "indicator_value"
    static let parentColumn = "indicator_id"

    var asOf = PartialDate.unset
    var value: ScaledDecimal?
    var sourceURL: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("as_of", &asOf)
        visitor.field("value", &value)
        visitor.field("source_url", &sourceURL)
    }
}
