// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird

/// Where features add their routes. It remembers what was added, to answer a wrong method with the right ones and
/// to keep links to pages that do not exist out of the navigation.
final class RouteTable: RouterMethods {
    typealias Context = SiteContext

    let router = Router(context: SiteContext.self)
    private(set) var entries: [Entry] = []
    /// The lists that can be taken away, in the order of registration.
    var openLists: [OpenList] = []

    init() {
        router.add(middleware: FaultMiddleware())
    }

    struct Entry: Sendable {
        let path: RouterPath
        let method: HTTPRequest.Method
    }

    @discardableResult
    func on<Responder: HTTPResponder>(
        _ path: RouterPath, method: HTTPRequest.Method, responder: Responder
    ) -> Self where Responder.Context == SiteContext {
        entries.append(Entry(path: path, method: method))
        router.on(path, method: method, responder: responder)
        return self
    }

    @discardableResult
    func add(middleware: any MiddlewareProtocol<Request, Response, SiteContext>) -> Self {
        router.add(middleware: middleware)
        return self
    }
}

/// The router would answer its own errors with JSON; as faults they reach the site's error pages.
struct FaultMiddleware: RouterMiddleware {
    typealias Context = SiteContext

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            throw PageFault(error) ?? error
        }
    }
}

/// A path as it is registered, `/projekte/{number}`, and all methods it answers to.
struct KnownRoute: Equatable, Sendable {
    let pattern: String
    let methods: [HTTPRequest.Method]
}

/// The methods that a path knows.
struct KnownRoutes: Sendable {
    private let entries: [RouteTable.Entry]

    init(_ table: RouteTable) {
        entries = table.entries
    }

    /// The route that a path belongs to; nil when the path does not exist.
    func route(for path: String) -> KnownRoute? {
        let segments = path.split(separator: "/")
        let found = entries.filter { matches($0.path, segments) }
        guard let first = found.first else { return nil }
        let methods = found.map(\.method)
        let known: [HTTPRequest.Method] = [.get, .head, .options, .post, .put, .patch, .delete]
        return KnownRoute(
            pattern: first.path.description,
            methods: known.filter { $0 == .options || methods.contains($0) || ($0 == .head && methods.contains(.get)) })
    }

    /// All methods under which a path is registered; empty when the path does not exist.
    func methods(for path: String) -> [HTTPRequest.Method] {
        route(for: path)?.methods ?? []
    }

    func has(_ path: String) -> Bool {
        methods(for: path).contains(.get)
    }

    /// The paths that can be read, as registered, in the order of registration.
    var readablePaths: [String] {
        entries.filter { $0.method == .get }.map(\.path.description)
    }

    private func matches(_ path: RouterPath, _ segments: [Substring]) -> Bool {
        let isOpen = path.components.last?.description == "**"
        let fits = isOpen ? segments.count >= path.components.count : segments.count == path.components.count
        return fits && zip(path.components, segments).allSatisfy { $0 ~= $1 }
    }
}
