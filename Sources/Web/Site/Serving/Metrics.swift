// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Synchronization

/// What the server has done since it started. Every label comes from a closed set, so that no request can make the
/// record grow.
final class Metrics: Sendable {
    /// Upper ends of the classes of duration, in microseconds.
    static let ends = [1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 5_000_000]

    /// Stands for the route where a kept page was found before anybody asked what its address means.
    static let keptRoute = "kept"

    struct Request: Hashable, Sendable {
        let method: String
        /// `2xx`
        let status: String
    }

    struct Route: Sendable {
        /// How many requests took at most as long as the end of the same place in `ends`, and longer ones.
        var classes = [Int](repeating: 0, count: Metrics.ends.count + 1)
        var requests = 0
        /// In microseconds.
        var duration = 0
        var statements = 0
    }

    struct State: Sendable {
        var requests: [Request: Int] = [:]
        var routes: [String: Route] = [:]
    }

    let started: Date
    /// Connections that are open now.
    let connections = Atomic(0)
    /// Connections that were closed because their reader or sender was too slow.
    let slowConnections = Atomic(0)
    /// Answers to GET from the page cache, on the connection's own thread.
    private let directPages = Atomic(0)
    private let directNotModified = Atomic(0)
    private let state = Mutex(State())

    init(started: Date) {
        self.started = started
    }

    /// A request that was answered, with what it has cost.
    func note(
        _ method: HTTPRequest.Method, _ status: HTTPResponse.Status, _ tally: RequestTally, _ duration: Duration
    ) {
        let request = Request(method: Self.known(method), status: "\(status.code / 100)xx")
        let microseconds = Int(duration / .microseconds(1))
        let place = Self.ends.firstIndex { microseconds <= $0 } ?? Self.ends.count
        let (route, statements) = (tally.route ?? "none", tally.statements)
        state.withLock { state in
            state.requests[request, default: 0] += 1
            state.routes[route, default: Route()].classes[place] += 1
            state.routes[route]?.requests += 1
            state.routes[route]?.duration += microseconds
            state.routes[route]?.statements += statements
        }
    }

    /// An answer from the page cache that took no way through the site.
    func noteDirectAnswer(isNotModified: Bool) {
        if isNotModified {
            directNotModified.wrappingAdd(1, ordering: .relaxed)
        } else {
            directPages.wrappingAdd(1, ordering: .relaxed)
        }
    }

    var snapshot: State {
        var snapshot = state.withLock { $0 }
        let pages = directPages.load(ordering: .relaxed)
        let notModified = directNotModified.load(ordering: .relaxed)
        snapshot.requests[Request(method: "GET", status: "2xx"), default: 0] += pages
        snapshot.requests[Request(method: "GET", status: "3xx"), default: 0] += notModified
        return snapshot
    }

    private static func known(_ method: HTTPRequest.Method) -> String {
        let known: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
        return known.contains(method) ? method.rawValue : "other"
    }
}
