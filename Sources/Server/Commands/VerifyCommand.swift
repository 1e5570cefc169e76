// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Interchange
import Participation
import Storage

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Checks the chain of the journal and every row that it covers.")

    @Option(help: "A head kept elsewhere, as NUMBER:DIGEST; it must lie on the chain.")
    var head: String?

    @OptionGroup var installation: InstallationOptions

    func validate() throws {
        if let head, VerifyJournal.KnownHead(text: head) == nil {
            throw ValidationError("--head is NUMBER:DIGEST, as verify prints it")
        }
    }

    func run() async throws {
        let (database, _) = try await installation.open(mustExist: true)
        let verify = VerifyJournal(knownHead: head.flatMap(VerifyJournal.KnownHead.init))
        let report = try await database.read { db in try verify.run(in: db) }
        await database.close()
        installation.json ? printJSON(report) : printWords(report)
        if !report.isSound { throw ExitCode.failure }
    }

    private func printJSON(_ report: VerificationReport) {
        let value = JSONValue.object([
            "sound": .bool(report.isSound), "entries": .integer(report.entriesRead),
            "matters": .integer(Int64(report.mattersCompared)),
            "head": report.head.map { .text($0) } ?? .null, "faults": .texts(report.faults),
        ])
        print(value.text(), terminator: "")
    }

    private func printWords(_ report: VerificationReport) {
        for fault in report.faults { print(fault) }
        print("\(report.entriesRead) entries, \(report.mattersCompared) matters, \(report.faults.count) faults")
        if let head = report.head { print("head \(head)") }
    }
}
