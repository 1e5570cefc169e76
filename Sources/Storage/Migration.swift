// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// One step of the schema: a numbered text of SQL that both engines understand and that never changes once applied.
public struct Migration: Equatable, Sendable {
    public let number: Int
    public let name: String
    public let sql: String

    public init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// SHA-256 of the text, in hexadecimal: how the database recognises a migration it has applied.
    public var checksum: String {
        Hexadecimal.digits(of: SHA256.hash(data: Array(sql.utf8)))
    }

    /// Reads the files `NNNN_name.sql` of a folder, in the order of their numbers, which run from 1 without a gap.
    public static func load(from folder: String) throws -> [Migration] {
        try load(from: URL(filePath: folder, directoryHint: .isDirectory))
    }

    public static func load(from folder: URL) throws -> [Migration] {
        guard FileManager.default.fileExists(atPath: folder.path) else {
            throw StorageError.missingFolder(path: folder.path)
        }
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "sql" }
        let migrations = try files.map(read).sorted { $0.number < $1.number }
        try checkOrder(of: migrations)
        return migrations
    }

    static func checkOrder(of migrations: [Migration]) throws {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            let place = "\(migration.number) (\(migration.name)) stands where \(index + 1) is expected"
            throw StorageError.unorderedMigrations(reason: place)
        }
    }

    private static func read(_ file: URL) throws -> Migration {
        let stem = file.deletingPathExtension().lastPathComponent
        let halves = stem.split(separator: "_", maxSplits: 1)
        guard halves.count == 2, halves[0].count == 4, let number = Int(halves[0]) else {
            throw StorageError.unorderedMigrations(reason: "\(file.lastPathComponent) is not named NNNN_name.sql")
        }
        let sql = try String(contentsOf: file, encoding: .utf8)
        return Migration(number: number, name: String(halves[1]), sql: sql)
    }
}
