// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Server

@Suite struct SecretsFileTests {
    private func inFolder(_ test: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try test(folder)
    }

    @Test func `the key is made once, beside the database, for its owner alone`() throws {
        try inFolder { folder in
            let settings = try Settings(environment: [:], folder: folder.path)
            let file = SecretsFile(settings, database: "sqlite:\(folder.path)/dreiklang.sqlite")
            let (first, second) = (try file.formKey(), try file.formKey())
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int

            #expect(file.path == folder.appending(path: "secrets").path)
            #expect(first.count == 32)
            #expect(first == second)
            #expect(mode == 0o600)
        }
    }

    @Test func `the folder of the key is made, too`() throws {
        try inFolder { folder in
            let path = folder.appending(path: "data/keys/secrets").path
            let settings = try Settings(environment: ["DREIKLANG_SECRETS": path], folder: folder.path)

            #expect(try SecretsFile(settings, database: "postgres:///x").formKey().count == 32)
        }
    }

    @Test func `a place where no file can be is named`() throws {
        try inFolder { folder in
            let file = folder.appending(path: "file")
            try "".write(to: file, atomically: true, encoding: .utf8)
            let settings = try Settings(environment: ["DREIKLANG_SECRETS": "\(file.path)/secrets"], folder: folder.path)

            #expect(throws: CommandFailure.self) { try SecretsFile(settings, database: "postgres:///x").formKey() }
        }
    }

    @Test func `a file without a key is not written over`() throws {
        try inFolder { folder in
            let path = folder.appending(path: "own").path
            try "something_else=1\n".write(toFile: path, atomically: true, encoding: .utf8)
            let settings = try Settings(environment: ["DREIKLANG_SECRETS": path], folder: folder.path)

            #expect(throws: CommandFailure.self) { try SecretsFile(settings, database: "postgres:///x").formKey() }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "something_else=1\n")
        }
    }

    @Test(
        arguments: [
            ("0.0.0.0", [:]), ("192.0.2.1", [:]), ("127.0.0.1", ["DREIKLANG_PUBLIC_URL": "https://a.example"]),
            ("127.0.0.1", ["DREIKLANG_TRUSTED_PROXIES": "127.0.0.1"]),
        ] as [(String, [String: String])])
    func `the demonstration does not start where somebody else could come in`(
        host: String, environment: [String: String]
    ) throws {
        let settings = try Settings(environment: environment, folder: "/nowhere")

        #expect(throws: CommandFailure.self) { try DemoServing.check(host: host, settings) }
    }

    @Test func `the demonstration starts on this machine`() throws {
        try DemoServing.check(host: "127.0.0.1", try Settings(environment: [:], folder: "/nowhere"))
    }
}
