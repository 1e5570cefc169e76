// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Indicator {
    /// All indicators in the order of the package; those that are measured no longer too.
    public static func list(in programme: String, _ db: Connection) throws -> [Indicator] {
        let rows = try db.rows(
            """
            SELECT x.id, m.key, x.name, x.unit, x.region, x.goal_id, x.value_units, x.value_scale, x.as_of,
                x.baseline_units, x.baseline_scale, x.target_units, x.target_scale, x.target_on, x.source_name,
                x.source_url, x.confidence, x.note, x.retired_on
            FROM indicator x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY m.position, x.id
            """)
        let parts = try Parts(of: try rows.map { try $0.get("id") }, db)
        return try rows.map { row in try Indicator(row: row, parts) }
    }

    /// What hangs on indicators, by their ids.
    fileprivate struct Parts {
        var comparisons: [String: [Comparison]] = [:]
        var values: [String: [IndicatorValue]] = [:]
        var path: [String: [Step]] = [:]
        var changes: [String: [Change]] = [:]
    }

    fileprivate init(row: Row, _ parts: Parts) throws {
        id = try row.get("id")
        key = try row.get("key")
        name = try row.get("name")
        unit = try row.get("unit")
        region = try row.get("region")
        goalID = try row.get("goal_id")
        value = try row.decimal("value")
        asOf = try row.date("as_of")
        baseline = try row.decimal("baseline")
        target = try row.decimal("target")
        targetOn = try row.date("target_on")
        sourceName = try row.get("source_name")
        sourceURL = try row.get("source_url")
        confidence = try row.get("confidence")
        note = try row.get("note")
        retiredOn = try row.date("retired_on")
        comparisons = parts.comparisons[id] ?? []
        path = parts.path[id] ?? []
        changes = parts.changes[id] ?? []
        let series = MeasurementSeries(parts.values[id] ?? [])
        values = series.standing
        corrections = series.corrections
    }
}

extension Indicator.Parts {
    fileprivate init(of ids: [String], _ db: Connection) throws {
        for row in try db.rows(
            """
            SELECT indicator_id, region, value_units, value_scale, as_of FROM indicator_comparison
            WHERE indicator_id IN \(list: ids) ORDER BY indicator_id, position
            """)
        {
            comparisons[try row.get("indicator_id"), default: []].append(
                Indicator.Comparison(
                    region: try row.get("region"), value: try row.decimal("value"), asOf: try row.date("as_of")))
        }
        for row in try db.rows(
            """
            SELECT indicator_id, as_of, value_units, value_scale, source_url, source_name, recorded_on, reason
            FROM indicator_value WHERE indicator_id IN \(list: ids) ORDER BY indicator_id, position
            """)
        {
            var value = IndicatorValue()
            value.asOf = try PartialDate(row: row, column: "as_of")
            value.value = try row.decimal("value")
            value.sourceURL = try row.get("source_url")
            value.sourceName = try row.get("source_name")
            value.recordedOn = try row.date("recorded_on")
            value.reason = try row.get("reason")
            values[try row.get("indicator_id"), default: []].append(value)
        }
        for row in try db.rows(
            """
            SELECT indicator_id, due_on, value_units, value_scale FROM indicator_step
            WHERE indicator_id IN \(list: ids) ORDER BY indicator_id, due_on, position
            """)
        {
            path[try row.get("indicator_id"), default: []].append(
                Indicator.Step(
                    dueOn: try PartialDate(row: row, column: "due_on"),
                    value: try ScaledDecimal(row: row, column: "value")))
        }
        try readChanges(of: ids, db)
    }

    private mutating func readChanges(of ids: [String], _ db: Connection) throws {
        for row in try db.rows(
            """
            SELECT indicator_id, changed_on, act, reason, earlier_name, earlier_unit, earlier_baseline_units,
                earlier_baseline_scale, earlier_target_units, earlier_target_scale, earlier_target_on
            FROM indicator_change WHERE indicator_id IN \(list: ids) ORDER BY indicator_id, position
            """)
        {
            changes[try row.get("indicator_id"), default: []].append(
                Indicator.Change(
                    changedOn: try PartialDate(row: row, column: "changed_on"), act: try row.get("act"),
                    reason: try row.get("reason"), earlierName: try row.get("earlier_name"),
                    earlierUnit: try row.get("earlier_unit"), earlierBaseline: try row.decimal("earlier_baseline"),
                    earlierTarget: try row.decimal("earlier_target"),
                    earlierTargetOn: try row.date("earlier_target_on")))
        }
    }
}
