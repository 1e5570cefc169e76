// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Synchronization
import Testing

@testable import Storage

@Suite(.enabled(if: TestPlace.server != nil, "DREIKLANG_TEST_POSTGRES names no server: nothing is tried on PostgreSQL"))
struct PostgreSQLServerTests {
    @Test func `a write whose connection is lost before its end runs again`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            let runs = Mutex(0)
            try await database.write { db in
                let run = runs.withLock { runs in
                    runs += 1
                    return runs
                }
                try insertPerson("run \(run)", in: db)
                if run == 1 { _ = try db.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            let people = try await names(in: database)
            #expect(people == ["first", "run 2", "second"])
        }
    }

    @Test func `a read whose connection is lost runs again`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            let runs = Mutex(0)
            let people = try await database.read { db in
                let isFirst = runs.withLock { runs in
                    runs += 1
                    return runs == 1
                }
                if isFirst { _ = try db.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
                return try count("person", in: db)
            }
            #expect(people == 2)
            #expect(runs.withLock { $0 } == 2)
        }
    }

    @Test func `a write that always loses its connection gives up and leaves nothing`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            let runs = Mutex(0)
            await #expect(
                performing: {
                    try await database.write { db in
                        runs.withLock { $0 += 1 }
                        try insertPerson("x", in: db)
                        _ = try db.rows("SELECT pg_terminate_backend(pg_backend_pid())")
                    }
                }, throws: isUnavailable)
            let people = try await names(in: database)
            #expect(runs.withLock { $0 } == 3)
            #expect(people == ["first", "second"])
        }
    }

    @Test func `a write whose connection is lost while it is confirmed does not run again`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            try await database.write { db in
                try db.execute(
                    """
                    CREATE FUNCTION end_connection() RETURNS trigger LANGUAGE plpgsql
                    AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NEW; END'
                    """)
                try db.execute(
                    """
                    CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON letter DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION end_connection()
                    """)
            }
            let runs = Mutex(0)
            await #expect(
                performing: {
                    try await database.write { db in
                        runs.withLock { $0 += 1 }
                        try db.execute("INSERT INTO letter (id, person_id, body) VALUES ('x', 'first', '')")
                    }
                }, throws: isUnavailable)
            let letters = try await database.read { db in try count("letter", in: db) }
            #expect(runs.withLock { $0 } == 1)
            #expect(letters == 0)
        }
    }

    @Test func `another node's write is waited for, but not for ever`() async throws {
        try await TestPlace.with(.postgres) { place in
            let holder = try await place.open()
            let waiter = try await place.open(patience: .milliseconds(50))
            _ = try await holder.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
            let held = AsyncStream.makeStream(of: Void.self)
            let release = DispatchSemaphore(value: 0)
            async let holding: Void = holder.write { db in
                try insertPerson("holder", in: db)
                held.continuation.yield()
                release.wait()
            }
            for await _ in held.stream { break }

            await #expect(throws: StorageError.locked) {
                try await waiter.write { db in try insertPerson("waiter", in: db) }
            }
            let readMeanwhile = try await waiter.read { db in try count("person", in: db) }
            release.signal()
            try await holding
            #expect(readMeanwhile == 2)
            await holder.close()
            await waiter.close()
        }
    }

    @Test func `a changed schema does not trouble a statement that was prepared before`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            let before = try await database.read { db in try db.row("SELECT * FROM counter")?.columns }
            try await database.write { db in try db.execute("ALTER TABLE counter ADD COLUMN note TEXT") }
            let after = try await database.read { db in try db.row("SELECT * FROM counter")?.columns }

            #expect(before == ["id", "count"])
            #expect(after == ["id", "count", "note"])
        }
    }

    @Test func `more kinds of statements than are kept prepared still work`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            let sum = try await database.read { db in
                try (1...600).reduce(0) { sum, number in
                    let text = SQL(stringLiteral: "SELECT CAST(\(number) AS BIGINT)")
                    return sum + (try db.value(text, as: Int.self) ?? 0)
                }
            }
            #expect(sum == 600 * 601 / 2)
        }
    }

    @Test func `a sum that was not cast back cannot be read`() async throws {
        try await TestPlace.withDatabase(.postgres) { database in
            await #expect(
                throws: StorageError.decoding(
                    column: "sum", table: "counter", expected: "Int", found: "a number without bounds")
            ) {
                try await database.read { db in try db.value("SELECT SUM(count) FROM counter", as: Int.self) }
            }
        }
    }

    @Test func `a server that is not there is unavailable, and the message holds no password`() async throws {
        await #expect(
            performing: {
                try await Database.open("postgres://me:secret@127.0.0.1:1/nothing")
            }, throws: { error in isUnavailable(error) && !"\(error)".contains("secret") })
    }

    @Test func `a schema that must exist is not created`() async throws {
        let server = try #require(TestPlace.server)
        let url = server + (server.contains("?") ? "&" : "?") + "schema=nowhere_to_be_found"
        await #expect(throws: StorageError.missingDatabase(path: "the schema nowhere_to_be_found of the server")) {
            try await Database.open(url, mustExist: true)
        }
    }

    @Test func `a database that sorts by the rules of a language is refused`() async throws {
        let server = try #require(TestPlace.server)
        let name = "german_order"
        let link = try PostgreSQLLink(address: server)
        try link.run(script: "DROP DATABASE IF EXISTS \(name)")
        try link.run(
            script: """
                CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de'
                """)
        let german = server + (server.contains("?") ? "&" : "?") + "dbname=" + name

        await #expect(
            performing: { try await Database.open(german) },
            throws: { error in
                guard case StorageError.unsuitableServer = error else { return false }
                return "\(error)".contains("CREATE DATABASE")
            })
        try link.run(script: "DROP DATABASE \(name)")
    }

    private func names(in database: Database) async throws -> [String] {
        try await database.read { db in
            try db.rows("SELECT id FROM person ORDER BY id").map { try $0.get("id", as: String.self) }
        }
    }
}

private func isUnavailable(_ error: any Error) -> Bool {
    guard case StorageError.unavailable = error else { return false }
    return true
}
