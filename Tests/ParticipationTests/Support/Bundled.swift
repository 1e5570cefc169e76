// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation
@testable import Server

/// The bundled programmes as tests use them: real input, imported the way the program does it.
enum Bundled {
    static let slugs = BundledProgrammes.slugs

    static let resources: URL = {
        var folder = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "Resources")
    }()

    static func package(_ slug: String) throws -> [PackageFile] {
        try PackageFormat.read(resources.appending(path: "Programmes/\(slug)").path)
    }

    /// Opens a place and brings its schema up to date.
    static func prepare(_ place: TestPlace) async throws -> Database {
        try await migrated(place.open())
    }

    /// A database that all tests read and none changes, with both programmes; one for each engine and test run.
    static func database(_ engine: Engine) async throws -> Database {
        switch engine {
        case .sqlite: try await sqlite.value
        case .postgres: try await postgres.value
        }
    }

    private static let sqlite = Task { try await filled(Database.open("sqlite::memory:")) }

    private static let postgres = Task {
        let server = try #require(TestPlace.server)
        let name = "bundled_" + UUID().uuidString.filter { $0 != "-" }.lowercased()
        return try await filled(Database.open(server + (server.contains("?") ? "&" : "?") + "schema=" + name))
    }

    private static func filled(_ database: Database) async throws -> Database {
        try await BundledProgrammes(resources: resources).importIfNone(into: migrated(database))
        return database
    }

    private static func migrated(_ database: Database) async throws -> Database {
        let migrations = try Migration.load(from: resources.appending(path: "Migrations").path)
        _ = try await database.migrate(migrations, recordedAt: Clock.now.text)
        return database
    }
}
