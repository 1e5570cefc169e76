// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation

/// A list as spreadsheets and programs take it: every row that the page would show, over all its pages. Columns have
/// English names, dates are ISO 8601, and what is unknown is empty.
struct OpenTable: Sendable {
    let columns: [String]
    let rows: [[OpenValue]]

    init<Entry>(_ columns: [OpenColumn<Entry>], of entries: [Entry]) {
        self.columns = columns.map(\.name)
        self.rows = entries.map { entry in columns.map { $0.value(entry) } }
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
struct OpenColumn<Entry: Sendable>: Sendable {
    let name: String
    let value: @Sendable (Entry) -> OpenValue

    init(_ name: String, text: @escaping @Sendable (Entry) -> String?) {
        self.name = name
        value = { text($0).map(OpenValue.text) ?? .unknown }
    }

    init(_ name: String, number: @escaping @Sendable (Entry) -> Int64?) {
        self.name = name
        value = { number($0).map(OpenValue.number) ?? .unknown }
    }

    init(_ name: String, truth: @escaping @Sendable (Entry) -> Bool?) {
        self.name = name
        value = { truth($0).map(OpenValue.truth) ?? .unknown }
    }

    init(_ name: String, date: @escaping @Sendable (Entry) -> PartialDate?) {
        self.init(name, text: { date($0)?.text })
    }
}

/// One value of an open list.
enum OpenValue: Equatable, Sendable {
    case unknown
    case text(String)
    case number(Int64)
    case truth(Bool)

    var cell: String {
        switch self {
        case .unknown: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .truth(let truth): truth ? "true" : "false"
        }
    }

    var json: JSONValue {
        switch self {
        case .unknown: .null
        case .text(let text): .text(text)
        case .number(let number): .integer(number)
        case .truth(let truth): .bool(truth)
        }
    }
}
