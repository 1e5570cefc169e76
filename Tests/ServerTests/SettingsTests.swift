// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Server

@Suite struct SettingsTests {
    private func folder(_ text: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: folder.appending(path: ".env"), atomically: true, encoding: .utf8)
        return folder
    }

    @Test func `the environment goes before the file, the file before the default`() throws {
        let folder = try folder("# Betrieb\nDREIKLANG_PORT=9000\nDREIKLANG_HOST=\"0.0.0.0\"\n\n")
        defer { try? FileManager.default.removeItem(at: folder) }

        let settings = try Settings(environment: ["DREIKLANG_PORT": "9001", "OTHER": "x"], folder: folder.path)

        #expect(try settings.port == 9001)
        #expect(settings.host == "0.0.0.0")
        #expect(settings.database == "sqlite:data/dreiklang.sqlite")
        #expect(settings.bringsBundledProgrammes)
    }

    @Test(arguments: ["0", "70000", "many", "-1"])
    func `a port that is none is refused`(_ port: String) throws {
        let settings = try Settings(environment: ["DREIKLANG_PORT": port], folder: "/")

        #expect(throws: CommandFailure.self) { try settings.port }
    }

    @Test(arguments: ["beispiel.example", "ftp://beispiel.example", "https://", "::"])
    func `a public address that is none is refused`(_ address: String) throws {
        let settings = try Settings(environment: ["DREIKLANG_PUBLIC_URL": address], folder: "/")

        #expect(throws: CommandFailure.self) { try settings.publicURL }
    }

    @Test func `a line that is no setting is named`() throws {
        let folder = try folder("DREIKLANG_PORT=9000\nhallo\n")
        defer { try? FileManager.default.removeItem(at: folder) }

        let failure = try #require(throws: CommandFailure.self) {
            try Settings(environment: [:], folder: folder.path)
        }

        #expect(failure.message.contains("line 2"))
    }

    @Test func `proxies are a list`() throws {
        let settings = try Settings(environment: ["DREIKLANG_TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2"], folder: "/")

        #expect(settings.trustedProxies == ["10.0.0.1", "10.0.0.2"])
    }
}
