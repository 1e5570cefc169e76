// SPDX-License-Identifier: EUPL-1.2

import Foundation
internal import GRDB

/// SQLite inside one transaction.
final class SQLiteConnection: EngineConnection {
    private let database: GRDB.Database
    private var running: Set<String> = []

    init(_ database: GRDB.Database) {
        self.database = database
    }

    func execute(_ statement: RenderedStatement) throws -> Int {
        try translatingErrors(statement: statement.text) {
            let before = database.totalChangesCount
            try prepared(statement).execute(arguments: arguments(of: statement))
            // SQLite repeats the last count after a statement that changes no row, such as CREATE TABLE.
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    func rows(_ statement: RenderedStatement, firstOnly: Bool) throws -> [Row] {
        try translatingErrors(statement: statement.text) {
            let prepared = try prepared(statement)
            let cursor = try GRDB.Row.fetchCursor(prepared, arguments: arguments(of: statement))
            let header = Row.Header(columns: prepared.columnNames, statement: statement.text)
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(header: header, values: row.databaseValues.map(StoredValue.init)))
                // A statement that writes must run to its end.
                if firstOnly && prepared.isReadonly { break }
            }
            return rows
        }
    }

    func forEach(_ statement: RenderedStatement, _ body: (Row) throws -> Void) throws {
        try translatingErrors(statement: statement.text) {
            let prepared = try prepared(statement)
            let isOutermost = running.insert(statement.text).inserted
            defer { if isOutermost { running.remove(statement.text) } }
            let cursor = try GRDB.Row.fetchCursor(prepared, arguments: arguments(of: statement))
            let header = Row.Header(columns: prepared.columnNames, statement: statement.text)
            while let row = try cursor.next() {
                try body(Row(header: header, values: row.databaseValues.map(StoredValue.init)))
            }
        }
    }

    func run(script: String) throws {
        try translatingErrors(statement: script) { try database.execute(sql: script) }
    }

    /// Statements with very long lists come in countless lengths and would fill the cache. One that is just being read
    /// row by row must not be started anew from inside.
    private func prepared(_ statement: RenderedStatement) throws -> Statement {
        if statement.parameters.count > 100 || running.contains(statement.text) {
            return try database.makeStatement(sql: statement.text)
        }
        return try database.cachedStatement(sql: statement.text)
    }

    private func arguments(of statement: RenderedStatement) -> StatementArguments {
        StatementArguments(statement.parameters.map { DatabaseValue($0.value) })
    }
}

extension DatabaseValue {
    fileprivate init(_ value: StoredValue) {
        switch value {
        case .null, .unsupported: self = .null
        case .integer(let integer): self = integer.databaseValue
        case .text(let text): self = text.databaseValue
        case .blob(let bytes): self = Data(bytes).databaseValue
        }
    }
}

extension StoredValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(integer)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob(Array(data))
        case .double: self = .unsupported(type: "a floating point number")
        }
    }
}
