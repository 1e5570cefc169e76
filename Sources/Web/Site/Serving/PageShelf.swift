// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What the page cache holds, within its bounds; whoever has not been asked for longest leaves first.
struct PageShelf: Sendable {
    struct Statistics: Equatable, Sendable {
        var hits = 0
        /// Asked for while the page was being made by another.
        var shared = 0
        var misses = 0
        /// Removed for want of room.
        var evictions = 0
        var pages = 0
        /// In bytes.
        var size = 0
    }

    private struct Kept {
        let page: FinishedAnswer
        let taken: Date
        let size: Int
        var lastUse: Int
    }

    var statistics = Statistics()
    var flights: [PageKey: Flight] = [:]
    /// By route: no more than there are routes and names in the program.
    var names: [String: Set<String>] = [:]
    private var kept: [PageKey: Kept] = [:]
    private var uses = 0
    private let limits: PageCache.Limits

    init(limits: PageCache.Limits) {
        self.limits = limits
    }

    mutating func page(for key: PageKey, at now: Date) -> FinishedAnswer? {
        guard let index = kept.index(forKey: key), limits.isYoung(kept.values[index].taken, at: now) else { return nil }
        uses += 1
        kept.values[index].lastUse = uses
        statistics.hits += 1
        return kept.values[index].page
    }

    mutating func keep(_ page: FinishedAnswer, _ key: PageKey, from taken: Date, at now: Date) {
        remove(key)
        guard limits.isYoung(taken, at: now) else { return }
        let size = page.size + key.target.utf8.count + key.authority.utf8.count
        makeRoom(for: size, at: now)
        uses += 1
        kept[key] = Kept(page: page, taken: taken, size: size, lastUse: uses)
        statistics.pages += 1
        statistics.size += size
    }

    /// Another making may have taken the place meanwhile.
    mutating func clear(_ flight: Flight, _ key: PageKey) {
        if flights[key] === flight { flights[key] = nil }
    }

    private mutating func makeRoom(for size: Int, at now: Date) {
        guard isFull(for: size) else { return }
        for key in kept.filter({ !limits.isYoung($1.taken, at: now) }).keys { remove(key) }
        while isFull(for: size), let oldest = kept.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            remove(oldest.key)
            statistics.evictions += 1
        }
    }

    private func isFull(for size: Int) -> Bool {
        kept.count >= limits.pages || statistics.size + size > limits.size && !kept.isEmpty
    }

    private mutating func remove(_ key: PageKey) {
        guard let removed = kept.removeValue(forKey: key) else { return }
        statistics.pages -= 1
        statistics.size -= removed.size
    }
}
