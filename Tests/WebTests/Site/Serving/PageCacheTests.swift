// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import Web

@Suite struct PageCacheTests {
    /// A clock that is set by hand.
    final class HandClock: Sendable {
        private let seconds = Mutex(1_000.0)
        var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }
        func advance(_ time: Double) { seconds.withLock { $0 += time } }
    }

    struct Broken: Error {}

    private let clock = HandClock()

    private func cache(pages: Int = 100, size: Int = 1 << 26) -> PageCache {
        PageCache(limits: .init(pages: pages, size: size), clock: { [clock] in clock.now })
    }

    private static func page(_ text: String) throws -> FinishedAnswer {
        try FinishedAnswer(headers: [.contentType: "text/html"], body: ByteBuffer(string: text))
    }

    private static func key(_ target: String) -> PageKey { PageKey(authority: "a", target: target) }

    private static func text(_ making: PageCache.Making) -> String? {
        if case .page(let page) = making { String(buffer: page.identity.bytes) } else { nil }
    }

    @Test func `a page is as old as a second and no older`() async throws {
        let cache = cache()
        _ = try await cache.answer(for: { Self.key("/") }, making: { .page(try Self.page("eins")) })
        clock.advance(0.999)
        #expect(cache.page(for: Self.key("/")) != nil)
        clock.advance(0.001)
        #expect(cache.page(for: Self.key("/")) == nil)
        let next = try await cache.answer(for: { Self.key("/") }, making: { .page(try Self.page("zwei")) })
        #expect(Self.text(next) == "zwei")
    }

    @Test func `a page that took long to make is as old as its making`() async throws {
        let cache = cache()
        _ = try await cache.answer(for: { Self.key("/") }) {
            clock.advance(0.6)
            return .page(try Self.page("langsam"))
        }
        #expect(cache.page(for: Self.key("/")) != nil)
        clock.advance(0.4)
        #expect(cache.page(for: Self.key("/")) == nil)
    }

    @Test func `a clock that is set back makes no page younger`() async throws {
        let cache = cache()
        _ = try await cache.answer(for: { Self.key("/") }, making: { .page(try Self.page("eins")) })
        clock.advance(-3600)
        #expect(cache.page(for: Self.key("/")) == nil)
    }

    @Test func `many who ask at once wait for one making`() async throws {
        let cache = cache()
        let makings = Counter()
        let gate = Gate()
        let texts = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    Self.text(
                        try await cache.answer(for: { Self.key("/") }) {
                            _ = makings.next()
                            await gate.pass()
                            return .page(try Self.page("einmal"))
                        })
                }
            }
            while cache.statistics.shared < 49 { await Task.yield() }
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(texts == Array(repeating: "einmal", count: 50))
        #expect(makings.value == 1)
    }

    @Test func `an error is not kept, and who waited asks alone`() async throws {
        let cache = cache()
        let makings = Counter()
        let gate = Gate()
        let ask: @Sendable () async throws -> String? = {
            Self.text(
                try await cache.answer(for: { Self.key("/") }) {
                    guard makings.next() == 1 else {
                        return .page(try Self.page("doch"))
                    }
                    await gate.pass()
                    throw Broken()
                })
        }
        let first = Task { try await ask() }
        while cache.statistics.misses < 1 { await Task.yield() }
        async let second = ask()
        while cache.statistics.shared < 1 { await Task.yield() }
        gate.open()
        await #expect(throws: Broken.self) { try await first.value }
        let text = try await second
        #expect(text == "doch")
        let third = try await ask()
        #expect(third == "doch")
    }

    @Test func `when the first one goes away another takes over`() async throws {
        let cache = cache()
        let makings = Counter()
        let gate = Gate()
        let ask: @Sendable () async throws -> String? = {
            Self.text(
                try await cache.answer(for: { Self.key("/") }) {
                    let isFirst = makings.next() == 1
                    if isFirst { await gate.pass() }
                    try Task.checkCancellation()
                    return .page(try Self.page("übernommen"))
                })
        }
        let first = Task { try await ask() }
        while cache.statistics.misses < 1 { await Task.yield() }
        async let second = ask()
        async let third = ask()
        while cache.statistics.shared < 2 { await Task.yield() }
        first.cancel()
        gate.open()
        let texts = try await [second, third]
        #expect(texts == ["übernommen", "übernommen"])
        #expect(makings.value == 2)
        await #expect(throws: CancellationError.self) { try await first.value }
    }

    @Test func `who waited for what turns out to be another page goes on`() async throws {
        let cache = cache()
        let gate = Gate()
        let ask: @Sendable (String) async throws -> String? = { query in
            Self.text(
                try await cache.answer(
                    for: { Self.key("/" + (cache.names(of: "/").contains("seite") ? query : "")) },
                    making: {
                        if query == "?seite=1" { await gate.pass() }
                        cache.learn(["seite"], of: "/")
                        return .page(try Self.page(query))
                    }))
        }
        async let first = ask("?seite=1")
        while cache.statistics.misses < 1 { await Task.yield() }
        async let second = ask("?seite=2")
        while cache.statistics.shared < 1 { await Task.yield() }
        gate.open()
        let texts = try await [first, second]
        #expect(texts == ["?seite=1", "?seite=2"])
    }

    @Test func `the number of pages stays within its bound, and who was asked for last stays`() async throws {
        let cache = cache(pages: 10)
        for number in 0..<1_000 {
            _ = try await cache.answer(for: { Self.key("/") }, making: { .page(try Self.page("start")) })
            _ = try await cache.answer(for: { Self.key("/\(number)") }, making: { .page(try Self.page("x")) })
        }
        #expect(cache.statistics.pages == 10)
        #expect(cache.statistics.evictions == 991)
        #expect(cache.page(for: Self.key("/")) != nil)
        #expect(cache.page(for: Self.key("/990")) == nil)
        #expect(cache.page(for: Self.key("/999")) != nil)
    }

    @Test func `the memory stays within its bound`() async throws {
        let cache = cache(size: 100_000)
        let text = String(repeating: "a", count: 10_000)
        for number in 0..<100 {
            _ = try await cache.answer(for: { Self.key("/\(number)") }, making: { .page(try Self.page(text)) })
        }
        #expect(cache.statistics.size <= 100_000)
        #expect(cache.statistics.pages == 7)
    }

    @Test func `what is too old makes room first`() async throws {
        let cache = cache(pages: 10)
        for number in 0..<10 {
            _ = try await cache.answer(for: { Self.key("/\(number)") }, making: { .page(try Self.page("x")) })
        }
        clock.advance(2)
        _ = try await cache.answer(for: { Self.key("/neu") }, making: { .page(try Self.page("x")) })
        #expect(cache.statistics.pages == 1)
        #expect(cache.statistics.evictions == 0)
    }
}

/// Counts from 1.
final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}

/// Holds back whoever passes until it is opened.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
