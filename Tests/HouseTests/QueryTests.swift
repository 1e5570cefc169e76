// SPDX-License-Identifier: EUPL-1.2

import Testing

/// SQL stands in one place per feature, so that a column is renamed in one file.
@Suite struct QueryTests {
    @Test func `SQL stands only in the files named Queries`() throws {
        let offenders = try Repository.sources
            .filter { !$0.path.hasPrefix("Sources/Storage/") }
            .flatMap { Self.offenders(in: $0) }

        #expect(offenders == [])
    }

    @Test func `the web layer has no queries of its own`() throws {
        let offenders = try Repository.sources.map(\.path)
            .filter { $0.hasSuffix("Queries.swift") && !$0.hasPrefix("Sources/Participation/") }

        #expect(offenders == [])
    }

    @Test func `every query of the domain is found by this rule`() throws {
        let queries = try Repository.sources.filter { $0.path.hasSuffix("Queries.swift") }
        let silent = queries.filter { file in !file.swift.literals.contains { Self.isSQL($0.text) } }.map(\.path)

        #expect(!queries.isEmpty)
        #expect(silent == [])
    }

    @Test(arguments: [
        "SELECT title FROM project", "INSERT INTO idea (id) VALUES (1)", "UPDATE idea SET title = 1",
        "DELETE FROM idea", " JOIN goal ON goal.id = 1", "x ORDER BY sort_key, id",
    ])
    func `a statement outside of them is noticed`(statement: String) {
        let file = RepositoryFile(path: "Sources/Web/Page.swift", text: "let text = \"\(statement)\"\n")

        #expect(Self.offenders(in: file) == ["Sources/Web/Page.swift:1"])
    }

    @Test(arguments: ["Select one", "update the idea", "from here", "INSERT COIN"])
    func `a sentence is no statement`(sentence: String) {
        #expect(!Self.isSQL(sentence))
    }

    static func offenders(in file: RepositoryFile) -> [String] {
        guard !file.name.hasSuffix("Queries.swift") else { return [] }
        return file.swift.literals.filter { isSQL($0.text) }.map { "\(file.path):\($0.line)" }
    }

    static func isSQL(_ text: String) -> Bool {
        text.contains(/\b(SELECT|INSERT INTO|DELETE FROM|FROM|JOIN|WHERE|ORDER BY|GROUP BY)\s+[a-z_(1*\\]/)
            || text.contains(/\bUPDATE\s+[a-z_]+\s+SET\b|\b(CREATE|DROP|ALTER) (TABLE|VIEW|INDEX)\b/)
    }
}
