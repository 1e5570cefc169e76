// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Markup
import Participation

/// How the text of an idea will look, below the field in which it is written. A script keeps it up to date while
/// somebody types; without it a button brings the whole form back with the preview. Template `Ideas/preview`.
struct IdeaPreview: Sendable {
    /// Where the script asks.
    let address: String
    /// Where the button sends the form.
    let formAction: String
    /// Whether there is nothing to show yet.
    let isHidden: Bool
    /// HTML made by `Markup`; empty before anybody has asked.
    let bodyHTML: String

    static let sample = IdeaPreview(
        address: "/ideen/vorschau", formAction: "/ideen/neu#vorschau", isHidden: false, bodyHTML: "<p>Bänke</p>")
}

extension IdeaPreview {
    /// - Parameters:
    ///   - html: nil when nobody has asked
    ///   - form: the path of the form
    init(_ html: String?, of form: String = IdeaPaths.new, in context: SiteContext) {
        self.init(
            address: context.links.to(IdeaPaths.preview), formAction: context.links.to(form) + "#vorschau",
            isHidden: html == nil, bodyHTML: html ?? "")
    }
}

/// `/ideen/vorschau`: the text of an idea as HTML and nothing else, for the script of the form.
struct IdeaPreviewRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.post(RouterPath(IdeaPaths.preview), use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = IdeaForm(try await context.form(in: request))
        do {
            let html = try Markup.html(fromParticipant: try form.validatedText()).text
            return Self.answer(.ok, html)
        } catch is InvalidForm {
            // The form itself says what is wrong when it is sent; the script leaves the last preview standing.
            return Self.answer(.unprocessableContent, "")
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ html: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
