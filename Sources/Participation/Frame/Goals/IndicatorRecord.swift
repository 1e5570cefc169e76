// SPDX-License-Identifier: EUPL-1.2

/// `indicators.json`: a measured value with its unit, region, comparisons and, where there is one, its path to a
/// target.
struct IndicatorRecord: MatterRecord {
    static let kind = MatterKind.indicator
    static let file = "indicators"
    static let laterKeys = ["path", "retired_on", "changes"]

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
    /// What is to be reached on the way to the target.
    var path: [IndicatorStep] = []
    var retiredOn: PartialDate?
    var changes: [IndicatorChangeRecord] = []

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
        visitor.children("path", &path)
        visitor.field("retired_on", &retiredOn)
        visitor.children("changes", &changes)
    }
}

/// What is to be reached by a day before the target's.
struct IndicatorStep: ChildRecord {
    static let table = "indicator_step"
    static let parentColumn = "indicator_id"

    var dueOn = PartialDate.unset
    var value = ScaledDecimal(units: 0, scale: 0)

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("due_on", &dueOn)
        visitor.field("value", &value)
    }
}

/// One change of an indicator, with what it said before.
struct IndicatorChangeRecord: ChildRecord {
    static let table = "indicator_change"
    static let parentColumn = "indicator_id"

    var changedOn = PartialDate.unset
    var act = GoalAct.worded
    var reason = ""
    var earlierName: String?
    var earlierUnit: String?
    var earlierBaseline: ScaledDecimal?
    var earlierTarget: ScaledDecimal?
    var earlierTargetOn: PartialDate?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("changed_on", &changedOn)
        visitor.field("act", &act)
        visitor.field("reason_de", &reason)
        visitor.field("earlier_name", &earlierName)
        visitor.field("earlier_unit", &earlierUnit)
        visitor.field("earlier_baseline", &earlierBaseline)
        visitor.field("earlier_target", &earlierTarget)
        visitor.field("earlier_target_on", &earlierTargetOn)
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

/// A dated value of the series. A later row for the same date counts in its place.
struct IndicatorValue: ChildRecord {
    static let table = "indicator_value"
    static let parentColumn = "indicator_id"

    var asOf = PartialDate.unset
    var value: ScaledDecimal?
    var sourceURL: String?
    var sourceName: String?
    var recordedOn: PartialDate?
    /// Why it stands in the place of an earlier row; without a value it takes that back.
    var reason: String?

    var isTakenBack: Bool { value == nil && reason != nil }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("as_of", &asOf)
        visitor.field("value", &value)
        visitor.field("source_url", &sourceURL)
        visitor.newerField("source_name", &sourceName)
        visitor.newerField("recorded_on", &recordedOn)
        visitor.newerField("reason_de", &reason)
    }
}
