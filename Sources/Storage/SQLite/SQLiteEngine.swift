// SPDX-License-Identifier: EUPL-1.2

import Foundation
internal import GRDB

/// A database in one file, with one writer and several readers that do not wait for each other.
struct SQLiteEngine: DatabaseEngine {
    let engine = Engine.sqlite
    private let base: any DatabaseWriter
    /// Nil for a database in memory.
    private let file: OpenedFile?

    static func inMemory() throws -> SQLiteEngine {
        SQLiteEngine(base: try translatingErrors { try DatabaseQueue() }, file: nil)
    }

    static func open(path: String, readers: Int, mustExist: Bool, patience: Duration) throws -> SQLiteEngine {
        try checkPlace(path, mustExist: mustExist)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience / .seconds(1))
        configuration.maximumReaderCount = max(1, readers)
        // SQLite keeps 2 MB of pages by default, less than one count over twenty thousand ideas looks at.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8000") }
        return try translatingErrors(path: path) {
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB opens with NORMAL, which may lose the last acknowledged writes when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return SQLiteEngine(base: pool, file: OpenedFile(path: path))
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any EngineConnection) throws -> Value
    ) async throws -> Value {
        try await translatingErrors {
            try await base.read { database in try body(SQLiteConnection(database)) }
        }
    }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any EngineConnection) throws -> Value
    ) async throws -> Value {
        try await translatingErrors {
            try await base.writeWithoutTransaction { database in
                var value: Value?
                try database.inTransaction(.immediate) {
                    value = try body(SQLiteConnection(database))
                    return .commit
                }
                guard let value else { throw StorageError.closed }
                return value
            }
        }
    }

    func close() async {
        do {
            try base.close()
        } catch {
            // Every acknowledged write is already in the file, and the next opening takes up the log beside it.
        }
    }

    func checkPlace() throws {
        try file?.check()
    }

    private static func checkPlace(_ path: String, mustExist: Bool) throws {
        let file = URL(filePath: path)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) {
            if isFolder.boolValue { throw StorageError.notADatabase(path: path) }
            return
        }
        if mustExist { throw StorageError.missingDatabase(path: path) }
        let folder = file.deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else { throw StorageError.missingFolder(path: folder) }
    }
}
