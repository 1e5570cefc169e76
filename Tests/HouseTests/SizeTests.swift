// SPDX-License-Identifier: EUPL-1.2

import Testing

/// Ceilings, not aims: a file of 300 lines or a function of 60 has more than one idea.
@Suite struct SizeTests {
    @Test func `no source file has more than 300 lines`() throws {
        let files =
            try Repository.swiftFiles
            + Repository.files(
                under: "Resources", endingIn: [".css", ".js", ".sql", ".mustache"])
        let offenders = files.filter { $0.lines.count > 301 }.map { "\($0.path): \($0.lines.count - 1)" }

        #expect(offenders == [])
    }

    @Test func `no script has more than 300 lines`() throws {
        let files =
            try Repository.files(under: "script") + Repository.files(under: "Tests/Browser", endingIn: [".py"])
            + Repository.files(under: "Tests/Bench", endingIn: [".py", ".lua"])
        let offenders = files.filter { $0.lines.count > 301 }.map { "\($0.path): \($0.lines.count - 1)" }

        #expect(offenders == [])
    }

    @Test func `no function has more than 60 lines`() throws {
        let offenders = try Repository.swiftFiles.flatMap { file in
            file.swift.functions.filter { $0.lines > 60 }.map { "\(file.path):\($0.line) \($0.name): \($0.lines)" }
        }

        #expect(offenders == [])
    }

    @Test func `no line has more than 120 characters`() throws {
        let files =
            try Repository.swiftFiles + Repository.files(under: "script")
            + Repository.files(under: "Tests/Browser", endingIn: [".py"])
            + Repository.files(under: "Tests/Bench", endingIn: [".py", ".lua"])
        let offenders = files.flatMap { file in
            file.lines.enumerated().filter { $0.element.count > 120 }.map { "\(file.path):\($0.offset + 1)" }
        }

        #expect(offenders == [])
    }

    @Test func `a drawer called Shared holds at most ten files`() throws {
        let drawers = try Repository.sources.filter { $0.folders.contains("Shared") }
        let counts = Dictionary(grouping: drawers) { $0.folders.joined(separator: "/") }
        let offenders = counts.filter { $0.value.count > 10 }.map { "\($0.key): \($0.value.count)" }.sorted()

        #expect(offenders == [])
    }

    @Test func `what a visitor may load from us stays small`() throws {
        let bytes = try Repository.paths(under: "Resources/Public").map { try Repository.size(of: $0) }.reduce(0, +)

        #expect(bytes < 600_000)
    }

    @Test(arguments: [("README.md", 120), ("CONTRIBUTING.md", 100), ("STYLE.md", 200)])
    func `the papers stay short enough to be read`(path: String, limit: Int) throws {
        let lines = try Repository.file(path).lines.count

        #expect(lines <= limit)
    }
}
