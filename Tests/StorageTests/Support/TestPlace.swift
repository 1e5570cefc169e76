// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

/// A place where one test keeps a database of its own: a file in a new folder, or a new schema on the server that
/// `DREIKLANG_TEST_POSTGRES` names. Without that server the suite for PostgreSQL is reported as skipped.
struct TestPlace: Sendable {
    static let server = ProcessInfo.processInfo.environment["DREIKLANG_TEST_POSTGRES"]

    /// The engines on which each case of the contract runs.
    static let engines = server == nil ? [Engine.sqlite] : Engine.allCases

    let engine: Engine
    let url: String
    private let folder: URL?

    private init(_ engine: Engine) throws {
        let name = "test_" + UUID().uuidString.filter { $0 != "-" }.lowercased()
        self.engine = engine
        switch engine {
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            self.folder = folder
            url = "sqlite:" + folder.appending(path: "test.sqlite").path
        case .postgres:
            guard let server = Self.server else {
                try Test.cancel("DREIKLANG_TEST_POSTGRES names no server")
            }
            folder = nil
            url = server + (server.contains("?") ? "&" : "?") + "schema=" + name
        }
    }

    /// The path of the file of a database in SQLite.
    var path: String { String(url.dropFirst("sqlite:".count)) }

    func open(patience: Duration = .seconds(5)) async throws -> Database {
        try await Database.open(url, readers: 2, patience: patience)
    }

    private func remove() async throws {
        if let folder {
            try FileManager.default.removeItem(at: folder)
        } else {
            let database = try await open()
            let schema: String = try await database.read { db in try #require(try db.value("SELECT current_schema()")) }
            try await database.write { db in try db.execute("DROP SCHEMA \(identifier: schema) CASCADE") }
            await database.close()
        }
    }

    /// Runs a test in a new place and clears it away, whatever happens.
    static func with(_ engine: Engine, _ test: (TestPlace) async throws -> Void) async throws {
        let place = try TestPlace(engine)
        do {
            try await test(place)
        } catch {
            try await place.remove()
            throw error
        }
        try await place.remove()
    }
}
