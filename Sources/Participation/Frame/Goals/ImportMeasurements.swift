// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A list has been read and waits to be looked at. None of its values is recorded yet.
public struct BeginMeasurementImport: Sendable {
    private let fileName: String
    private let columns: [String]
    private let rows: [ImportRow]
    private let programme: String

    public init(_ fileName: String, columns: [String], rows: [ImportRow], in programme: String) {
        self.fileName = fileName
        self.columns = columns
        self.rows = rows
        self.programme = programme
    }

    /// - Returns: the id of the import
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard !rows.isEmpty else { throw InvalidForm([.init("datei", "table-empty")]) }
        guard rows.count <= MeasurementImport.mostRows else {
            throw InvalidForm([.init("datei", "table-too-long", limit: MeasurementImport.mostRows)])
        }
        let list = MeasurementImport(
            id: Digest.random(bytes: 16), fileName: String(fileName.prefix(200)), columns: columns,
            mapping: MeasurementMapping.guess(columns), rowCount: Int64(rows.count), createdAt: now.text, doneAt: nil,
            undoneAt: nil)
        try list.insert(in: programme, by: person.id, rows, db)
        return list.id
    }
}

/// What a list would record, row by row, by what its columns are said to mean.
public struct PreviewMeasurementImport: Sendable {
    public let list: MeasurementImport
    public let rows: [ReadMeasurementRow]
    /// How many values stand in the series because of the list; nil before it is recorded.
    public let recorded: Int64?

    public static func read(
        _ id: String, in programme: String, today: PartialDate, _ db: Connection
    ) throws -> PreviewMeasurementImport? {
        guard let list = try MeasurementImport.find(id, in: programme, db) else { return nil }
        guard list.doneAt == nil else {
            return PreviewMeasurementImport(list: list, rows: [], recorded: try list.valueCount(db))
        }
        var reading = ReadMeasurementImport(list.mapping, try Indicator.list(in: programme, db), today: today)
        return PreviewMeasurementImport(list: list, rows: reading.read(try list.rows(db)), recorded: nil)
    }

    public var values: [(number: Int64, value: ImportedMeasurement)] {
        rows.compactMap { row in if case .value(let value) = row.result { (row.number, value) } else { nil } }
    }

    public var duplicates: [(number: Int64, value: ImportedMeasurement)] {
        rows.compactMap { row in if case .duplicate(let value) = row.result { (row.number, value) } else { nil } }
    }

    public var faulty: [(number: Int64, faults: [InvalidForm.Fault])] {
        rows.compactMap { row in if case .faulty(let faults) = row.result { (row.number, faults) } else { nil } }
    }
}

/// Somebody says what the columns mean.
public struct MapMeasurementImport: Sendable {
    private let id: String
    private let mapping: MeasurementMapping
    private let programme: String

    public init(_ id: String, _ mapping: MeasurementMapping, in programme: String) {
        self.id = id
        self.mapping = mapping
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        try visitor.mayEditGoals(in: programme).check()
        guard let list = try MeasurementImport.find(id, in: programme, db), list.doneAt == nil else {
            throw Refusal("list-is-recorded")
        }
        guard mapping.columns.values.allSatisfy(list.columns.indices.contains),
            Set(mapping.columns.values).count == mapping.columns.count
        else { throw InvalidForm([.init("spalte-indikator", "column-twice")]) }
        try MeasurementImport.store(mapping, of: id, db)
    }
}

/// All good rows of a list are recorded, or none.
public struct RunMeasurementImport: Sendable {
    private let id: String
    private let leavesOutFaulty: Bool
    private let programme: String

    /// - Parameter leavesOutFaulty: whether rows with faults may stay behind
    public init(_ id: String, leavesOutFaulty: Bool, in programme: String) {
        self.id = id
        self.leavesOutFaulty = leavesOutFaulty
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard let preview = try PreviewMeasurementImport.read(id, in: programme, today: now.day, db),
            preview.list.doneAt == nil
        else { throw Refusal("list-is-recorded") }
        let faulty = preview.faulty.count
        guard leavesOutFaulty || faulty == 0 else {
            throw InvalidForm([.init("auslassen", "import-has-faults", limit: faulty)])
        }
        guard !preview.values.isEmpty else { throw InvalidForm([.init("auslassen", "list-has-no-values")]) }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        let rows = Dictionary(grouping: preview.values) { $0.value.indicator }
        for indicator in rows.keys.sorted() {
            var places: [(row: Int64, place: Int)] = []
            try writing.change(IndicatorRecord.self, indicator) { record in
                places = []
                for row in rows[indicator] ?? [] {
                    record.add(row.value.row(on: now.day))
                    places.append((row.number, record.values.count))
                }
            }
            for noted in places { try preview.list.note(noted.row, indicator, place: noted.place, db) }
        }
        try preview.list.noteDone(at: now, db)
    }
}

/// A whole list is taken back: for each of its values that still counts a new row brings back what stood before, or
/// nothing. What somebody has put right since then stays.
public struct UndoMeasurementImport: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard let list = try MeasurementImport.find(id, in: programme, db), list.doneAt != nil, list.undoneAt == nil
        else { throw Refusal("list-is-not-recorded") }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        let places = Dictionary(grouping: try list.values(db)) { $0.indicator }
        for indicator in places.keys.sorted() {
            let own = Set((places[indicator] ?? []).map(\.place))
            try writing.change(IndicatorRecord.self, indicator) { record in
                record.takeBack(own, because: "Rücknahme der Liste „\(list.fileName)“", on: now.day)
            }
        }
        try list.noteUndone(at: now, db)
    }
}

extension IndicatorRecord {
    /// Adds rows that bring back what stood before those of some places, as far as they still count.
    fileprivate mutating func takeBack(_ places: Set<Int>, because reason: String, on day: PartialDate) {
        let before = values
        var dates: [PartialDate] = []
        for (index, row) in before.enumerated() where places.contains(index + 1) && !dates.contains(row.asOf) {
            dates.append(row.asOf)
        }
        for date in dates {
            guard let last = before.lastIndex(where: { $0.asOf == date }), places.contains(last + 1) else { continue }
            let earlier = before.enumerated().last { !places.contains($0.offset + 1) && $0.element.asOf == date }
            var row = earlier?.element ?? IndicatorValue()
            row.asOf = date
            row.recordedOn = day
            row.reason = reason
            add(row)
        }
    }
}
