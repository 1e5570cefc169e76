// SPDX-License-Identifier: EUPL-1.2

/// Reads the rows of a list as values of indicators, and says of each what is wrong with it.
struct ReadMeasurementImport {
    private typealias Part = MeasurementMapping.Part

    private let mapping: MeasurementMapping
    private let today: PartialDate
    private let indicators: [String: Indicator]
    /// What stands for an indicator and a date, with what rows further up say.
    private var standing: [String: [PartialDate: ScaledDecimal]] = [:]

    init(_ mapping: MeasurementMapping, _ indicators: [Indicator], today: PartialDate) {
        self.mapping = mapping
        self.today = today
        var names: [String: Indicator] = [:]
        var doubtful: Set<String> = []
        for indicator in indicators {
            let own = Set([indicator.name, indicator.key].map(SortKey.make))
            for name in own where names.updateValue(indicator, forKey: name) != nil { doubtful.insert(name) }
            for measurement in indicator.values {
                guard let asOf = measurement.asOf, let value = measurement.value else { continue }
                standing[indicator.id, default: [:]][asOf] = value
            }
            if let asOf = indicator.asOf, let value = indicator.value {
                standing[indicator.id, default: [:]][asOf] = value
            }
        }
        // Two indicators of one name are matched by their key alone.
        for name in doubtful { names[name] = nil }
        for indicator in indicators { names[SortKey.make(indicator.key)] = indicator }
        self.indicators = names
    }

    /// All rows in their order.
    mutating func read(_ rows: [ImportRow]) -> [ReadMeasurementRow] {
        rows.map { row in
            guard row.cells.contains(where: { $0.contains { !$0.isWhitespace } }) else {
                return ReadMeasurementRow(number: row.number, result: .blank)
            }
            return ReadMeasurementRow(number: row.number, result: read(row))
        }
    }

    private mutating func read(_ row: ImportRow) -> ReadMeasurementRow.Result {
        var check = FormCheck()
        let indicator = indicator(row, &check)
        let asOf = check.partialDate(cell(.asOf, row), field: Part.asOf.rawValue)
        if cell(.asOf, row) == nil { check.add(Part.asOf.rawValue, "day-missing") }
        if let asOf, asOf.firstDay > today.firstDay { check.add(Part.asOf.rawValue, "day-in-future") }
        let value = check.decimal(cell(.value, row), field: Part.value.rawValue)
        if cell(.value, row) == nil { check.add(Part.value.rawValue, "value-missing") }
        let source =
            check.optionalLine(cell(.sourceName, row), field: Part.sourceName.rawValue, limit: 300)
            ?? mapping.sourceName
        if source == nil { check.add(Part.sourceName.rawValue, "value-source-missing") }
        let address = check.webAddress(cell(.sourceURL, row), field: Part.sourceURL.rawValue)
        let reason =
            check.optionalLine(cell(.reason, row), field: Part.reason.rawValue, limit: 500) ?? mapping.reason
        guard check.faults.isEmpty, let indicator, let asOf, let value, let source else { return .faulty(check.faults) }
        let before = standing[indicator.id]?[asOf]
        let imported = ImportedMeasurement(
            indicator: indicator.id, name: indicator.name, unit: indicator.unit, asOf: asOf, value: value,
            sourceName: source, sourceURL: address, before: before, reason: reason)
        if before == value { return .duplicate(imported) }
        if before != nil, reason == nil {
            return .faulty([.init(Part.reason.rawValue, "correction-reason-missing")])
        }
        standing[indicator.id, default: [:]][asOf] = value
        return .value(imported)
    }

    private func indicator(_ row: ImportRow, _ check: inout FormCheck) -> Indicator? {
        guard let typed = cell(.indicator, row) else {
            check.add(Part.indicator.rawValue, "indicator-name-missing")
            return nil
        }
        guard let found = indicators[SortKey.make(typed)] else {
            check.add(Part.indicator.rawValue, "indicator-unknown")
            return nil
        }
        guard found.retiredOn == nil else {
            check.add(Part.indicator.rawValue, "indicator-retired")
            return nil
        }
        return found
    }

    private func cell(_ part: MeasurementMapping.Part, _ row: ImportRow) -> String? {
        guard let column = mapping.columns[part], row.cells.indices.contains(column) else { return nil }
        let text = row.cells[column]
        return text.contains { !$0.isWhitespace } ? text : nil
    }
}
