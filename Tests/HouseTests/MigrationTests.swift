// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// The one dialect that SQLite and PostgreSQL both understand in the same way.
@Suite struct MigrationTests {
    static let reserved = ["user", "item", "content", "resource", "module", "component", "entity", "task"]

    @Test func `migrations are numbered without gaps`() throws {
        let names = try Self.migrations.map(\.name)
        let numbers = names.compactMap { $0.firstMatch(of: /^(\d{4})_[a-z0-9_]+\.sql$/).flatMap { Int($0.1) } }

        #expect(!names.isEmpty)
        #expect(numbers == Array(1..<(names.count + 1)))
    }

    @Test func `no function or type that the two engines see differently`() throws {
        let offenders = try Self.migrations.flatMap { Self.offenders(in: $0) }

        #expect(offenders == [])
    }

    @Test func `no table bears a word that means nothing here`() throws {
        let tables = try Self.migrations.flatMap { file in
            Self.statements(of: file.text).matches(of: /CREATE TABLE\s+(\w+)/).map { String($0.1) }
        }
        let offenders = tables.filter { Self.reserved.contains($0) || $0 != $0.lowercased() }

        #expect(!tables.isEmpty)
        #expect(offenders == [])
    }

    @Test func `no query uses a function that the two engines see differently`() throws {
        let pattern = /\b(LIKE|ILIKE|GLOB)\b|\b(lower|upper|strftime|now|json\w*)\(/.ignoresCase()
        let offenders = try Repository.sources.filter { $0.name.hasSuffix("Queries.swift") }.flatMap { file in
            file.swift.literals.filter { QueryTests.isSQL($0.text) && $0.text.contains(pattern) }
                .map { "\(file.path):\($0.line)" }
        }

        #expect(offenders == [])
    }

    @Test(arguments: ["id INTEGER", "x BOOLEAN", "y REAL", "CHECK (a LIKE 'b')", "lower(name)", "t TIMESTAMP"])
    func `the other dialects are noticed`(column: String) {
        let file = RepositoryFile(path: "1.sql", text: "CREATE TABLE a (\n    \(column)\n);\n")

        #expect(Self.offenders(in: file).count == 1)
    }

    @Test func `comments and texts are not the dialect`() {
        let file = RepositoryFile(path: "1.sql", text: "-- like an INTEGER\nINSERT INTO a (b) VALUES ('REAL');\n")

        #expect(Self.offenders(in: file) == [])
    }

    static var migrations: [RepositoryFile] {
        get throws { try Repository.files(under: "Resources/Migrations", endingIn: [".sql"]) }
    }

    static func offenders(in file: RepositoryFile) -> [String] {
        let types = /\b(INT|INTEGER|SMALLINT|BOOLEAN|REAL|FLOAT|DOUBLE|NUMERIC|DATE|TIMESTAMP\w*|SERIAL\w*)\b/
        let others = /\b(LIKE|ILIKE|JSONB?|STRICT|TRIGGER|AUTOINCREMENT)\b|\b(lower|upper|json\w*)\s*\(/.ignoresCase()
        return statements(of: file.text).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .compactMap { index, line in
                let word = line.firstMatch(of: types)?.output.0 ?? line.firstMatch(of: others)?.output.0
                return word.map { "\(file.path):\(index + 1) \($0)" }
            }
    }

    /// The text without comments and without what stands in quotation marks; its lines keep their numbers.
    static func statements(of text: String) -> String {
        text.replacing(/--[^\n]*/, with: "").replacing(/'[^'\n]*'/, with: "''")
    }
}
