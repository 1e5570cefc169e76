// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Logging
import NIOCore

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
        var context = prepared(context, for: request)
        var response: Response
        do {
            response = try await answer(to: request, context: &context)
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
        context.remoteAddress = rules.remoteAddress(of: request, peer: context.remoteAddress)
        context.texts = site.texts.speaking(address.language)
        context.navigation = navigation
        context.links = Links(language: address.language, slug: nil, publicURL: site.settings.publicRoot)
        return context
    }

    private func answer(to request: Request, context: inout SiteContext) async throws -> Response {
        try rules.check(request)
        if let target = PageAddress.withoutTrailingSlash(request.head.path ?? "/") {
            return Response(status: .permanentRedirect, headers: [.location: target])
        }
        context.query = try Query(context.address.query)

        let path = context.address.path
        let methods = path.contains("//") ? [] : routes.methods(for: path)
        if needsProgramme(path) { try await findProgramme(for: &context) }
        guard !methods.isEmpty else { throw PageFault.notFound }
        let method: HTTPRequest.Method = request.method == .head ? .get : request.method
        if method == .options {
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            return Response(status: .noContent, headers: [.allow: allowed])
        }
        guard methods.contains(method) else { throw PageFault.methodNotAllowed(allowed: methods) }
        return try await responder.respond(to: rewritten(request, method: method, path: path), context: context)
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

    /// Files and the watchman's page do not touch the database on their way.
    private func needsProgramme(_ path: String) -> Bool {
        !path.hasPrefix("/assets/") && !path.hasPrefix("/.well-known/") && !path.hasPrefix("/favicon.")
            && path != "/robots.txt" && path != HealthRoutes.path
    }

    /// One table of routes serves all languages and programmes.
    private func rewritten(_ request: Request, method: HTTPRequest.Method, path: String) -> Request {
        var head = request.head
        head.method = method
        head.path = request.uri.query.map { path + "?" + $0 } ?? path
        return Request(head: head, body: request.body)
    }
}
