// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Logging
import Storage

@testable import Web

/// A site on an empty database, with the real templates and texts, at a fixed time.
enum TestSite {
    static let resources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources")

    /// 5 November 2019, 09:00 UTC: the day of the cabinet's decision.
    static let now = Date(timeIntervalSince1970: 1_572_944_400)

    static let programmes = [
        SiteProgramme(
            id: "ruhr", slug: "ruhr-konferenz", germanName: "Ruhr-Konferenz", englishName: "Ruhr Conference",
            isMain: true),
        SiteProgramme(id: "muster", slug: "musterregion", germanName: "Musterregion", isInvented: true),
    ]

    static func make(
        database: Database? = nil, publicURL: String? = nil, trustedProxies: [String] = [],
        resources: URL = Self.resources, legalTexts: URL? = nil,
        programmes: @escaping Site.ProgrammeList = { _ in Self.programmes }
    ) async throws -> Site {
        let database = if let database { database } else { try await Database.open("sqlite::memory:") }
        return try Site(
            database: database,
            settings: SiteSettings(
                publicURL: publicURL.flatMap { URL(string: $0) }, trustedProxies: trustedProxies,
                resources: resources, legalTexts: legalTexts),
            programmes: programmes, clock: { Self.now }, logger: Logger(label: "test"))
    }

    /// An empty database with all tables.
    static func migratedDatabase() async throws -> Database {
        let database = try await Database.open("sqlite::memory:")
        let migrations = try Migration.load(from: resources.appending(path: "Migrations"))
        _ = try await database.migrate(migrations, recordedAt: "2019-11-05T09:00:00.000Z")
        return database
    }
}
