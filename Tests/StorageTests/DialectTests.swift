// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@Suite struct DialectTests {
    @Test(arguments: TestPlace.engines)
    func `a sum cast back is an integer`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let sum: Int? = try await database.write { db in
                try insertPerson("a", age: 40, in: db)
                try insertPerson("b", age: 2, in: db)
                return try db.value("SELECT CAST(SUM(age) AS BIGINT) FROM person")
            }
            #expect(sum == 42)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `text sorts by its bytes`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let names = ["Ähre", "Zeche", "ähre", "zeche", "a b", "a-b", "ab", "aB", "Ab", "", "🧱", "\u{FFFD}"]
            let sorted = try await database.write { db in
                try db.execute("DELETE FROM person")
                for name in names { try insertPerson(name, in: db) }
                return try db.rows("SELECT id FROM person ORDER BY id").map { try $0.get("id", as: String.self) }
            }
            let largest: String? = try await database.read { db in try db.value("SELECT MAX(id) FROM person") }
            let beforeZ: Int? = try await database.read { db in
                try db.value("SELECT COUNT(*) FROM person WHERE id < \("Z")")
            }

            #expect(sorted == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            #expect(largest == "🧱")
            #expect(beforeZ == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an empty list matches nothing, and its opposite everything`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let (none, all, byNumber) = try await database.read { db in
                (
                    try db.rows("SELECT id FROM person WHERE id IN \(list: [String]())").count,
                    try db.rows("SELECT id FROM person WHERE id NOT IN \(list: [String]())").count,
                    try db.rows("SELECT id FROM counter WHERE count IN \(list: [Int]())").count
                )
            }
            #expect([none, all, byNumber] == [0, 2, 0])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a list finds each of its values`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let long = (0..<500).map { "nobody \($0)" } + ["second", "first"]
            let found = try await database.read { db in
                try db.rows("SELECT id FROM person WHERE id IN \(list: long) ORDER BY id").map { row in
                    try row.get("id", as: String.self)
                }
            }
            #expect(found == ["first", "second"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a row that exists is updated in the same statement`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let counts = try await database.write { db in
                try ["a", "c", "c"].map { id in
                    try db.rows(
                        """
                        INSERT INTO counter (id, count) VALUES (\(id), \(1))
                        ON CONFLICT (id) DO UPDATE SET count = counter.count + excluded.count RETURNING count
                        """
                    ).map { try $0.get("count", as: Int.self) }
                }
            }
            #expect(counts == [[1], [1], [2]])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a statement tells how many rows it has changed`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let changed = try await database.write { db in
                [
                    try db.execute("UPDATE counter SET count = 5"),
                    try db.execute("UPDATE counter SET count = 6 WHERE id = 'nobody'"),
                    try db.execute("INSERT INTO counter (id, count) VALUES ('a', 1) ON CONFLICT DO NOTHING"),
                    try db.execute("DELETE FROM counter WHERE id = 'a'"),
                    try db.execute("CREATE TABLE other (id TEXT PRIMARY KEY)"),
                ]
            }
            #expect(changed == [2, 0, 0, 1, 0])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `common table expressions and window functions work`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let numbered = try await database.read { db in
                try db.rows(
                    """
                    WITH RECURSIVE step (n) AS (
                        SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM step WHERE n < \(3)
                    )
                    SELECT n, ROW_NUMBER() OVER (ORDER BY n DESC) AS place FROM step ORDER BY n
                    """
                ).map { row in [try row.get("n", as: Int.self), try row.get("place", as: Int.self)] }
            }
            #expect(numbered == [[1, 3], [2, 2], [3, 1]])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a page of a list is cut by limit and offset`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let page = try await database.read { db in
                try db.rows("SELECT id FROM person ORDER BY id LIMIT \(1) OFFSET \(1)").map { row in
                    try row.get("id", as: String.self)
                }
            }
            #expect(page == ["second"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `quotes and backslashes in a literal are plain characters`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let text: String? = try await database.read { db in try db.value("SELECT 'it''s a \\n'") }
            #expect(text == "it's a \\n")
        }
    }
}
