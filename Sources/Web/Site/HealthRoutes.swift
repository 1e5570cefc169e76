// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Logging
import Storage

/// Says whether the portal can do its work, for whoever watches over the machine.
struct HealthRoutes: FeatureRoutes {
    static let path = "/healthz"
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(Self.path), use: health)
    }

    @Sendable
    private func health(_ request: Request, _ context: SiteContext) async -> Response {
        do {
            try await site.database.check()
            _ = try await site.read(site.programmes)
            return Self.answer(.ok, "ok\n")
        } catch {
            site.logger.error("The database cannot do its work: \(error)")
            return Self.answer(.serviceUnavailable, "the database cannot do its work\n")
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
