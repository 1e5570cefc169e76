// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Interchange
import Participation
import Storage

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings in a programme package: all of it, or nothing.")

    @Argument(help: "A folder or a .zip, as docs/programme-package.md describes it.")
    var path: String

    @Flag(help: "Only show what would change.")
    var dryRun = false

    @Option(help: "Replace this object (KIND/KEY) although it was changed here since the last import; repeatable.")
    var overwrite: [String] = []

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let database = dryRun ? try await installation.openForTrial() : try await installation.open().0
        let report: ImportReport
        do {
            report = try await PackageImporting.run(
                path, overwrite: Set(overwrite), isTrial: dryRun, into: database)
        } catch {
            throw PackageImporting.failure(error, path: path)
        }
        await database.close()
        installation.json ? printJSON(report) : printWords(report)
        if !report.conflicts.isEmpty { throw ExitCode.failure }
    }

    private func printJSON(_ report: ImportReport) {
        let value = JSONValue.object([
            "dry_run": .bool(dryRun), "created": .texts(report.created), "changed": .texts(report.changed),
            "conflicts": .texts(report.conflicts), "unchanged": .integer(Int64(report.unchanged)),
        ])
        print(value.text(), terminator: "")
    }

    private func printWords(_ report: ImportReport) {
        if dryRun {
            for key in report.created { print("new       \(key)") }
            for key in report.changed { print("changed   \(key)") }
            for key in report.conflicts { print("conflict  \(key)") }
        }
        let verb = dryRun ? "would be " : ""
        print(
            "\(report.created.count) \(verb)new, \(report.changed.count) \(verb)changed, "
                + "\(report.conflicts.count) in conflict, \(report.unchanged) unchanged")
    }
}
