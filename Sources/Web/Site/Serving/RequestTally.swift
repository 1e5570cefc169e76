// SPDX-License-Identifier: EUPL-1.2

import Storage
import Synchronization

/// What one request has cost so far, known wherever it is worked on.
final class RequestTally: Sendable {
    @TaskLocal static var current: RequestTally?

    private struct State {
        var statements = 0
        var route: String?
        var isPersonal = false
    }

    private let state = Mutex(State())

    var statements: Int { state.withLock { $0.statements } }

    /// The path of the route as it is registered; nil where no route was found.
    var route: String? {
        get { state.withLock { $0.route } }
        set { state.withLock { $0.route = newValue } }
    }

    /// Whether the answer holds something that is for this reader alone.
    var isPersonal: Bool { state.withLock { $0.isPersonal } }

    /// Keeps the answer out of every cache.
    func markPersonal() {
        state.withLock { $0.isPersonal = true }
    }

    func add(statements: Int) {
        state.withLock { $0.statements += statements }
    }
}

/// What a transaction came to, and how many statements it took.
struct Counted<Value: Sendable>: Sendable {
    let value: Value
    let statements: Int

    init(_ value: Value, in db: Connection) {
        self.value = value
        self.statements = db.statementCount
    }

    /// The value, after the request has been told of the statements.
    func noted() -> Value {
        RequestTally.current?.add(statements: statements)
        return value
    }
}
