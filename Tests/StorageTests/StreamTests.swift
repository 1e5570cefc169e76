// SPDX-License-Identifier: EUPL-1.2

import Storage
import Synchronization
import Testing

@Suite struct StreamTests {
    @Test(arguments: TestPlace.engines)
    func `rows are handed over one by one, and other statements may run meanwhile`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            try await database.write { db in
                for number in 0..<1_234 { try insertPerson("p\(number)", age: number, in: db) }
            }
            let (sum, inner) = try await database.read { db in
                var sum = 0
                var inner = 0
                try db.forEach("SELECT id, age FROM person WHERE age >= \(0) ORDER BY age") { row in
                    let age: Int = try row.get("age")
                    sum += age
                    if age.isMultiple(of: 600) {
                        try db.forEach("SELECT id, age FROM person WHERE age >= \(1_233) ORDER BY age") { _ in
                            inner += 1
                        }
                        inner += try db.value("SELECT COUNT(*) FROM counter") ?? 0
                    }
                }
                return (sum, inner)
            }
            #expect(sum == 1_233 * 1_234 / 2)
            #expect(inner == 9)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `handing over may be broken off and the transaction goes on`(engine: Engine) async throws {
        struct Enough: Error {}
        try await TestPlace.withDatabase(engine) { database in
            let seen = try await database.write { db in
                var seen = 0
                do {
                    try db.forEach("SELECT id FROM person") { _ in
                        seen += 1
                        throw Enough()
                    }
                } catch is Enough {
                    try insertPerson("afterwards", in: db)
                }
                return seen + (try count("person", in: db))
            }
            #expect(seen == 4)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a long list arrives in batches, complete and in order`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            try await database.write { db in
                try db.execute("DELETE FROM person")
                for number in 100..<125 { try insertPerson("\(number)", in: db) }
            }
            var batches: [[String]] = []
            for try await batch in stream(of: database, atATime: 10) { batches.append(batch) }

            #expect(batches.map(\.count) == [10, 10, 5])
            #expect(batches.flatMap { $0 } == (100..<125).map(String.init))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `nothing is read before it is asked for, and a write may come between`(engine: Engine) async throws {
        try await TestPlace.withDatabase(engine) { database in
            let statements = Mutex(0)
            let observed = database.observing { _ in statements.withLock { $0 += 1 } }
            var iterator = stream(of: observed, atATime: 1).makeAsyncIterator()
            let before = statements.withLock { $0 }

            let first = try await iterator.next()
            let afterFirst = statements.withLock { $0 }
            try await database.write { db in try insertPerson("third", in: db) }
            let rest = [try await iterator.next(), try await iterator.next(), try await iterator.next()]

            #expect([before, afterFirst] == [0, 1])
            #expect(first == ["first"])
            #expect(rest == [["second"], ["third"], nil])
        }
    }

    private func stream(of database: Database, atATime number: Int) -> AsyncThrowingStream<[String], any Error> {
        database.stream { db, after in
            let ids = try db.rows("SELECT id FROM person WHERE id > \(after) ORDER BY id LIMIT \(number)").map { row in
                try row.get("id", as: String.self)
            }
            return (elements: ids, last: ids.last ?? after)
        }
    }
}
