// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// A list as spreadsheets and programs take it: every row that the page would show, over all its pages. Columns have
/// English names, dates are ISO 8601, and what is unknown is empty.
struct OpenTable: Sendable {
    let columns: [String]
    let rows: [[OpenValue]]

    init(columns: [String], rows: [[OpenValue]]) {
        self.columns = columns
        self.rows = rows
    }

    func csv() -> [UInt8] {
        CSVWriter(columns: columns).bytes(of: rows.lazy.map { $0.map(\.cell) })
    }

    /// - Parameter about: what the document says of itself before the rows
    func json(about: [JSONValue.Member]) -> [UInt8] {
        let objects = rows.map { row in
            JSONValue.object(zip(columns, row).map { JSONValue.Member($0, $1.json) })
        }
        let count = JSONValue.Member("count", .integer(Int64(rows.count)))
        return JSONValue.object(about + [count, JSONValue.Member("rows", .list(objects))]).bytes()
    }
}

/// One column of an open list and where its values come from.
struct OpenColumn<Entry>: Sendable {
    let field: OpenField
    let value: @Sendable (Entry) -> OpenValue

    var name: String { field.name }

    init(_ name: String, text: @escaping @Sendable (Entry) -> String?) {
        field = OpenField(name: name, kind: .text)
        value = { text($0).map(OpenValue.text) ?? .unknown }
    }

    init(_ name: String, number: @escaping @Sendable (Entry) -> Int64?) {
        field = OpenField(name: name, kind: .number)
        value = { number($0).map(OpenValue.number) ?? .unknown }
    }

    init(_ name: String, decimal: @escaping @Sendable (Entry) -> ScaledDecimal?) {
        field = OpenField(name: name, kind: .decimal)
        value = { decimal($0).map { .decimal($0.text) } ?? .unknown }
    }

    init(_ name: String, truth: @escaping @Sendable (Entry) -> Bool?) {
        field = OpenField(name: name, kind: .truth)
        value = { truth($0).map(OpenValue.truth) ?? .unknown }
    }

    init(_ name: String, date: @escaping @Sendable (Entry) -> PartialDate?) {
        field = OpenField(name: name, kind: .date)
        value = { date($0).map { .text($0.text) } ?? .unknown }
    }
}

/// What a column holds, as the description of the list names it.
struct OpenField: Equatable, Sendable {
    let name: String
    let kind: Kind

    enum Kind: String, CaseIterable, Sendable {
        /// A decimal is written with a point, a date after ISO 8601 and as exactly as it is known.
        case text, number, decimal, truth, date
    }
}

/// One value of an open list.
enum OpenValue: Equatable, Sendable {
    case unknown
    case text(String)
    case number(Int64)
    /// Digits with a point, exactly as they were recorded.
    case decimal(String)
    case truth(Bool)

    var cell: String {
        switch self {
        case .unknown: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let digits): digits
        case .truth(let truth): truth ? "true" : "false"
        }
    }

    var json: JSONValue {
        switch self {
        case .unknown: .null
        case .text(let text): .text(text)
        case .number(let number): .integer(number)
        case .decimal(let digits): .decimal(digits)
        case .truth(let truth): .bool(truth)
        }
    }
}
