// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation
@testable import Server

/// The keys of polls in the secrets file.
@Suite struct PollKeysTests {
    private func inFolder(_ test: (SecretsFile) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = try Settings(environment: [:], folder: folder.path)
        try await test(SecretsFile(settings, database: "sqlite:\(folder.path)/dreiklang.sqlite"))
    }

    @Test func `a key is made once, found again, and gone for good when it is destroyed`() async throws {
        try await inFolder { file in
            let form = try file.formKey()
            let keys = file.pollKeys
            let missing = try keys.find("a/b")
            let (made, again) = (try keys.make("a/b"), try keys.make("a/b"))
            let other = try keys.make("a/c")
            let before = try String(contentsOfFile: file.path, encoding: .utf8)
            let found = try keys.find("a/b")
            try keys.destroy(["a/b", "never"])
            let after = try String(contentsOfFile: file.path, encoding: .utf8)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int

            #expect(missing?.digest == nil)
            #expect(made.digest == again.digest)
            #expect(found?.digest == made.digest)
            #expect(try keys.find("a/b")?.digest == nil)
            #expect(try keys.find("a/c")?.digest == other.digest)
            #expect(try file.formKey() == form)
            #expect(before.split(separator: "\n").count == 3)
            #expect(after.split(separator: "\n").count == 2)
            #expect(mode == 0o600)
        }
    }

    @Test func `many who ask at the same moment get the same key`() async throws {
        try await inFolder { file in
            _ = try file.formKey()
            let keys = file.pollKeys
            let digests = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<40 { group.addTask { try keys.make("poll").digest } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }

            #expect(digests.count == 1)
        }
    }
}
