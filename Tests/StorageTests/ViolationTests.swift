// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@Suite struct ViolationTests {
    static let cases: [(SQL, StorageError)] = [
        (
            "INSERT INTO person (id, name) VALUES ('first', 'x')",
            .uniqueViolation(table: "person", columns: ["id"])
        ),
        (
            "INSERT INTO person (id, name, age) VALUES ('x', 'same', 3), ('y', 'same', 3)",
            .uniqueViolation(table: "person", columns: ["name", "age"])
        ),
        ("INSERT INTO letter (id, person_id, body) VALUES ('x', 'nobody', '')", .foreignKeyViolation),
        (
            "INSERT INTO person (id, name, active) VALUES ('x', 'x', 2)",
            .checkViolation(constraint: "active_is_yes_or_no")
        ),
        (
            "INSERT INTO person (id, name) VALUES ('x', \(String?.none))",
            .notNullViolation(table: "person", column: "name")
        ),
    ]

    @Test(arguments: TestPlace.engines)
    func `each broken rule arrives as the same error`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            for (statement, expected) in Self.cases {
                await #expect(throws: expected) {
                    try await database.write { db in try db.execute(statement) }
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a row that is referred to cannot be removed`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            try await database.write { db in
                try db.execute("INSERT INTO letter (id, person_id, body) VALUES ('x', 'first', '')")
            }
            await #expect(throws: StorageError.foreignKeyViolation) {
                try await database.write { db in try db.execute("DELETE FROM person WHERE id = 'first'") }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a wrong statement is shown in the message, a value is not`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            do {
                _ = try await database.read { db in try db.rows("SELECT nothing FROM person WHERE id = \("secret")") }
                Issue.record("a column that does not exist was read")
            } catch let error as StorageError {
                #expect("\(error)".contains("SELECT nothing FROM person"))
                #expect(!"\(error)".contains("secret"))
            }
        }
    }
}
