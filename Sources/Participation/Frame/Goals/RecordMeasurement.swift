// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed about one value of an indicator.
public struct MeasurementForm: Equatable, Sendable {
    public var asOf: String?
    public var value: String?
    /// The value for this date is taken back and none takes its place.
    public var takesBack = false
    public var sourceName: String?
    public var sourceURL: String?
    /// Why it stands in the place of another value.
    public var reason: String?

    public init() {}

    public enum Field {
        public static let asOf = "stichtag"
        public static let value = "wert"
        public static let takesBack = "zuruecknehmen"
        public static let sourceName = "wert-quelle"
        public static let sourceURL = "wert-adresse"
        public static let reason = "wert-grund"
    }

    /// - Parameter record: the indicator with the values that it has
    func validated(for record: IndicatorRecord, today: PartialDate) throws(InvalidForm) -> IndicatorValue {
        var check = FormCheck()
        let asOf = check.partialDate(asOf, field: Field.asOf)
        if self.asOf == nil { check.add(Field.asOf, "day-missing") }
        if let asOf, asOf.firstDay > today.firstDay { check.add(Field.asOf, "day-in-future") }
        let value = takesBack ? nil : check.decimal(value, field: Field.value)
        if !takesBack, self.value == nil { check.add(Field.value, "value-missing") }
        let source = check.optionalLine(sourceName, field: Field.sourceName, limit: 300)
        if !takesBack, sourceName == nil { check.add(Field.sourceName, "value-source-missing") }
        let address = check.webAddress(sourceURL, field: Field.sourceURL)
        let reason = check.optionalLine(reason, field: Field.reason, limit: 500)
        if let asOf {
            let standing = record.standing(on: asOf)?.value ?? (record.asOf == asOf ? record.value : nil)
            if standing == nil, takesBack { check.add(Field.asOf, "no-value-to-take-back") }
            if standing != nil, reason == nil { check.add(Field.reason, "correction-reason-missing") }
            if let value, standing == value { check.add(Field.value, "value-as-before") }
        }
        try check.finish()
        guard let asOf else { throw InvalidForm([]) }
        var row = IndicatorValue()
        row.asOf = asOf
        row.value = value
        row.sourceName = source
        row.sourceURL = address
        row.recordedOn = today
        row.reason = reason
        return row
    }
}

/// A value of an indicator is recorded, with its source and its date. A value that stands is never changed: a new row
/// counts in its place and says why.
public struct RecordMeasurement: Sendable {
    private let key: String
    private let form: MeasurementForm
    private let programme: String

    public init(_ form: MeasurementForm, of key: String, in programme: String) {
        self.key = key
        self.form = form
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard let row = try MatterRow.find(MatterReference(.indicator, key), of: programme, in: db) else {
            throw MissingIndicator(key)
        }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let record = try writing.find(IndicatorRecord.self, row.id) else { throw MissingIndicator(key) }
        guard record.retiredOn == nil else { throw Refusal("indicator-is-retired") }
        let value = try form.validated(for: record, today: now.day)
        try writing.change(IndicatorRecord.self, row.id) { $0.add(value) }
    }
}
