// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Interchange
import Participation
import Storage

struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Fills the database with a large programme that does not exist.",
        discussion: """
            For trials and measurements. The same seed and the same numbers give the same programme. Remove it with \
            “dreiklang programme remove SLUG”; the accounts of --people stay.
            """)

    @Option(help: "How many ideas.")
    var ideas = 2000

    @Option(help: "How many remarks on ideas, proposals and projects.")
    var remarks = 6000

    @Option(help: "How many proposals.")
    var proposals = 120

    @Option(help: "How many statements.")
    var statements = 400

    @Option(help: "How many projects.")
    var projects = 110

    @Option(help: "How many municipalities (at most \(GenerationScale.mostMunicipalities)).")
    var municipalities = 53

    @Option(help: "How many accounts; their addresses lead nowhere.")
    var people = 0

    @Option(help: "The number from which everything follows.")
    var seed: UInt64 = 1

    @Option(help: "The name of the programme in its address, /p/SLUG.")
    var slug = "grossregion"

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let scale = GenerationScale(
            ideas: ideas, remarks: remarks, proposals: proposals, statements: statements, projects: projects,
            municipalities: municipalities, people: people)
        let count: Int
        let (database, _) = try await installation.open()
        do {
            let generation = try GenerateProgramme(slug: slug, scale: scale, seed: seed)
            let now = Clock.now
            let expected = generation.expectedCount
            count = try await database.write { db in
                try generation.run(at: now, in: db) { done in
                    if done.isMultiple(of: 5000) { Console.say("generate: \(done) of about \(expected) objects") }
                }
            }
        } catch let refused as GenerationRefused {
            throw CommandFailure("dreiklang: \(refused.reason)")
        }
        await database.close()
        if installation.json {
            let value = JSONValue.object(["slug": .text(slug), "objects": .integer(Int64(count))])
            print(value.text(), terminator: "")
        } else {
            print("Generated /p/\(slug): \(count) objects")
        }
    }
}
