// SPDX-License-Identifier: EUPL-1.2

import Storage
import Synchronization
import Testing

private struct Mishap: Error {}

@Suite struct TransactionTests {
    @Test(arguments: TestPlace.engines)
    func `what is written is read`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            try await database.write { db in try insertPerson("x", in: db) }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 3)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a closure that throws leaves nothing behind`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            await #expect(throws: Mishap.self) {
                try await database.write { db in
                    try insertPerson("x", in: db)
                    throw Mishap()
                }
            }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `increments at the same time lose nothing`(engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let one = try await place.open()
            let other = try await place.open()
            _ = try await one.migrate(TestSchema.migrations, recordedAt: TestSchema.now)

            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    let database = number.isMultiple(of: 2) ? one : other
                    group.addTask { try await increment(in: database) }
                }
                try await group.waitForAll()
            }

            let total: Int? = try await other.read { db in try db.value("SELECT count FROM counter WHERE id = 'a'") }
            #expect(total == 200)
            await one.close()
            await other.close()
        }
    }

    /// Reads first and writes what it computed, as a use case does.
    private func increment(in database: Database) async throws {
        try await database.write { db in
            let before: Int = try db.value("SELECT count FROM counter WHERE id = 'a'") ?? 0
            try db.execute("UPDATE counter SET count = \(before + 1) WHERE id = 'a'")
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a reader never sees half of a write`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let pairs = try await withThrowingTaskGroup(of: [Int].self) { group in
                for number in 1...50 {
                    group.addTask {
                        try await database.write { db in
                            try db.execute("UPDATE counter SET count = \(number) WHERE id = 'a'")
                            try db.execute("UPDATE counter SET count = \(number) WHERE id = 'b'")
                        }
                        return []
                    }
                    group.addTask {
                        try await database.read { db in
                            try ["a", "b"].map { id in
                                try db.value("SELECT count FROM counter WHERE id = \(id)") ?? -1
                            }
                        }
                    }
                }
                return try await group.reduce(into: [[Int]]()) { $0.append($1) }.filter { !$0.isEmpty }
            }
            #expect(pairs.count == 50)
            #expect(pairs.allSatisfy { $0.first == $0.last })
        }
    }

    @Test(arguments: TestPlace.engines)
    func `ten thousand rows fit into one transaction`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            try await database.write { db in
                for number in 0..<10_000 { try insertPerson("person \(number)", age: number, in: db) }
            }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 10_002)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a read may not write`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            await #expect(throws: StorageError.readOnly) {
                try await database.read { db in try insertPerson("x", in: db) }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a failed statement spoils the transaction even when the closure takes no notice`(
        engine: Engine
    ) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let expected = StorageError.uniqueViolation(table: "person", columns: ["id"])
            await #expect(throws: expected) {
                try await database.write { db in
                    try insertPerson("x", in: db)
                    try? insertPerson("x", in: db)
                }
            }
            await #expect(throws: expected) {
                try await database.write { db in
                    try? insertPerson("first", in: db)
                    try insertPerson("y", in: db)
                }
            }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a savepoint undoes its own part alone`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let names = try await database.write { db in
                try insertPerson("outer", in: db)
                try? db.savepoint {
                    try insertPerson("inner", in: db)
                    try insertPerson("outer", in: db)
                }
                try db.savepoint { try insertPerson("kept", in: db) }
                return try db.rows("SELECT id FROM person ORDER BY id").map { try $0.get("id", as: String.self) }
            }
            #expect(names == ["first", "kept", "outer", "second"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `statements are counted and told in their order`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let told = Mutex<[String]>([])
            let observed = database.observing { text in told.withLock { $0.append(text) } }

            let number = try await observed.read { db in
                _ = try db.rows("SELECT id FROM person")
                _ = try db.value("SELECT COUNT(*) FROM letter", as: Int.self)
                return db.statementCount
            }

            #expect(number == 2)
            #expect(told.withLock { $0 } == ["SELECT id FROM person", "SELECT COUNT(*) FROM letter"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `who is no longer waited for writes nothing`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await database.write { db in try insertPerson("x", in: db) }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a closed database says so`(engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await place.open()
            await database.close()
            await #expect(throws: StorageError.closed) {
                try await database.read { db in try db.rows("SELECT 1") }
            }
        }
    }
}
