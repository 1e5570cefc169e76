// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird

/// Where features add their routes. It remembers what was added, to answer a wrong method with the right ones and
/// to keep links to pages that do not exist out of the navigation.
final class RouteTable: RouterMethods {
    typealias Context = SiteContext

    let router = Router(context: SiteContext.self)
    private(set) var entries: [Entry] = []

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

/// The methods that a path knows.
struct KnownRoutes: Sendable {
    private let entries: [RouteTable.Entry]

    init(_ table: RouteTable) {
        entries = table.entries
    }

    /// All methods under which a path is registered; empty when the path does not exist.
    func methods(for path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        let found = entries.filter { matches($0.path, segments) }.map(\.method)
        guard !found.isEmpty else { return [] }
        let known: [HTTPRequest.Method] = [.get, .head, .options, .post, .put, .patch, .delete]
        return known.filter { $0 == .options || found.contains($0) || ($0 == .head && found.contains(.get)) }
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
