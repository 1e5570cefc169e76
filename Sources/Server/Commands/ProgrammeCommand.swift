// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Interchange
import Participation
import Storage

struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Lists the programmes, chooses the main one, draws borders, removes one.",
        subcommands: [List.self, Main.self, BordersCommand.self, Remove.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Which programmes there are; * marks the main one.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            let (database, _) = try await installation.open(mustExist: true)
            let programmes = try await database.read { db in try ProgrammeQueries.all(in: db) }
            await database.close()
            guard installation.json else {
                for programme in programmes {
                    print("\(programme.isMain ? "*" : " ") \(programme.slug)  \(programme.title)")
                }
                return
            }
            let list = programmes.map { programme in
                JSONValue.object([
                    "slug": .text(programme.slug), "title": .text(programme.title), "main": .bool(programme.isMain),
                    "invented": .bool(programme.isInvented),
                ])
            }
            print(JSONValue.list(list).text(), terminator: "")
        }
    }

    struct Main: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Puts a programme at the root of the site.")

        @Argument(help: "The programme.")
        var slug: String

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            try await ProgrammeCommand.change(slug, installation) { id, db in try ProgrammeQueries.makeMain(id, in: db)
            }
            print("\(slug) is the main programme")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a programme with everything in it; the journal keeps that it was there.")

        @Argument(help: "The programme.")
        var slug: String

        @Flag(help: "Do it without further question.")
        var yes = false

        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            if !yes { throw ValidationError("removing cannot be undone; export the programme first, then add --yes") }
        }

        func run() async throws {
            let now = Clock.now
            let keys = SecretsFile(
                try Settings(), database: try installation.database ?? Settings().database
            ).pollKeys
            let polls = try await ProgrammeCommand.change(slug, installation) { id, db in
                let polls = try Poll.identifiers(in: id, db)
                try RemoveProgramme(id).run(at: now, in: db)
                return polls
            }
            try keys.destroy(polls)
            print("\(slug) is removed")
        }
    }
}

extension ProgrammeCommand {
    /// Finds a programme by its slug and changes it in one transaction.
    static func change<Value: Sendable>(
        _ slug: String, _ installation: InstallationOptions,
        _ body: @escaping @Sendable (String, Connection) throws -> Value
    ) async throws -> Value {
        let (database, _) = try await installation.open(mustExist: true)
        let value = try await database.write { db in
            guard let programme = try ProgrammeQueries.all(in: db).first(where: { $0.slug == slug }) else {
                throw CommandFailure("dreiklang: there is no programme “\(slug)”; see “dreiklang programme list”.")
            }
            return try body(programme.id, db)
        }
        await database.close()
        return value
    }
}
