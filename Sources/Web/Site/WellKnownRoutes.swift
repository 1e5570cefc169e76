// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird

/// The files that programs look for at fixed places.
struct WellKnownRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/robots.txt") { request, _ in Self.text(robots(for: request)) }
        table.get("/.well-known/security.txt") { _, _ in Self.text(securityText) }
    }

    private func robots(for request: Request) -> String {
        """
        User-agent: *
        Disallow: /suche
        Disallow: /anmelden
        Disallow: /mein
        Disallow: /arbeit

        Sitemap: \(site.root(for: request))\(SitemapRoutes.path)

        """
    }

    /// RFC 9116. It expires half a year after it was asked for, so it is never out of date while the site runs.
    private var securityText: String {
        let root = site.settings.publicRoot ?? "http://127.0.0.1:8080"
        let expires = site.clock().addingTimeInterval(182 * 24 * 60 * 60)
        return """
            Contact: \(root)/kontakt
            Expires: \(expires.formatted(.iso8601))
            Preferred-Languages: de, en
            Canonical: \(root)/.well-known/security.txt
            Policy: \(root)/nutzungsregeln

            """
    }

    private static func text(_ text: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
