// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Participation
import Storage

/// The program: one binary with a command for everything an administrator does.
@main
struct Dreiklang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dreiklang",
        abstract: "Runs a public programme from the first idea to the last result.",
        discussion: "Exit codes: 0 done, 1 failed, 2 wrong use. Settings: docs/operations.md.",
        subcommands: [
            ServeCommand.self, ImportCommand.self, ExportCommand.self, ProgrammeCommand.self, MigrateCommand.self,
            PersonCommand.self, VerifyCommand.self, FiguresCommand.self, SearchCommand.self, GenerateCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// Says what went wrong in one sentence and ends with the code that fits.
    private static func end(with error: any Error) -> Never {
        switch error {
        case let failure as CommandFailure:
            Console.say(failure.message)
            Foundation.exit(1)
        case let failure as StorageError:
            Console.say("dreiklang: \(failure.description)")
            Foundation.exit(1)
        case let code as ExitCode:
            // The command has said itself what it found.
            Foundation.exit(code.rawValue)
        default:
            let code = exitCode(for: error)
            if code == .success || code == .validationFailure {
                let text = fullMessage(for: error)
                code == .success ? print(text) : Console.say(text)
                Foundation.exit(code == .success ? 0 : 2)
            }
            Console.say("dreiklang: \(error)")
            Foundation.exit(1)
        }
    }
}

/// A command that could not do what it was asked; the message says why and what to do.
struct CommandFailure: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}

/// Messages for people go to the error output, so that what is printed can be read by a program.
enum Console {
    static func say(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
