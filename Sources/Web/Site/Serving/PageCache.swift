// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird
import Synchronization

/// Finished pages for readers who are not signed in, each for a second at most: then it is made anew, so nothing ever
/// has to be told that a page has changed. While a page is made, all who ask for it wait for the one making.
final class PageCache: Sendable {
    struct Limits: Equatable, Sendable {
        /// In seconds, counted from before the page's first look at the database.
        var lifetime: TimeInterval = 1
        var pages = 2_000
        /// In bytes.
        var size = 64 * 1024 * 1024
    }

    /// What a making came to.
    enum Making: Sendable {
        /// An answer for everyone.
        case page(FinishedAnswer)
        /// An answer that is not kept.
        case single(Response)
    }

    private let limits: Limits
    private let clock: @Sendable () -> Date
    private let shelf: Mutex<PageShelf>

    init(limits: Limits = Limits(), clock: @escaping @Sendable () -> Date) {
        self.limits = limits
        self.clock = clock
        self.shelf = Mutex(PageShelf(limits: limits))
    }

    var statistics: PageShelf.Statistics { shelf.withLock { $0.statistics } }

    /// The page, if it is young enough.
    func page(for key: PageKey) -> FinishedAnswer? {
        let now = clock()
        return shelf.withLock { $0.page(for: key, at: now) }
    }

    /// The names of the parameters that pages of a route are known to read.
    func names(of route: String) -> Set<String> {
        shelf.withLock { $0.names[route] ?? [] }
    }

    /// The page kept, shared or made.
    ///
    /// - Parameter key: asked again after each making, since only then is it known what the page reads. Whoever waited
    ///   for the making of what turns out to be another page goes on alone.
    func answer(for key: () -> PageKey, making: () async throws -> Making) async throws -> Making {
        while true {
            let wanted = key()
            switch boarding(wanted) {
            case .page(let page):
                return .page(page)
            case .lead(let flight):
                return try await lead(flight, wanted, key, making: making)
            case .wait(let flight):
                switch await flight.landing() {
                case .page(let page, let made) where made == key(): return .page(page)
                case .alone: return try await making()
                case .page, .abandoned: try Task.checkCancellation()
                }
            }
        }
    }

    /// Remembers what pages of a route read.
    func learn(_ names: Set<String>, of route: String) {
        shelf.withLock { $0.names[route, default: []].formUnion(names) }
    }

    private enum Boarding {
        case page(FinishedAnswer)
        case lead(Flight)
        case wait(Flight)
    }

    private func boarding(_ key: PageKey) -> Boarding {
        let now = clock()
        return shelf.withLock { shelf in
            if let page = shelf.page(for: key, at: now) { return .page(page) }
            if let flight = shelf.flights[key], limits.isYoung(flight.started, at: now) {
                shelf.statistics.shared += 1
                return .wait(flight)
            }
            let flight = Flight(started: now)
            shelf.flights[key] = flight
            shelf.statistics.misses += 1
            return .lead(flight)
        }
    }

    private func lead(
        _ flight: Flight, _ wanted: PageKey, _ key: () -> PageKey, making: () async throws -> Making
    ) async throws -> Making {
        do {
            let making = try await making()
            let made = key()
            let now = clock()
            shelf.withLock { shelf in
                shelf.clear(flight, wanted)
                if case .page(let page) = making { shelf.keep(page, made, from: flight.started, at: now) }
            }
            if case .page(let page) = making { flight.land(.page(page, made)) } else { flight.land(.alone) }
            return making
        } catch {
            shelf.withLock { $0.clear(flight, wanted) }
            flight.land(Task.isCancelled || error is CancellationError ? .abandoned : .alone)
            throw error
        }
    }
}

extension PageCache.Limits {
    /// A clock that was set back makes nothing young.
    func isYoung(_ taken: Date, at now: Date) -> Bool {
        let age = now.timeIntervalSince(taken)
        return age >= 0 && age < lifetime
    }
}
