// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/sitemap.xml`: the public pages of all programmes, for search engines. It exists once per installation.
struct SitemapRoutes: FeatureRoutes {
    static let path = "/sitemap.xml"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(Self.path), use: show)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard context.address.slug == nil, context.address.language == .german else { throw PageFault.notFound }
        let root = site.root(for: request)
        let paths = ["/"] + context.navigation.groups.flatMap(\.pages).map(\.path)
        let sitemap = try await site.read { db in
            var sitemap = Sitemap()
            for programme in try site.programmes(db) {
                let links = context.links.inProgramme(programme).reached(at: root)
                for path in paths { sitemap.add(links.absolute(path)) }
                try Self.addMatters(of: programme.id, links, to: &sitemap, db)
            }
            return sitemap
        }
        return Response(
            status: .ok,
            headers: [.contentType: "application/xml; charset=utf-8", .cacheControl: "public, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: sitemap.text)))
    }

    private static func addMatters(
        of programme: String, _ links: Links, to sitemap: inout Sitemap, _ db: Connection
    ) throws {
        var last = ""
        while !sitemap.isFull {
            let matters = try MatterAddress.list(MatterPaths.kindsWithPages, in: programme, after: last, db)
            guard let end = matters.last else { return }
            for path in matters.compactMap(MatterPaths.page) { sitemap.add(links.absolute(path)) }
            last = end.id
        }
    }
}

/// The addresses of a sitemap, as sitemaps.org describes it.
struct Sitemap: Sendable {
    static let mostAddresses = 50_000

    private(set) var addresses: [String] = []

    var isFull: Bool { addresses.count >= Self.mostAddresses }

    /// What is beyond the most that search engines read is left out; the lists lead there as well.
    mutating func add(_ address: String) {
        guard !isFull else { return }
        addresses.append(address)
    }

    var text: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

            """
        for address in addresses { text += "<url><loc>\(EscapedHTML.escaped(address))</loc></url>\n" }
        return text + "</urlset>\n"
    }
}
