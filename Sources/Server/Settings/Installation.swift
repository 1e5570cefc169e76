// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Participation
import Storage

/// What every command takes: which database, and whether the answer is for a program.
struct InstallationOptions: ParsableArguments {
    @Option(help: "sqlite:PATH or postgres://… (default: DREIKLANG_DATABASE, else sqlite:data/dreiklang.sqlite)")
    var database: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    /// Opens the database to look and not to write; where there is none yet, an empty one that is forgotten afterwards.
    func openForTrial() async throws -> Database {
        do {
            return try await open(mustExist: true).0
        } catch StorageError.missingDatabase {
            let folder = try Settings().resources.appending(path: "Migrations")
            let database = try await Database.open("sqlite::memory:")
            _ = try await database.migrate(try Migration.load(from: folder.path), recordedAt: Clock.now.text)
            return database
        }
    }

    /// Opens the database and brings its schema up to date.
    func open(mustExist: Bool = false) async throws -> (Database, Settings) {
        let settings = try Settings()
        let database = try await Database.open(database ?? settings.database, mustExist: mustExist)
        let folder = settings.resources.appending(path: "Migrations")
        let migrations = try Migration.load(from: folder.path)
        if mustExist {
            let pending = try await database.pendingMigrations(migrations)
            guard pending.isEmpty else {
                throw CommandFailure("dreiklang: the database is older than this program; run “dreiklang migrate”.")
            }
        } else {
            _ = try await database.migrate(migrations, recordedAt: Clock.now.text)
        }
        return (database, settings)
    }
}
