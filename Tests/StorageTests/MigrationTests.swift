// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@Suite struct MigrationTests {
    private let migrations = TestSchema.migrations

    @Test(arguments: TestPlace.engines)
    func `each migration is applied once and recorded`(engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await place.open()
            let pending = try await database.pendingMigrations(migrations)
            let first = try await database.migrate(Array(migrations.prefix(1)), recordedAt: "then")
            let second = try await database.migrate(migrations, recordedAt: "now")
            let third = try await database.migrate(migrations, recordedAt: "later")
            let left = try await database.pendingMigrations(migrations)
            let records = try await database.read { db in
                try db.rows("SELECT number, name, checksum, recorded_at FROM schema_migration ORDER BY number").map {
                    try "\($0.get("number", as: Int.self)) \($0.get("recorded_at", as: String.self))"
                }
            }
            await database.close()

            #expect(pending == migrations)
            #expect([first, second, third, left] == [[migrations[0]], [migrations[1]], [], []])
            #expect(records == ["1 then", "2 now"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `of programs that start at once, one does the work and the others wait`(engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { [migrations] in
                        let database = try await place.open()
                        let applied = try await database.migrate(migrations, recordedAt: TestSchema.now)
                        await database.close()
                        return applied.count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(applied == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a migration that fails leaves nothing of itself`(engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await place.open()
            let broken = Migration(
                number: 3, name: "broken", sql: "CREATE TABLE half (id TEXT); SELECT * FROM nowhere;")
            do {
                _ = try await database.migrate(migrations + [broken], recordedAt: TestSchema.now)
                Issue.record("the broken migration was applied")
            } catch StorageError.failedMigration(let number, let name, _) {
                #expect(number == 3)
                #expect(name == "broken")
            }
            let pending = try await database.pendingMigrations(migrations + [broken])
            await #expect(throws: StorageError.self) {
                try await database.read { db in try count("half", in: db) }
            }
            await database.close()

            #expect(pending == [broken])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a database newer than the program is refused`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let older = Array(migrations.prefix(1))
            let expected = StorageError.newer(databaseMigration: 2, program: 1)

            await #expect(throws: expected) { try await database.pendingMigrations(older) }
            await #expect(throws: expected) { try await database.migrate(older, recordedAt: TestSchema.now) }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a migration that was changed after it was applied is refused`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let changed = [migrations[0], Migration(number: 2, name: "letters", sql: migrations[1].sql + " ")]

            await #expect(throws: StorageError.changedMigration(number: 2, name: "letters")) {
                try await database.migrate(changed, recordedAt: TestSchema.now)
            }
        }
    }

    @Test func `the files of a folder are read in the order of their numbers`() throws {
        try withFolder(of: ["0002_second.sql": "two", "0001_first_step.sql": "one", "notes.txt": "no"]) { folder in
            let loaded = try Migration.load(from: folder)

            #expect(
                loaded == [
                    Migration(number: 1, name: "first_step", sql: "one"),
                    Migration(number: 2, name: "second", sql: "two"),
                ])
        }
    }

    @Test(arguments: [
        ["0001_a.sql": "", "0003_c.sql": ""], ["0001_a.sql": "", "0001_b.sql": ""], ["0002_b.sql": ""],
        ["1_a.sql": ""], ["first.sql": ""],
    ])
    func `a gap, a double number and a nameless file are refused`(files: [String: String]) throws {
        try withFolder(of: files) { folder in
            #expect(
                performing: { try Migration.load(from: folder) },
                throws: { error in
                    guard case StorageError.unorderedMigrations = error else { return false }
                    return true
                })
        }
    }

    @Test func `a checksum is the digest of the text`() {
        let empty = Migration(number: 1, name: "empty", sql: "")

        #expect(empty.checksum == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    private func withFolder(of files: [String: String], _ test: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        try test(folder)
    }
}
