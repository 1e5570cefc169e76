// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import NIOCore
import Participation

/// What a guest may not do, but a person may: reading leads to signing in and back. A form that was sent comes back
/// with everything in it, to be sent again once signed in; so nothing typed is lost when a session has ended meanwhile.
struct SignInAgain: RouterMiddleware {
    typealias Context = SiteContext

    let site: Site

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var request = request
        let body = try await keptBody(of: &request)
        do {
            return try await next(request, context)
        } catch let refusal as Refusal where refusal == .signInNeeded {
            guard let body else {
                let here = context.links.to(context.address.path) + context.query.text
                return .seeOther(context.links.to(PeoplePaths.signIn, [Onward.field: here]))
            }
            let sent = try Query(body, longestValue: RequestRules.largestBody, orElse: .unreadableForm)
            let page = SignInAgainPage(sent.withoutKey, in: context)
            return try site.render(page, in: context, status: .forbidden).unkept
        }
    }

    /// The text of a form, which can be read once only. Nil for whoever just looks.
    private func keptBody(of request: inout Request) async throws -> String? {
        guard request.method == .post,
            request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false
        else { return nil }
        let buffer = try await request.body.collect(upTo: RequestRules.largestBody)
        request = Request(head: request.head, body: RequestBody(buffer: buffer))
        return buffer.getString(at: buffer.readerIndex, length: buffer.readableBytes) ?? ""
    }
}

/// The form that was sent, waiting for its sender to sign in.
struct SignInAgainPage: Page {
    static let template = "People/again"
    let heading: String
    let signIn: String
    let action: String
    let fields: [Field]

    struct Field: Sendable {
        let name: String
        let value: String
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = SignInAgainPage(
        heading: "Bitte melden Sie sich wieder an", signIn: "/anmelden", action: "/mein/profil",
        fields: [Field(name: "titel", value: "Radweg")])
}

extension SignInAgainPage {
    init(_ sent: Query, in context: SiteContext) {
        heading = context.text("people.again.heading")
        signIn = context.links.to(PeoplePaths.signIn)
        action = context.links.to(context.address.path)
        fields = sent.all.map { Field(name: $0.name, value: $0.value) }
    }
}

extension Query {
    /// The key was made for whoever drew the form; another will be made when it comes back.
    fileprivate var withoutKey: Query { Query(parameters: all.filter { $0.name != FormKey.field }) }
}
