// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

/// What the files say about themselves, the settings and each other.
@Suite struct PaperTests {
    @Test func `every source file names its licence in its first line`() throws {
        let endings = [".swift", ".sql", ".css", ".js", ".py", ".lua", ".h", ".modulemap"]
        let folders = ["Sources", "Tests", "Resources"]
        let sources = try folders.flatMap { try Repository.files(under: $0, endingIn: endings) }
        let scripts = try Repository.files(under: "script") + [Repository.file(".ci/run")]
        let offenders = (sources + scripts + [try Repository.file("Package.swift")])
            .filter { !Self.namesLicence($0) }
            .map(\.path)

        #expect(!sources.isEmpty)
        #expect(offenders == [])
    }

    @Test func `the licence is the whole one`() throws {
        let text = try Repository.file("LICENSE").text

        #expect(text.hasPrefix("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n"))
        #expect(text.contains("‘Compatible Licences’ according to Article 5 EUPL are:"))
        #expect(try Repository.file("LICENSES/EUPL-1.2.txt").text == text)
    }

    @Test func `every setting is documented`() throws {
        let files = try Repository.sources + Repository.files(under: "script") + Repository.files(under: "Tests")
        let names = Set(files.flatMap { $0.text.matches(of: /DREIKLANG_[A-Z]+(_[A-Z]+)*/).map { String($0.output.0) } })
        let operations = try Repository.file("docs/operations.md").text
        let offenders = names.filter { !operations.contains("`\($0)`") }.sorted()

        #expect(names.count > 5)
        #expect(offenders == [])
    }

    @Test func `every documented setting exists`() throws {
        let files = try Repository.sources + Repository.files(under: "script") + Repository.files(under: "Tests")
        let documented = try Repository.file("docs/operations.md").text
            .matches(of: /`(DREIKLANG_[A-Z_]+)`/).map { String($0.1) }
        let offenders = documented.filter { name in !files.contains { $0.text.contains(name) } }

        #expect(documented.count > 5)
        #expect(offenders == [])
    }

    @Test func `the set-up installs every library that the manifest names`() throws {
        let manifest = try Repository.file("Package.swift").text
        let setup = try Repository.file("script/setup").text
        let packages = manifest.matches(of: /"([a-z0-9-]+-dev)"/).map { String($0.1) }

        #expect(!packages.isEmpty)
        #expect(packages.filter { !setup.contains(" \($0)") } == [])
    }

    @Test func `no file speaks of the machine it was written on`() throws {
        // Put together here so that this file does not speak of them either.
        let words = ["/wo" + "rk/", "/ho" + "me/", "/ro" + "ot/", "/op" + "t/", "/tmp/bri" + "efs"]
        let folders = ["Sources", "Tests", "Resources", "docs", "script"]
        let loose = try ["Package.swift", "publiccode.yml", ".ci/run"].map { try Repository.file($0) }
        let files = try folders.flatMap { try Repository.files(under: $0) } + Repository.papers + loose
        let offenders = files.flatMap { file in
            let text = Self.withoutAddresses(file.text)
            return words.filter { text.contains($0) }.map { "\(file.path): \($0)" }
        }

        #expect(offenders == [])
    }

    @Test func `every link between the papers leads somewhere`() throws {
        let offenders = try Repository.papers.flatMap { paper in
            paper.text.matches(of: /\]\((?<target>[^)#\s]+)/).map { String($0.output.target) }
                .filter { !$0.contains(":") && !Repository.exists(Self.path(of: $0, from: paper)) }
                .map { "\(paper.path): \($0)" }
        }

        #expect(offenders == [])
    }

    private static func path(of link: String, from paper: RepositoryFile) -> String {
        (paper.folders + [link]).joined(separator: "/")
    }

    /// Other people's web addresses have paths of their own: `https://example.org/ho…me/news`.
    private static func withoutAddresses(_ text: String) -> String {
        text.replacing(/https?:\/\/[^\s"<>]+/, with: "")
    }

    private static func namesLicence(_ file: RepositoryFile) -> Bool {
        let mustComeFirst = ["#!", "// swift-tools-version", "# shellcheck"]
        let first = file.lines.first { line in !mustComeFirst.contains { line.hasPrefix($0) } }
        return first?.contains("SPDX-License-Identifier: EUPL-1.2") ?? false
    }
}
