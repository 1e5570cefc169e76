// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@Suite struct WatchingTests {
    @Test func `a file that was removed under the running program is noticed and no longer written`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await place.open()
            _ = try await database.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
            try await database.check()
            try FileManager.default.removeItem(atPath: place.path)

            await #expect(throws: StorageError.missingDatabase(path: place.path)) { try await database.check() }
            await #expect(throws: StorageError.missingDatabase(path: place.path)) {
                try await database.write { db in try insertPerson("lost", in: db) }
            }
            let people = try await database.read { db in try count("person", in: db) }
            #expect(people == 2)
            await database.close()
        }
    }

    @Test func `a file that was replaced is not taken for the one that was opened`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await place.open()
            _ = try await database.migrate(TestSchema.migrations, recordedAt: TestSchema.now)
            let copy = place.path + ".copy"
            try FileManager.default.copyItem(atPath: place.path, toPath: copy)
            try FileManager.default.removeItem(atPath: place.path)
            try FileManager.default.moveItem(atPath: copy, toPath: place.path)

            await #expect(
                throws: StorageError.unavailable(
                    reason: "\(place.path) was replaced while the program runs; start it again")
            ) { try await database.check() }
            await database.close()
        }
    }

    @Test(arguments: TestPlace.engines)
    func `transactions are counted while they run and while they wait`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let before = database.statistics
            let (running, waiting) = try await withThrowingTaskGroup(of: Void.self) { group in
                let entered = AsyncStream.makeStream(of: Void.self)
                let leave = DispatchSemaphore(value: 0)
                group.addTask {
                    try await database.write { _ in
                        entered.continuation.yield()
                        leave.wait()
                    }
                }
                var iterator = entered.stream.makeAsyncIterator()
                await iterator.next()
                group.addTask { try await database.write { db in try insertPerson("next", in: db) } }
                while database.statistics.writes.total < before.writes.total + 2 { await Task.yield() }
                let statistics = database.statistics
                leave.signal()
                try await group.waitForAll()
                return (statistics.writes.running, statistics.writes.waiting)
            }
            #expect(running == 1)
            #expect(waiting == 1)
            #expect(database.statistics.writes.running == 0)
            #expect(database.statistics.writes.waiting == 0)
            #expect(database.statistics.writes.waited > before.writes.waited)
            _ = try? await database.read { db in try db.value("SELECT nothing FROM nowhere", as: Int.self) }
            #expect(database.statistics.reads.running == 0)
            #expect(database.statistics.reads.waiting == 0)
        }
    }
}
