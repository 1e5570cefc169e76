// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Storage

@Suite struct SQLTests {
    @Test func `each engine draws its own placeholders`() throws {
        let sql: SQL = "SELECT * FROM person WHERE id = \("x") AND age > \(3)"

        #expect(try RenderedStatement(sql, for: .sqlite).text == "SELECT * FROM person WHERE id = ? AND age > ?")
        #expect(try RenderedStatement(sql, for: .postgres).text == "SELECT * FROM person WHERE id = $1 AND age > $2")
    }

    @Test func `a value never stands in the text`() throws {
        let statement = try RenderedStatement("SELECT \("'; DROP TABLE person; --")", for: .sqlite)

        #expect(statement.text == "SELECT ?")
        #expect(statement.parameters.map(\.value) == [.text("'; DROP TABLE person; --")])
    }

    @Test func `pieces are spliced in order and numbered through`() throws {
        let conditions: [SQL] = ["a = \(1)", "b = \("two")", "c IN \(list: [Colour.red, .blue])"]
        let sql: SQL = "SELECT 1 WHERE \(conditions.joined(separator: " AND "))" + " LIMIT \(5)"

        let statement = try RenderedStatement(sql, for: .postgres)

        #expect(statement.text == "SELECT 1 WHERE a = $1 AND b = $2 AND c IN ($3, $4) LIMIT $5")
        #expect(
            statement.parameters.map(\.value)
                == [.integer(1), .text("two"), .text("red"), .text("blue"), .integer(5)])
    }

    @Test func `an empty piece adds nothing`() throws {
        let statement = try RenderedStatement("SELECT 1\(SQL.empty)", for: .sqlite)

        #expect(statement.text == "SELECT 1")
    }

    @Test func `a value that is missing keeps its type`() throws {
        let nothing: Int? = nil
        let statement = try RenderedStatement("SELECT \(nothing)", for: .postgres)

        #expect(statement.parameters == [SQL.Parameter(value: .null, type: .integer)])
    }

    @Test func `an identifier is quoted`() throws {
        let statement = try RenderedStatement("SELECT \(identifier: "a\"b")", for: .sqlite)

        #expect(statement.text == "SELECT \"a\"\"b\"")
    }

    @Test(arguments: ["SELECT \(identifier: "a\0b")", "SELECT \("a\0b")"] as [SQL])
    func `NUL is refused before it reaches an engine`(sql: SQL) {
        #expect(throws: StorageError.nulCharacter) { try RenderedStatement(sql, for: .postgres) }
    }

    @Test(arguments: [
        ("SELECT a FROM person WHERE 1 = 1", "person"),
        ("INSERT INTO \"letter\" (id) VALUES (?)", "letter"),
        ("UPDATE counter SET count = 1", "counter"),
        ("SELECT a FROM (SELECT b FROM inner_one) AS outer_one", "inner_one"),
        ("SELECT 1", "the statement"),
    ])
    func `the first table of a statement is found for messages`(text: String, table: String) {
        #expect(RenderedStatement.firstTable(in: text) == table)
    }
}

@Suite struct DatabaseURLTests {
    @Test(arguments: [
        ("sqlite::memory:", DatabaseURL.memory),
        ("sqlite:data/a b.sqlite", .file(path: "data/a b.sqlite")),
        ("sqlite:/var/lib/a.sqlite", .file(path: "/var/lib/a.sqlite")),
        ("sqlite:///var/lib/a.sqlite", .file(path: "/var/lib/a.sqlite")),
        ("postgres://host/name", .server(address: "postgres://host/name", schema: nil)),
        ("postgresql:///n?schema=x", .server(address: "postgresql:///n", schema: "x")),
        ("postgres:///n?host=/t&schema=x_1&user=u", .server(address: "postgres:///n?host=/t&user=u", schema: "x_1")),
    ])
    func `a place is read from its line`(url: String, expected: DatabaseURL) throws {
        #expect(try DatabaseURL(url) == expected)
    }

    @Test(arguments: [
        "", "sqlite:", "sqlite://host/a", "mysql://host/name", "a.sqlite", "postgres:///n?schema=",
        "postgres:///n?schema=a%22b", "postgres:///n?schema=a&schema=b",
    ])
    func `anything else is refused`(url: String) {
        #expect(
            performing: { try DatabaseURL(url) },
            throws: { error in
                guard case StorageError.invalidURL = error else { return false }
                return true
            })
    }
}
