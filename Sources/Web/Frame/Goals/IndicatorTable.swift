// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<Indicator>>
private typealias MeasurementColumn = OpenColumn<OpenEntry<DatedMeasurement>>

/// One measurement with the indicator it belongs to.
private struct DatedMeasurement: Sendable {
    let indicator: Indicator
    let measurement: Indicator.Measurement
}

extension OpenList {
    /// What is measured, of goals and of the region in general.
    static let indicators = OpenList(
        "indicators", at: "/ziele/indikatoren", columns: columns,
        whole: { reading in
            let indicators = try Indicator.list(in: reading.programme, reading.db)
            return try reading.entries(indicators) { [$0.id, $0.goalID] }
        })

    /// Every dated value of every indicator.
    static let measurements = OpenList(
        "measurements", at: "/ziele/messwerte", shownAt: "/ziele/indikatoren", columns: measurementColumns,
        whole: { reading in
            let indicators = try Indicator.list(in: reading.programme, reading.db)
            let measurements = indicators.flatMap { indicator in
                indicator.values.map { DatedMeasurement(indicator: indicator, measurement: $0) }
            }
            return try reading.entries(measurements) { [$0.indicator.id, $0.indicator.goalID] }
        })

    private static let columns = [
        Column("name", text: { $0.wording("name", of: $0.id, or: $0.name) }),
        Column("goal_number", number: { $0.numberOf($0.goalID) }),
        Column("goal", text: { $0.titleOf($0.goalID) }),
        Column("unit", text: { $0.unit }),
        Column("region", text: { $0.region }),
        Column("value", decimal: { $0.value }),
        Column("as_of", date: { $0.asOf }),
        Column("baseline", decimal: { $0.baseline }),
        Column("target", decimal: { $0.target }),
        Column("target_on", date: { $0.targetOn }),
        Column("source", text: { $0.sourceName }),
        Column("source_address", text: { $0.sourceURL }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("note", text: { $0.note }),
    ]

    private static let measurementColumns = [
        MeasurementColumn("indicator", text: { $0.wording("name", of: $0.indicator.id, or: $0.indicator.name) }),
        MeasurementColumn("goal_number", number: { $0.numberOf($0.indicator.goalID) }),
        MeasurementColumn("unit", text: { $0.indicator.unit }),
        MeasurementColumn("region", text: { $0.indicator.region }),
        MeasurementColumn("as_of", date: { $0.measurement.asOf }),
        MeasurementColumn("value", decimal: { $0.measurement.value }),
        MeasurementColumn("source", text: { $0.measurement.sourceName ?? $0.indicator.sourceName }),
    ]
}
