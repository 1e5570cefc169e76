// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Interchange
import NIOCore
import Storage
import Synchronization
import Testing

@testable import Participation
@testable import Web

/// A list of a quarter of a million rows, made by SQL.
struct LongListRoutes: FeatureRoutes {
    static let rowCount = 250_000

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        let columns = [
            OpenColumn<(number: Int64, text: String)>("number", number: { $0.number }),
            OpenColumn<(number: Int64, text: String)>("text", text: { $0.text }),
        ]
        table.downloads(
            OpenList("rows", at: "/reihen", columns: columns) { reading in
                { page in
                    try reading.db.rows(
                        """
                        SELECT number, text FROM long_row WHERE number > \(page.offset)
                        ORDER BY number LIMIT \(page.size)
                        """
                    ).map { (number: try $0.get("number"), text: try $0.get("text")) }
                }
            }, site)
    }

    static func database(rows: Int = rowCount) async throws -> Database {
        let file = FileManager.default.temporaryDirectory.appending(path: "long-\(UUID().uuidString).sqlite")
        let database = try await Database.open("sqlite:\(file.path)", readers: 4)
        try await database.write { db in
            try db.execute("CREATE TABLE long_row (number BIGINT PRIMARY KEY, text TEXT NOT NULL)")
            try db.execute(
                """
                INSERT INTO long_row (number, text)
                WITH RECURSIVE counter(number) AS (
                    SELECT 1 UNION ALL SELECT number + 1 FROM counter WHERE number < \(rows)
                )
                SELECT number, 'Reihe mit einem Text, der so lang ist wie der Titel einer Idee' FROM counter
                """)
        }
        return database
    }
}

@Suite struct SlowReaderTests {
    @Test func `a slow reader of a long download holds no connection and harms no one`() async throws {
        let site = try await TestSite.make(database: LongListRoutes.database())
        try await RunningSite.with(site, adding: [LongListRoutes.self]) { port in
            let slow = try RawClient(port: port, window: 4096)
            await slow.send("GET /reihen.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            let beginning = await slow.receive(1024, within: 900)
            #expect(String(decoding: beginning, as: UTF8.self).hasPrefix("HTTP/1.1 200 OK\r\n"))
            let head = String(decoding: beginning, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
            let length = try #require(head.firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) })
            let size = head.utf8.count + 4 + length
            for _ in 0..<3 {
                #expect(site.database.statistics.reads.running == 0)
                let piece = await slow.receive(1024)
                #expect(piece.count == 1024)
                let other = try RawClient(port: port)
                await other.send("GET /impressum HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                let page = await other.receiveAll()
                #expect(page.hasSuffix("</html>\n"))
            }
            #expect(site.spoolRoom.bytes > 10_000_000)
            let rest = await slow.receive(size - beginning.count - 3 * 1024)
            let end = String(decoding: rest.suffix(80), as: UTF8.self)
            #expect(end.hasSuffix("\r\n250000;\"Reihe mit einem Text, der so lang ist wie der Titel einer Idee\"\r\n"))
            try await Self.until { site.spoolRoom.bytes == 0 }
        }
    }

    @Test func `who takes nothing at all is given up, and what was put aside goes`() async throws {
        let site = try await TestSite.make(database: LongListRoutes.database(rows: 150_000))
        let limits = ConnectionLimits(stall: .seconds(2), interval: .milliseconds(50))
        try await RunningSite.with(site, limits: limits, adding: [LongListRoutes.self]) { port in
            let stuck = try RawClient(port: port, window: 4096)
            await stuck.send("GET /reihen.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            try await Self.until { site.spoolRoom.bytes > 0 }
            try await Self.until { site.metrics.slowConnections.load(ordering: .relaxed) == 1 }
            try await Self.until { site.spoolRoom.bytes == 0 }
            #expect(site.metrics.connections.load(ordering: .relaxed) == 0)
            await stuck.send("x")
        }
    }

    @Test func `a long download is the same in both formats and to HEAD`() async throws {
        let site = try await TestSite.make(database: LongListRoutes.database(rows: 12_345))
        let browser = Browser(site, adding: [LongListRoutes.self])
        let csv = try await browser.get("/reihen.csv")
        var reader = try CSVReader(Array(csv.text.utf8))
        let rows = try reader.rows()
        #expect(rows.count == 12_345)
        #expect(csv.headers[.contentLength] == String(csv.text.utf8.count))
        let json = try await browser.get("/reihen.json")
        let document = try JSONValue.parse(Array(json.text.utf8))
        #expect(document["count"] == .integer(12_345))
        #expect(String(decoding: document.bytes(), as: UTF8.self) == json.text)
        let head = try await browser.send(.head, "/reihen.json")
        #expect(head.headers[.contentLength] == json.headers[.contentLength])
        #expect(head.text.isEmpty)
    }

    @Test func `an empty list and a short one are whole documents`() async throws {
        for rows in [1, 2] {
            let site = try await TestSite.make(database: LongListRoutes.database(rows: rows))
            let json = try await Browser(site, adding: [LongListRoutes.self]).get("/reihen.json")
            let document = try JSONValue.parse(Array(json.text.utf8))
            #expect(String(decoding: document.bytes(), as: UTF8.self) == json.text)
        }
        let database = try await LongListRoutes.database(rows: 1)
        try await database.write { db in try db.execute("DELETE FROM long_row") }
        let site = try await TestSite.make(database: database)
        let json = try await Browser(site, adding: [LongListRoutes.self]).get("/reihen.json")
        let document = try JSONValue.parse(Array(json.text.utf8))
        #expect(document["rows"] == .list([]))
        #expect(String(decoding: document.bytes(), as: UTF8.self) == json.text)
    }

    @Test func `when too much is put aside for slow readers, the next one is asked to wait`() async throws {
        let room = SpoolRoom(limit: 1_000_000)
        let first = Spool(in: room)
        try first.append([UInt8](repeating: 65, count: 700_000))
        let body = try first.finished()
        #expect(room.bytes == 700_000)
        let second = Spool(in: room)
        #expect(throws: Spool.Failure.full) { try second.append([UInt8](repeating: 66, count: 400_000)) }
        #expect(PageFault(Spool.Failure.full) == .tooManyRequests(secondsToWait: 60))
        #expect(try body.file?.read(from: 699_990, upTo: 100) == [UInt8](repeating: 65, count: 10))
    }

    @Test func `only so many pass the turnstile at a time, in their order`() async throws {
        let turnstile = Turnstile(width: 2)
        let inside = Crowd()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    await turnstile.pass {
                        inside.enter()
                        await Task.yield()
                        inside.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(inside.most == 2)
        await #expect(throws: CancellationError.self) { try await turnstile.pass { throw CancellationError() } }
        let isFree = await turnstile.pass { true }
        #expect(isFree)
    }

    /// How many are somewhere at a time.
    private final class Crowd: Sendable {
        private let state = Mutex((now: 0, most: 0))

        var most: Int { state.withLock { $0.most } }

        func enter() {
            state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        }

        func leave() {
            state.withLock { $0.now -= 1 }
        }
    }

    static func until(_ condition: @Sendable () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(1200)
        while !condition() {
            try #require(ContinuousClock.now < end)
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
