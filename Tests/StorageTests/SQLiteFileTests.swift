// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@Suite struct SQLiteFileTests {
    @Test func `a database in memory is read and written`() async throws {
        let database = try await Database.open("sqlite::memory:")
        _ = try await database.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
        let people = try await database.read { db in try count("person", in: db) }

        #expect(people == 2)
    }

    @Test func `an acknowledged write is on the disk`() async throws {
        try await TestPlace.withDatabase(.sqlite) { database in
            let settings = try await database.write { db in
                [
                    try db.value("PRAGMA synchronous", as: Int.self).map(String.init),
                    try db.value("PRAGMA journal_mode", as: String.self),
                    try db.value("PRAGMA foreign_keys", as: Int.self).map(String.init),
                ]
            }
            #expect(settings == ["2", "wal", "1"])
        }
    }

    @Test func `a database that must exist is not created`() async throws {
        try await TestPlace.with(.sqlite) { place in
            await #expect(throws: StorageError.missingDatabase(path: place.path)) {
                try await Database.open(place.url, mustExist: true)
            }
            #expect(!FileManager.default.fileExists(atPath: place.path))
        }
    }

    @Test func `a folder that does not exist is named`() async throws {
        await #expect(throws: StorageError.missingFolder(path: "/nowhere/at/all")) {
            try await Database.open("sqlite:/nowhere/at/all/a.sqlite")
        }
    }

    @Test func `another kind of file is not a database`() async throws {
        try await TestPlace.with(.sqlite) { place in
            try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: place.path))

            await #expect(throws: StorageError.notADatabase(path: place.path)) { try await place.open() }
        }
    }

    @Test func `a damaged page is reported`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await place.open()
            _ = try await database.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
            await database.close()
            let file = try FileHandle(forUpdating: URL(filePath: place.path))
            try file.seek(toOffset: 4_096)
            try file.write(contentsOf: Data(repeating: 0xFF, count: 40_000))
            try file.close()

            let damaged = try await place.open()
            await #expect(throws: StorageError.damaged) {
                try await damaged.read { db in try db.rows("SELECT * FROM person") }
            }
            await damaged.close()
        }
    }

    @Test func `another program's write is waited for, but not for ever`() async throws {
        try await TestPlace.withDatabase(.sqlite) { _ in }
        try await TestPlace.with(.sqlite) { place in
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
            release.signal()
            try await holding
            try await waiter.write { db in try insertPerson("waiter", in: db) }
            let people = try await waiter.read { db in try count("person", in: db) }
            #expect(people == 4)
            await holder.close()
            await waiter.close()
        }
    }

    @Test func `a full disk is reported and nothing is written`() async throws {
        try await TestPlace.withDatabase(.sqlite) { database in
            await #expect(throws: StorageError.full) {
                try await database.write { db in
                    _ = try db.row("PRAGMA max_page_count = 1")
                    for number in 0..<10_000 { try insertPerson("person \(number)", in: db) }
                }
            }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 2)
        }
    }

    /// The permissions of a file do not hold back the superuser.
    @Test(.enabled(if: geteuid() != 0))
    func `a file that may only be read is reported`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await place.open()
            _ = try await database.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
            await database.close()
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: place.path)

            await #expect(throws: StorageError.readOnly) {
                let readable = try await place.open()
                try await readable.write { db in try insertPerson("x", in: db) }
            }
        }
    }
}
