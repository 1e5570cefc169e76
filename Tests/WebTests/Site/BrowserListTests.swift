// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Web

/// The browser stage of `script/test` looks at the pages of two lists; one that is in neither would be seen by nobody.
@Suite struct BrowserListTests {
    @Test func `every page that can be read is in a list of the browser stage`() async throws {
        let routes = try await Self.routes()
        let paths = try Self.listedPaths()
        let listed = Set(paths + paths.compactMap { routes.route(for: $0)?.pattern } + Self.onwards)
        let missing = routes.readablePaths.filter { Self.isPage($0) && !listed.contains($0) }

        #expect(missing == [], "add them to Tests/Browser/pages.txt or pages-staff.txt")
    }

    @Test func `the lists of the browser stage name only paths that exist`() async throws {
        let routes = try await Self.routes()
        let paths = try Self.listedPaths()

        #expect(paths.count > 100)
        #expect(paths.filter { $0 != "/nichts" && !routes.has($0) } == [])
    }

    /// Lead on to another page at once, unless a form has just been sent, or are files.
    private static let onwards = [
        PeoplePaths.code, IdeaPaths.support, "/arbeit/exporte/{id}/datei", "/berichte/{number}/datei",
        "/dokumente/{number}", StatementPaths.file,
        ProjectWorkPaths.document, ApplicationPaths.ownCase + ApplicationPaths.file,
        ApplicationPaths.deskCase + ApplicationPaths.file, ApplicationPaths.review + ApplicationPaths.file,
    ]

    /// Files for programs are no pages, and the measures of the site are for machines.
    private static func isPage(_ pattern: String) -> Bool {
        let name = pattern.split(separator: "/").last ?? ""
        let isFile = name.contains(".") || pattern.hasSuffix("**")
        return !isFile && ![HealthRoutes.path, MetricsRoutes.path].contains(pattern)
    }

    private static func routes() async throws -> KnownRoutes {
        let (site, table) = (try await Bundled.site(), RouteTable())
        for feature in Site.features { feature.init(site: site).add(to: table) }
        return KnownRoutes(table)
    }

    /// Without language, programme and query, as routes are registered.
    private static func listedPaths() throws -> [String] {
        let folder = Bundled.resources.deletingLastPathComponent().appending(path: "Tests/Browser")
        return try ["pages.txt", "pages-staff.txt"].flatMap { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .compactMap { line in line.firstMatch(of: #/(^|[ :])(?<target>/\S*)/#).map { String($0.target) } }
                .map { PageAddress(target: $0).path }
        }
    }
}
