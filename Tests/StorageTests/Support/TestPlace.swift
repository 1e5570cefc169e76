// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Storage

/// A place where one test keeps a database of its own: a file in a new folder, or a new schema or database on the
/// server that `DREIKLANG_TEST_POSTGRES` names. Without that server the suite for PostgreSQL is reported as skipped.
struct TestPlace: Sendable {
    static let server = ProcessInfo.processInfo.environment["DREIKLANG_TEST_POSTGRES"]

    /// The engines on which each case of the contract runs.
    static let engines = server == nil ? [Engine.sqlite] : Engine.allCases

    let engine: Engine
    let url: String
    private let home: Home

    private enum Home {
        case folder(URL)
        case schema(String)
        case database(String)
    }

    /// A database that was filled once, to be copied for each test that begins with it.
    enum Template: Sendable {
        case file(Data)
        case database(String)
    }

    private init(_ engine: Engine, _ home: Home) throws {
        self.engine = engine
        self.home = home
        switch home {
        case .folder(let folder):
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            url = "sqlite:" + folder.appending(path: "test.sqlite").path
        case .schema(let name):
            let server = try Self.knownServer()
            url = server + (server.contains("?") ? "&" : "?") + "schema=" + name
        case .database(let name):
            var parts = try #require(URLComponents(string: try Self.knownServer()))
            parts.path = "/" + name
            url = try #require(parts.string)
        }
    }

    /// The path of the file of a database in SQLite.
    var path: String { String(url.dropFirst("sqlite:".count)) }

    func open(patience: Duration = .seconds(5)) async throws -> Database {
        try await Database.open(url, readers: 2, patience: patience)
    }

    private func remove() async throws {
        switch home {
        case .folder(let folder): try FileManager.default.removeItem(at: folder)
        case .schema(let name): try await Self.administer("DROP SCHEMA IF EXISTS \(name) CASCADE")
        case .database(let name): try await Self.administer("DROP DATABASE \(name) WITH (FORCE)")
        }
    }

    /// Runs a test in a new place and clears it away, whatever happens.
    static func with(_ engine: Engine, _ test: (TestPlace) async throws -> Void) async throws {
        let home: Home =
            switch engine {
            case .sqlite: .folder(newFolder)
            case .postgres: .schema(newName)
            }
        try await TestPlace(engine, home).run(test)
    }

    /// Runs a test in a copy of a filled database and clears it away, whatever happens.
    static func with(
        _ engine: Engine, copying template: Template, _ test: (TestPlace) async throws -> Void
    ) async throws {
        switch template {
        case .file(let bytes):
            let place = try TestPlace(engine, .folder(newFolder))
            try await place.run { place in
                try bytes.write(to: URL(filePath: place.path))
                try await test(place)
            }
        case .database(let original):
            let place = try TestPlace(engine, .database(newName))
            try await createDatabase(place, from: original)
            try await place.run(test)
        }
    }

    /// Fills a database once. On a server it stays there as a database of its own.
    static func template(_ engine: Engine, _ fill: (TestPlace) async throws -> Void) async throws -> Template {
        switch engine {
        case .sqlite:
            var bytes = Data()
            try await TestPlace(engine, .folder(newFolder)).run { place in
                try await fill(place)
                bytes = try Data(contentsOf: URL(filePath: place.path))
            }
            return .file(bytes)
        case .postgres:
            let name = newName
            let place = try TestPlace(engine, .database(name))
            try await createDatabase(place, from: "template0")
            try await fill(place)
            return .database(name)
        }
    }

    private func run(_ test: (TestPlace) async throws -> Void) async throws {
        do {
            try await test(self)
        } catch {
            try await remove()
            throw error
        }
        try await remove()
    }

    private static var newName: String { "test_" + UUID().uuidString.filter { $0 != "-" }.lowercased() }

    private static var newFolder: URL { FileManager.default.temporaryDirectory.appending(path: newName) }

    private static func knownServer() throws -> String {
        guard let server else { try Test.cancel("DREIKLANG_TEST_POSTGRES names no server") }
        return server
    }

    private static func createDatabase(_ place: TestPlace, from template: String) async throws {
        guard case .database(let name) = place.home else { return }
        try await administer("CREATE DATABASE \(name) TEMPLATE \(template)")
    }

    /// Databases are made and dropped outside any transaction; waiting for that must not hold up the other tests.
    private static func administer(_ script: String) async throws {
        let server = try knownServer()
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try PostgreSQLLink(address: server).run(script: script) })
            }
        }
    }
}
