// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Interchange
import Participation
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the schema of the database up to date.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let settings = try Settings()
        let database = try await Database.open(installation.database ?? settings.database)
        let migrations = try Migration.load(from: settings.resources.appending(path: "Migrations").path)
        let applied = try await database.migrate(migrations, recordedAt: Clock.now.text)
        try await SearchIndexing.run(RebuildSearch(onlyOutdated: true), in: database)
        await database.close()
        if installation.json {
            let names = applied.map { JSONValue.text($0.name) }
            print(JSONValue.object(["applied": .list(names)]).text(), terminator: "")
        } else {
            print(applied.isEmpty ? "up to date" : "applied: " + applied.map(\.name).joined(separator: ", "))
        }
    }
}
