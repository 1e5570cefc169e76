// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// Lends out sessions in the order in which they are asked for.
final class SessionPool: Sendable {
    private struct State {
        var idle: [PostgreSQLSession]
        var waiting: [CheckedContinuation<PostgreSQLSession, any Error>] = []
        var lent = 0
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ sessions: [PostgreSQLSession]) {
        state = Mutex(State(idle: sessions))
    }

    /// Runs the work on the thread of a session, once one is free.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable (PostgreSQLSession) throws -> Value
    ) async throws -> Value {
        let session = try await take()
        let result: Result<Value, any Error>
        do {
            try Task.checkCancellation()
            result = .success(try await session.run(work))
        } catch {
            result = .failure(error)
        }
        await give(back: session)
        return try result.get()
    }

    /// Turns away whoever is waiting, and waits for the work that has begun.
    func close() async {
        let (idle, waiting) = state.withLock { state in
            state.isClosed = true
            defer {
                state.idle = []
                state.waiting = []
            }
            return (state.idle, state.waiting)
        }
        for continuation in waiting { continuation.resume(throwing: StorageError.closed) }
        for session in idle { await session.close() }
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                if state.lent > 0 { state.closing.append(continuation) }
                return state.lent == 0
            }
            if isDone { continuation.resume() }
        }
    }

    private func take() async throws -> PostgreSQLSession {
        try await withCheckedThrowingContinuation { continuation in
            let answer: Result<PostgreSQLSession, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(StorageError.closed) }
                if let session = state.idle.popLast() {
                    state.lent += 1
                    return .success(session)
                }
                state.waiting.append(continuation)
                return nil
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    private func give(back session: PostgreSQLSession) async {
        let isClosed = state.withLock { $0.isClosed }
        if isClosed { await session.close() }
        let (next, closing) = state.withLock { state in
            if !state.waiting.isEmpty { return (Optional(state.waiting.removeFirst()), state.closing) }
            state.lent -= 1
            if !state.isClosed { state.idle.append(session) }
            defer { if state.lent == 0 { state.closing = [] } }
            return (nil, state.lent == 0 ? state.closing : [])
        }
        next?.resume(returning: session)
        for continuation in closing where next == nil { continuation.resume() }
    }
}
