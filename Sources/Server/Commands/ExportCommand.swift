// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Interchange
import Participation
import Storage

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes a programme out as a package.",
        discussion: "Without --complete it holds what the public may read and no personal data.")

    @Argument(help: "The programme, as “dreiklang programme list” names it.")
    var slug: String

    @Argument(help: "A folder to make, or a .zip.")
    var path: String

    @Flag(help: "Add drafts and everything internal, for moving house. Keep the result to yourself.")
    var complete = false

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let (database, _) = try await installation.open(mustExist: true)
        let export = ExportPackage(slug: slug, isComplete: complete)
        guard let files = try await database.read({ db in try export.run(in: db) }) else {
            throw CommandFailure("dreiklang: there is no programme “\(slug)”; see “dreiklang programme list”.")
        }
        await database.close()
        if complete { Console.say("export: holds internal matters; only you may read the files (mode 0600).") }
        let readers: PackageFiles.Readers = complete ? .owner : .everyone
        do {
            let package = try PackageFormat.files(files)
            if path.hasSuffix(".zip") {
                try package.write(toZip: path, readers: readers)
            } else {
                try package.write(toFolder: path, readers: readers, mark: PackageFormat.mark)
            }
        } catch {
            throw CommandFailure("dreiklang: \(path): \(error.description)")
        }
        let names = files.map { "\($0.name).json" }
        if installation.json {
            print(JSONValue.object(["path": .text(path), "files": .texts(names)]).text(), terminator: "")
        } else {
            print("\(names.count) files written to \(path)")
        }
    }
}
