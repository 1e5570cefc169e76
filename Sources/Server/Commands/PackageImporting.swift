// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation
import Storage

/// Imports one package for the commands that do so, with progress on large ones.
enum PackageImporting {
    static func run(_ path: String, overwrite: Set<String>, isTrial: Bool, into database: Database) async throws
        -> ImportReport
    {
        let package = try ImportPackage(try PackageFormat.read(path), overwrite: overwrite)
        let now = Clock.now
        if isTrial {
            return try await database.read { db in try package.plan(in: db) }
        }
        let count = package.count
        return try await database.write { db in
            try package.run(at: now, in: db) { done in
                if done.isMultiple(of: 2000) { Console.say("import: \(done) of at most \(count) objects") }
            }
        }
    }

    /// The sentence for a package that was refused, with every fault on a line of its own.
    static func failure(_ error: any Error, path: String) -> any Error {
        switch error {
        case let invalid as InvalidPackage:
            let lines = invalid.faults.map { "  \($0)" }.joined(separator: "\n")
            let count = invalid.faults.count == 1 ? "1 fault" : "\(invalid.faults.count) faults"
            return CommandFailure("dreiklang: \(path) has \(count); nothing was stored:\n\(lines)")
        case let conflict as ImportConflict:
            let lines = conflict.keys.map { "  --overwrite \($0)" }.joined(separator: "\n")
            return CommandFailure(
                "dreiklang: these were changed here since the last import; nothing was stored. To replace them:\n"
                    + lines)
        case let fault as ValueFault:
            return CommandFailure("dreiklang: \(path): \(fault.reason); nothing was stored.")
        default:
            return error
        }
    }
}
