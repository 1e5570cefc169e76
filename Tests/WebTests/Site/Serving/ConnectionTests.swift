// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Logging
import NIOCore
import Storage
import Synchronization
import Testing

@testable import Web

@Suite struct ConnectionTests {
    private static let get = "GET /impressum HTTP/1.1\r\nHost: 127.0.0.1\r\n"

    private func site(keepsPages: Bool = true) async throws -> Site {
        try Site(
            database: await Bundled.database(.sqlite),
            settings: SiteSettings(resources: Bundled.resources, keepsPages: keepsPages),
            programmes: Site.programmes, clock: { Bundled.now }, logger: Logger(label: "test"))
    }

    /// The lines of a head in one order, without the time.
    private static func fields(_ head: String) -> [String] {
        head.components(separatedBy: "\r\n").filter { !$0.lowercased().hasPrefix("date:") }.sorted()
    }

    private static var short: ConnectionLimits {
        ConnectionLimits(
            head: .seconds(2), request: .seconds(4), stall: .seconds(3),
            interval: .milliseconds(50))
    }

    @Test func `the short way from the cache gives the same answer as the long one`() async throws {
        let site = try await site()
        try await RunningSite.with(site) { port in
            for extra in ["", "Accept-Encoding: gzip\r\n"] {
                let client = try RawClient(port: port)
                await client.send(Self.get + extra + "\r\n")
                let long = await client.receiveAnswer()
                #expect(long.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
                for _ in 0..<2 {
                    await client.send(Self.get + extra + "\r\n")
                    let short = await client.receiveAnswer()
                    #expect(Self.fields(short.head) == Self.fields(long.head))
                    #expect(short.body == long.body)
                }
            }
            #expect(site.pageCache?.statistics.misses == 1)
            #expect(site.metrics.snapshot.requests[.init(method: "GET", status: "2xx")] == 6)
        }
    }

    @Test func `who has the page already gets 304 on the short way, too`() async throws {
        try await RunningSite.with(try await site()) { port in
            let client = try RawClient(port: port)
            await client.send(Self.get + "\r\n")
            let first = await client.receiveAnswer()
            let tag = try #require(first.head.firstMatch(of: /(?i)etag: ("[^"]+")/)).1
            await client.send(Self.get + "If-None-Match: \(tag)\r\n\r\n" + Self.get + "Cookie: a=b\r\n\r\n")
            let second = await client.receiveAnswer()
            let third = await client.receiveAnswer()
            #expect(second.head.hasPrefix("HTTP/1.1 304 Not Modified\r\n"))
            #expect(second.head.contains(tag))
            #expect(third.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(third.body == first.body)
        }
    }

    @Test func `requests sent at once are answered in their order`() async throws {
        try await RunningSite.with(try await site()) { port in
            let client = try RawClient(port: port)
            await client.send(Self.get + "\r\n")
            _ = await client.receiveAnswer()
            let targets = ["/impressum", "/projekte/1", "/impressum", "/gibt-es-nicht", "/impressum", "/kontakt"]
            await client.send(targets.map { "GET \($0) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" }.joined())
            var titles: [String] = []
            for _ in targets {
                let body = await client.receiveAnswer().body
                let title = try #require(body.firstMatch(of: /<title>([^<·]*)/)).1
                titles.append(String(title).trimmed)
            }
            #expect(titles[0] == titles[2])
            #expect(titles[0] == titles[4])
            #expect(Set(titles).count == 4)
            #expect(titles[3].contains("gibt es nicht"))
        }
    }

    @Test(arguments: [
        "HTTP/1.0\r\n", "HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n", "HTTP/1.0\r\nHost: x\r\n",
    ])
    func `a connection that shall end ends after its answer`(rest: String) async throws {
        try await RunningSite.with(try await site()) { port in
            for _ in 0..<2 {
                let client = try RawClient(port: port)
                await client.send("GET /impressum \(rest)\r\n")
                let text = await client.receiveAll()
                #expect(text.contains(" 200 OK\r\n"))
                #expect(text.lowercased().contains("\r\nconnection: close\r\n"))
                #expect(!text.lowercased().contains("chunked"))
                #expect(text.hasSuffix("</html>\n"))
            }
        }
    }

    @Test(arguments: [
        "\u{16}\u{03}\u{01}\r\n\r\n", "HALLO\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\r\nX: \u{0}\r\n\r\n",
    ])
    func `what is no HTTP gets a clear answer with the protective headers`(text: String) async throws {
        try await RunningSite.with(try await site()) { port in
            let client = try RawClient(port: port)
            await client.send(text)
            let answer = await client.receiveAll()
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(answer.contains("Content-Security-Policy: default-src 'none'"))
            #expect(answer.contains("X-Content-Type-Options: nosniff"))
            #expect(answer.contains("kein gültiges HTTP"))
        }
    }

    @Test func `a head that drips in is given up, and a silent connection`() async throws {
        try await RunningSite.with(try await site(), limits: Self.short) { port in
            let dripping = try RawClient(port: port)
            let silent = try RawClient(port: port)
            async let isSilentClosed = silent.isClosed(within: 300)
            await dripping.send(Self.get + "X-Slow: ")
            var drops = 0
            // Each drop is a sign of life, yet the whole head has its time: it is closed while it goes on dripping.
            while drops < 2_000, !(await dripping.isClosed(within: 0.05)) {
                await dripping.send("x")
                drops += 1
            }
            let isOtherClosed = await isSilentClosed
            #expect((1..<2_000).contains(drops))
            #expect(isOtherClosed)
        }
    }

    @Test func `a body that drips in is given up`() async throws {
        let site = try await site()
        try await RunningSite.with(site, limits: Self.short, adding: [TrialRoutes.self]) { port in
            let client = try RawClient(port: port)
            await client.send("POST /probe HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n")
            for _ in 0..<25 {
                await client.send("x")
                try await Task.sleep(for: .milliseconds(50))
            }
            let isClosed = await client.isClosed(within: 300)
            #expect(isClosed)
            #expect(site.metrics.slowConnections.load(ordering: .relaxed) == 1)
        }
    }

    @Test func `connections are counted while they are open`() async throws {
        let site = try await site()
        try await RunningSite.with(site) { port in
            let client = try RawClient(port: port)
            await client.send(Self.get + "\r\n")
            _ = await client.receiveAnswer()
            #expect(site.metrics.connections.load(ordering: .relaxed) == 1)
            await client.send("GET /impressum HTTP/1.0\r\n\r\n")
            let isClosed = await client.isClosed(within: 300)
            #expect(isClosed)
            try await SlowReaderTests.until { site.metrics.connections.load(ordering: .relaxed) == 0 }
        }
    }
}
