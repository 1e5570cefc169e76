// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// One making of a page for all who ask for it meanwhile.
final class Flight: Sendable {
    /// How it ended, for those who waited.
    enum Landing: Sendable {
        case page(FinishedAnswer, PageKey)
        /// There is no answer that could be shared: each asks alone.
        case alone
        /// Whoever made it has gone: another one takes over.
        case abandoned
    }

    private struct State {
        var landing: Landing?
        var waiting: [CheckedContinuation<Landing, Never>] = []
    }

    /// Before the first look at the database, so that the page is at most as old as this.
    let started: Date
    private let state = Mutex(State())

    init(started: Date) {
        self.started = started
    }

    func landing() async -> Landing {
        await withCheckedContinuation { continuation in
            let landing = state.withLock { state in
                if state.landing == nil { state.waiting.append(continuation) }
                return state.landing
            }
            if let landing { continuation.resume(returning: landing) }
        }
    }

    func land(_ landing: Landing) {
        let waiting = state.withLock { state in
            state.landing = landing
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: landing) }
    }
}
