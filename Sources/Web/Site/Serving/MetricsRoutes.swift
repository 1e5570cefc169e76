// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Participation
import Storage
import Synchronization

/// `/metrics`: measurements for whoever watches over the machine. They are read on this machine, or from elsewhere by
/// who bears the token; for everyone else the page does not exist.
struct MetricsRoutes: FeatureRoutes {
    static let path = "/metrics"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(Self.path), use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard mayRead(request, context) else { throw PageFault.notFound }
        var text = MetricsText()
        let started = site.metrics.started.timeIntervalSince1970
        text.single("process_start_time_seconds", .gauge, "When the program was started.", started)
        text.add(site.metrics.snapshot)
        text.single(
            "connections_open", .gauge, "Connections that are open.", site.metrics.connections.load(ordering: .relaxed))
        text.single(
            "connections_slow_total", .counter, "Connections closed because the other side was too slow.",
            site.metrics.slowConnections.load(ordering: .relaxed))
        if let cache = site.pageCache { text.add(cache.statistics) }
        text.add(site.database.statistics)
        text.add(ProcessMeasures.now())
        let entries = try await site.read { db in try JournalListing.head(in: db)?.number ?? 0 }
        text.single("journal_entries", .gauge, "Entries of the journal.", entries)
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
    }

    /// With a token, who bears it. Without one, who asks on this machine itself: a request that a reverse proxy on the
    /// same machine passes on comes from there, too, but says so or names the public host.
    private func mayRead(_ request: Request, _ context: SiteContext) -> Bool {
        if let token = site.settings.metricsToken {
            return Self.digest(request.headers[.authorization] ?? "") == Self.digest("Bearer \(token)")
        }
        let isForwarded = ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via"].contains { name in
            HTTPField.Name(name).map { request.headers.contains($0) } ?? false
        }
        return !isForwarded && RequestRules.isThisMachine(address: context.remoteAddress)
            && RequestRules.isLoopback(request.head.authority ?? "")
    }

    /// Digests compare in a time that says nothing about what is secret.
    private static func digest(_ text: String) -> SHA256Digest {
        SHA256.hash(data: Data(text.utf8))
    }
}
