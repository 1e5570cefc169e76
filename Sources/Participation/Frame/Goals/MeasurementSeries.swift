// SPDX-License-Identifier: EUPL-1.2

/// The rows of an indicator's values, read as what counts: rows are only ever added, and of several for one date the
/// last stands. What stood before is a correction that everybody can see.
struct MeasurementSeries {
    let standing: [Indicator.Measurement]
    let corrections: [Indicator.Correction]

    init(_ rows: [IndicatorValue]) {
        var standing: [PartialDate: IndicatorValue] = [:]
        var corrections: [Indicator.Correction] = []
        for row in rows {
            if let reason = row.reason, let before = standing[row.asOf] {
                corrections.append(
                    Indicator.Correction(
                        asOf: row.asOf, before: before.value, after: row.value, reason: reason,
                        correctedOn: row.recordedOn))
            }
            standing[row.asOf] = row
        }
        self.standing = standing.values.filter { !$0.isTakenBack }.sorted { $0.asOf < $1.asOf }.map {
            Indicator.Measurement(
                asOf: $0.asOf, value: $0.value, sourceName: $0.sourceName, sourceURL: $0.sourceURL,
                recordedOn: $0.recordedOn)
        }
        self.corrections = corrections
    }
}

extension IndicatorRecord {
    /// The row that counts for a date; nil where none does.
    func standing(on asOf: PartialDate) -> IndicatorValue? {
        values.last { $0.asOf == asOf }.flatMap { $0.isTakenBack ? nil : $0 }
    }

    /// Adds a row. What was only the latest value so far becomes a row first, so that it is not lost.
    mutating func add(_ row: IndicatorValue) {
        if let value, let asOf, !values.contains(where: { $0.asOf == asOf }) {
            var first = IndicatorValue()
            first.asOf = asOf
            first.value = value
            first.sourceURL = sourceURL
            first.sourceName = sourceName
            values.append(first)
        }
        values.append(row)
        let latest = MeasurementSeries(values).standing.last { $0.value != nil }
        value = latest?.value
        asOf = latest?.asOf
    }
}
