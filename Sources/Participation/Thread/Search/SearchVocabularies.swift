// SPDX-License-Identifier: EUPL-1.2

import Insight
import Synchronization

/// The words of the indexes in memory: which are related in spelling, and which are near a misspelled one.
///
/// They are read when somebody searches for the first time, and again when the index has changed and they are older
/// than a minute. Until then new words are found all the same, only not yet as relatives of others.
public final class SearchVocabularies: Sendable {
    private struct Kept<Value: Sendable>: Sendable {
        let identity: String
        let changes: Int
        let since: ContinuousClock.Instant
        let value: Value

        func isGood(for index: SearchIndex) -> Bool {
            guard identity == index.identity else { return false }
            return changes == index.changes || since.duration(to: .now) < .seconds(60)
        }
    }

    private let relatives = Mutex<[Int64: Kept<Vocabulary>]>([:])
    private let suggestions = Mutex<[Int64: Kept<Suggestions>]>([:])

    public init() {}

    func relatives(of index: SearchIndex, _ queries: SearchQueries) throws -> Vocabulary {
        try Self.value(in: relatives, for: index) { Vocabulary(try queries.stems()) }
    }

    func suggestions(of index: SearchIndex, _ queries: SearchQueries) throws -> Suggestions {
        try Self.value(in: suggestions, for: index) { Suggestions(try queries.words()) }
    }

    private static func value<Value: Sendable>(
        in kept: borrowing Mutex<[Int64: Kept<Value>]>, for index: SearchIndex, make: () throws -> Value
    ) throws -> Value {
        let present = kept.withLock { $0[index.number] }
        if let present, present.isGood(for: index) { return present.value }
        let value = try make()
        let new = Kept(identity: index.identity, changes: index.changes, since: .now, value: value)
        kept.withLock { $0[index.number] = new }
        return value
    }
}
