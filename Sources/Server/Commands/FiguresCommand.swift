// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Interchange
import Participation
import Storage

struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Prints every public number: counted here, cited from official sources.")

    @Argument(help: "The programme; without it the main one.")
    var slug: String?

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let (database, _) = try await installation.open(mustExist: true)
        let slug = self.slug
        let figures = try await database.read { db -> [Figure]? in
            let programmes = try ProgrammeQueries.all(in: db)
            guard let programme = programmes.first(where: { $0.slug == slug ?? $0.slug }) else { return nil }
            return try FigureRegister.all(of: programme.id, in: db)
        }
        await database.close()
        guard let figures else {
            throw CommandFailure("dreiklang: there is no such programme; see “dreiklang programme list”.")
        }
        if installation.json {
            print(JSONValue.list(figures.map(json)).text(), terminator: "")
        } else {
            for figure in figures { print(line(figure)) }
        }
    }

    private func json(_ figure: Figure) -> JSONValue {
        .object([
            "key": .text(figure.key), "unit": .text(figure.unit.rawValue),
            "counted": figure.counted.map { .integer($0) } ?? .null,
            "cited": .list(
                figure.cited.map { cited in
                    .object([
                        "value": .integer(cited.value), "qualifier": cited.qualifier.map { .text($0) } ?? .null,
                        "as_of": cited.asOf.map { .text($0.text) } ?? .null, "label": .text(cited.label),
                        "source_url": cited.sourceURL.map { .text($0) } ?? .null,
                    ])
                }),
        ])
    }

    private func line(_ figure: Figure) -> String {
        let counted = figure.counted.map(String.init) ?? "not documented"
        let cited = figure.cited.map { "\($0.value) (\($0.label)\($0.asOf.map { ", \($0.text)" } ?? ""))" }
        let name = figure.key.padding(toLength: 32, withPad: " ", startingAt: 0)
        return "\(name)\(counted)\(cited.isEmpty ? "" : "  cited: " + cited.joined(separator: "; "))"
    }
}
