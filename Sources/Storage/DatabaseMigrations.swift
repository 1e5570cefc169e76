// SPDX-License-Identifier: EUPL-1.2

extension Database {
    /// Brings the schema up to date and returns what was newly applied. Each migration has a transaction of its own; of
    /// two programs that start at once, the second waits and finds the work done.
    public func migrate(_ migrations: [Migration], recordedAt: String) async throws -> [Migration] {
        try Migration.checkOrder(of: migrations)
        try await writeInTurn { db in
            try db.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, recorded_at TEXT NOT NULL
                )
                """)
        }
        var applied: [Migration] = []
        for migration in migrations {
            let isNew = try await writeInTurn { db in
                let pending = try MigrationRecord.pending(of: migrations, in: db)
                guard pending.contains(migration) else { return false }
                try MigrationRecord.apply(migration, recordedAt: recordedAt, in: db)
                return true
            }
            if isNew { applied.append(migration) }
        }
        return applied
    }

    /// A migration of another program may take longer than any other write, and is waited for longer.
    @discardableResult
    private func writeInTurn<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        for _ in 0..<10 {
            do {
                return try await write(body)
            } catch StorageError.locked {
                continue
            }
        }
        return try await write(body)
    }

    /// The migrations the database does not have yet. Throws when the database is newer than the program or was built
    /// from another text.
    public func pendingMigrations(_ migrations: [Migration]) async throws -> [Migration] {
        try Migration.checkOrder(of: migrations)
        return try await read { db in try MigrationRecord.pending(of: migrations, in: db) }
    }
}

/// What the table `schema_migration` says about a migration that was applied.
private struct MigrationRecord {
    let number: Int
    let name: String
    let checksum: String

    static func pending(of migrations: [Migration], in db: Connection) throws -> [Migration] {
        let records = try all(in: db)
        for record in records {
            guard record.number <= migrations.count else {
                throw StorageError.newer(databaseMigration: record.number, program: migrations.count)
            }
            let migration = migrations[record.number - 1]
            guard migration.checksum == record.checksum else {
                throw StorageError.changedMigration(number: record.number, name: record.name)
            }
        }
        return migrations.filter { migration in !records.contains { $0.number == migration.number } }
    }

    static func apply(_ migration: Migration, recordedAt: String, in db: Connection) throws {
        do {
            try db.run(script: migration.sql)
        } catch let error as StorageError {
            throw StorageError.failedMigration(
                number: migration.number, name: migration.name, reason: error.description)
        }
        try db.execute(
            """
            INSERT INTO schema_migration (number, name, checksum, recorded_at)
            VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(recordedAt))
            """)
    }

    private static func all(in db: Connection) throws -> [MigrationRecord] {
        guard try exists(in: db) else { return [] }
        return try db.rows("SELECT number, name, checksum FROM schema_migration ORDER BY number DESC").map { row in
            try MigrationRecord(number: row.get("number"), name: row.get("name"), checksum: row.get("checksum"))
        }
    }

    /// The one question the dialect has no common words for.
    private static func exists(in db: Connection) throws -> Bool {
        switch db.engine {
        case .sqlite:
            try db.row("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'") != nil
        case .postgres:
            try db.value("SELECT to_regclass('schema_migration') IS NOT NULL", as: Bool.self) == true
        }
    }
}
