// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Participation

/// Everything between the socket and a feature's handler: the rules of requests, language and programme from the
/// address, the right answer to a wrong method, and a page for every fault.
struct SiteResponder: HTTPResponder {
    typealias Context = SiteContext

    let site: Site
    let routes: KnownRoutes
    private let navigation: Navigation
    private let rules: RequestRules
    private let headers: SecurityHeaders
    private let responder: RouterResponder<SiteContext>

    init(site: Site, table: RouteTable) {
        let routes = KnownRoutes(table)
        self.site = site
        self.routes = routes
        self.navigation = Navigation(routes)
        self.rules = RequestRules(site.settings)
        self.headers = SecurityHeaders(site.settings)
        self.responder = table.router.buildResponder()
    }

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        let started = ContinuousClock.now
        let tally = RequestTally()
        let response = await RequestTally.$current.withValue(tally) { await answered(request, context) }
        site.metrics.note(request.method, response.status, tally, ContinuousClock.now - started)
        return response
    }

    private func answered(_ request: Request, _ context: SiteContext) async -> Response {
        var context = prepared(context, for: request)
        var response: Response
        do {
            try rules.check(request)
            if let page = keptPage(for: request) {
                RequestTally.current?.route = Metrics.keptRoute
                return page.response(to: request)
            }
            switch try await answer(to: request, context: &context) {
            case .page(let page): return page.response(to: request)
            case .single(let single): response = single
            }
        } catch {
            response = ErrorPages(site: site).answer(to: error, in: context)
        }
        headers.add(to: &response.headers, requestID: context.requestID)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Language and links come first, so that even a refusal speaks the visitor's language.
    private func prepared(_ context: SiteContext, for request: Request) -> SiteContext {
        var context = context
        let address = PageAddress(target: request.head.path ?? "/")
        context.address = address
        context.now = site.clock()
        context.remoteAddress = rules.remoteAddress(of: request, peer: context.remoteAddress)
        context.texts = site.texts.speaking(address.language)
        context.navigation = navigation
        context.links = Links(language: address.language, slug: nil, publicURL: site.settings.publicRoot)
        return context
    }

    private func answer(to request: Request, context: inout SiteContext) async throws -> PageCache.Making {
        if let target = PageAddress.withoutTrailingSlash(request.head.path ?? "/") {
            return .single(Response(status: .permanentRedirect, headers: [.location: target]))
        }
        let reading = QueryReading()
        context.query = try Query(context.address.query).followed(by: reading)
        let path = context.address.path
        guard !path.contains("//"), let route = routes.route(for: path) else {
            if needsProgramme(path) { try await findProgramme(for: &context) }
            throw PageFault.notFound
        }
        RequestTally.current?.route = route.pattern
        let method: HTTPRequest.Method = request.method == .head ? .get : request.method
        guard let cache = site.pageCache, method == .get, request.isAnonymous, Self.mayBeKept(path) else {
            return try await made(request, method, route, &context)
        }
        let query = context.query
        return try await cache.answer(
            for: {
                cache.learn(reading.names, of: route.pattern)
                return request.key(query.text(ofNames: cache.names(of: route.pattern)))
            },
            making: {
                try await made(request, method, route, &context)
            })
    }

    /// The page as it is made for this request alone.
    private func made(
        _ request: Request, _ method: HTTPRequest.Method, _ route: KnownRoute, _ context: inout SiteContext
    ) async throws -> PageCache.Making {
        if needsProgramme(context.address.path) {
            try await findProgramme(for: &context)
            try await findVisitor(of: request, for: &context)
        }
        if method == .options {
            let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
            return .single(Response(status: .noContent, headers: [.allow: allowed]))
        }
        guard route.methods.contains(method) else { throw PageFault.methodNotAllowed(allowed: route.methods) }
        let path = context.address.path
        var response = try await responder.respond(to: rewritten(request, method: method, path: path), context: context)
        let isPersonal = context.visitor.isSignedIn || RequestTally.current?.isPersonal ?? false
        if isPersonal { response.headers[.cacheControl] = "no-store" }
        guard method == .get, let page = try await FinishedAnswer(response, headers, made: site.clock()) else {
            return .single(response)
        }
        return .page(page)
    }

    /// The page that is kept under exactly this address, found without a look at what the address means.
    private func keptPage(for request: Request) -> FinishedAnswer? {
        guard request.method == .get || request.method == .head, request.isAnonymous,
            let target = request.head.path
        else { return nil }
        return site.pageCache?.page(for: PageKey(authority: request.head.authority ?? "", target: target))
    }

    private func findProgramme(for context: inout SiteContext) async throws {
        let programmes = try await site.read(site.programmes)
        let slug = context.address.slug
        guard let programme = programmes.first(where: { slug == nil ? $0.isMain : $0.slug == slug }) else {
            if slug != nil { throw PageFault.noProgramme }
            return
        }
        context.currentProgramme = programme
        context.links = context.links.inProgramme(programme)
    }

    private func findVisitor(of request: Request, for context: inout SiteContext) async throws {
        guard let found = try await site.signedIn(request) else { return }
        context.visitor = found.visitor
        context.session = found.session
    }

    /// Files and the watchman's page do not touch the database on their way.
    private func needsProgramme(_ path: String) -> Bool {
        !path.hasPrefix("/assets/") && !path.hasPrefix("/.well-known/") && !path.hasPrefix("/favicon.")
            && !["/robots.txt", HealthRoutes.path, MetricsRoutes.path].contains(path)
    }

    /// What is searched for is nobody's business, and there is no end of it.
    private static func mayBeKept(_ path: String) -> Bool {
        ![HealthRoutes.path, MetricsRoutes.path].contains(path) && !path.hasPrefix("/suche")
            && !path.hasPrefix("/assets/")
    }

    /// One table of routes serves all languages and programmes.
    private func rewritten(_ request: Request, method: HTTPRequest.Method, path: String) -> Request {
        var head = request.head
        head.method = method
        head.path = request.uri.query.map { path + "?" + $0 } ?? path
        return Request(head: head, body: request.body)
    }
}

extension Request {
    /// Whether nothing in the request says who asks.
    fileprivate var isAnonymous: Bool {
        headers[.cookie] == nil && headers[.authorization] == nil
    }

    /// What the page is kept under, with the part of the query that matters.
    fileprivate func key(_ query: String) -> PageKey {
        let target = head.path ?? "/"
        return PageKey(authority: head.authority ?? "", target: target.prefix { $0 != "?" } + query)
    }
}
