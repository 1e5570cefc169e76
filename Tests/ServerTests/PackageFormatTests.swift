// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Interchange
import Participation
import Testing

@testable import Server

@Suite struct PackageFormatTests {
    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        return folder
    }

    @Test func `broken JSON and foreign files are faults of the package, all at once`() throws {
        let folder = try folder(["projects.json": "[1,", "notes.txt": "x", "ideas.json": "[]"])
        defer { try? FileManager.default.removeItem(at: folder) }

        let invalid = try #require(throws: InvalidPackage.self) { try PackageFormat.read(folder.path) }

        #expect(invalid.faults.map(\.file).sorted() == ["notes.txt", "projects.json"])
    }

    @Test func `a value keeps order and digits both ways`() throws {
        let text = "{\n  \"b\": 1.50,\n  \"a\": [\n    null,\n    true,\n    -7\n  ]\n}\n"

        let plain = try PackageFormat.value(of: Array(text.utf8))

        #expect(JSONValue(plain).text() == text)
    }

    @Test func `a folder that is not there is named`() throws {
        let failure = try #require(throws: CommandFailure.self) { try PackageFormat.read("/nirgends/paket") }

        #expect(failure.message.contains("/nirgends/paket"))
    }
}
