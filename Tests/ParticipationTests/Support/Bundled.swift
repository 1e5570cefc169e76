// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Synchronization
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

    /// What a test's own database holds when the test begins.
    enum Filling: Hashable, Sendable {
        /// All tables, and no rows but those of the migrations.
        case tables
        case musterregion(Moment)
        /// Musterregion with the invented people who sign in by one click.
        case demonstration(Moment)
    }

    /// Runs a test on a database of its own. What it begins with is made once for each engine and test run, and copied:
    /// migrating and importing take seconds.
    static func with(_ engine: Engine, _ filling: Filling, _ test: (Database) async throws -> Void) async throws {
        let making = templates.withLock { made in
            let key = TemplateKey(engine: engine, filling: filling)
            if let known = made[key] { return known }
            let task = Task { try await template(engine, filling) }
            made[key] = task
            return task
        }
        try await TestPlace.with(engine, copying: making.value) { place in
            let database = try await place.open()
            do {
                try await test(database)
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }

    private struct TemplateKey: Hashable {
        let engine: Engine
        let filling: Filling
    }

    private static let templates = Mutex<[TemplateKey: Task<TestPlace.Template, any Error>]>([:])

    private static func template(_ engine: Engine, _ filling: Filling) async throws -> TestPlace.Template {
        try await TestPlace.template(engine) { place in
            let database = try await prepare(place)
            switch filling {
            case .tables: break
            case .musterregion(let moment): try await importMusterregion(at: moment, into: database)
            case .demonstration(let moment):
                try await importMusterregion(at: moment, into: database)
                try await database.write { db in _ = try MakeDemoPeople().run(at: moment, in: db) }
            }
            await database.close()
        }
    }

    private static func importMusterregion(at moment: Moment, into database: Database) async throws {
        let package = try ImportPackage(try package("musterregion"))
        try await database.write { db in _ = try package.run(at: moment, in: db) }
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
