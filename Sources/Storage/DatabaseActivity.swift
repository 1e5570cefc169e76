// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// What the database is doing at this moment and has done since it was opened, for whoever watches over the machine.
public struct DatabaseStatistics: Equatable, Sendable {
    public struct Side: Equatable, Sendable {
        /// Transactions that are under way.
        public internal(set) var running = 0
        /// Transactions that wait for a reader or for their turn to write.
        public internal(set) var waiting = 0
        /// All that were asked for so far.
        public internal(set) var total = 0
        /// How long all of them together have waited before they began.
        public internal(set) var waited = Duration.zero
    }

    public internal(set) var reads = Side()
    public internal(set) var writes = Side()
}

/// Counts transactions as they queue, begin and end.
final class DatabaseActivity: Sendable {
    typealias Side = any WritableKeyPath<DatabaseStatistics, DatabaseStatistics.Side> & Sendable

    private let state = Mutex(DatabaseStatistics())

    var statistics: DatabaseStatistics { state.withLock { $0 } }

    /// Somebody asks for a transaction.
    func ask(_ side: Side) -> Turn {
        state.withLock {
            $0[keyPath: side].waiting += 1
            $0[keyPath: side].total += 1
        }
        return Turn(activity: self, side: side)
    }

    /// One transaction between being asked for and being over. It begins once, also where its closure runs again.
    final class Turn: Sendable {
        private let activity: DatabaseActivity
        private let side: Side
        private let asked = ContinuousClock.now
        private let hasBegun = Atomic(false)

        init(activity: DatabaseActivity, side: Side) {
            self.activity = activity
            self.side = side
        }

        func begin() {
            guard !hasBegun.exchange(true, ordering: .relaxed) else { return }
            let waited = ContinuousClock.now - asked
            activity.state.withLock {
                $0[keyPath: side].waiting -= 1
                $0[keyPath: side].running += 1
                $0[keyPath: side].waited += waited
            }
        }

        func end() {
            let hasBegun = hasBegun.load(ordering: .relaxed)
            activity.state.withLock {
                if hasBegun { $0[keyPath: side].running -= 1 } else { $0[keyPath: side].waiting -= 1 }
            }
        }
    }
}
