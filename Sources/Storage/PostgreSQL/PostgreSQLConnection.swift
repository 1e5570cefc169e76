// SPDX-License-Identifier: EUPL-1.2

/// PostgreSQL inside one transaction.
final class PostgreSQLConnection: EngineConnection {
    private static let rowsAtATime = 500

    private let link: PostgreSQLLink
    private var cursors = 0

    init(_ link: PostgreSQLLink) {
        self.link = link
    }

    func execute(_ statement: RenderedStatement) throws -> Int {
        try link.run(statement).affectedRows
    }

    func rows(_ statement: RenderedStatement, firstOnly: Bool) throws -> [Row] {
        try link.run(statement).rows(statement: statement.text, limit: firstOnly ? 1 : .max)
    }

    /// Reads through a cursor, because libpq's own way of streaming admits no other statement until the last row.
    func forEach(_ statement: RenderedStatement, _ body: (Row) throws -> Void) throws {
        cursors += 1
        let cursor = "cursor_\(cursors)"
        _ = try link.runOnce(statement.prefixed(by: "DECLARE \(cursor) NO SCROLL CURSOR FOR "))
        let fetch = RenderedStatement(text: "FETCH \(Self.rowsAtATime) FROM \(cursor)")
        while true {
            let rows = try link.runOnce(fetch).rows(statement: statement.text)
            for row in rows { try body(row) }
            if rows.count < Self.rowsAtATime { break }
        }
        try link.run(script: "CLOSE \(cursor)")
    }

    func run(script: String) throws {
        try link.run(script: script)
    }
}
