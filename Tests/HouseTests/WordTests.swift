// SPDX-License-Identifier: EUPL-1.2

import Testing

/// Words that hide a fault, a clock or a race, and names that say nothing.
@Suite struct WordTests {
    static let nowhere = ["try!", "as!", "fatalError", "Task.detached"]
    static let onlyInStorage = ["@unchecked", "nonisolated(unsafe)"]
    static let notInFeatures = ["Task {", "Task(", "print("]
    static let emptyNames = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Service", "Handler", "Processor",
    ]
    static let reservedNouns = ["User", "Item", "Content", "Resource", "Module", "Component", "Entity", "Task"]

    @Test func `no word hides a crash or a race`() throws {
        let offenders = try Repository.sources.flatMap { file in
            Self.lines(of: file, with: Self.nowhere)
                + (file.path.hasPrefix("Sources/Storage/") ? [] : Self.lines(of: file, with: Self.onlyInStorage))
        }

        #expect(offenders == [])
    }

    @Test func `Storage gives the reason where it takes concurrency into its own hands`() throws {
        let offenders = try Repository.files(under: "Sources/Storage", endingIn: [".swift"])
            .flatMap { Self.unexplained(in: $0) }

        #expect(offenders == [])
    }

    @Test func `the domain and the pages start nothing on their own`() throws {
        let offenders = try Repository.sources
            .filter { $0.path.hasPrefix("Sources/Participation/") || $0.path.hasPrefix("Sources/Web/") }
            .flatMap { Self.lines(of: $0, with: Self.notInFeatures) }

        #expect(offenders == [])
    }

    @Test func `the domain is handed its clock and its settings`() throws {
        let offenders = try Repository.files(under: "Sources/Participation", endingIn: [".swift"])
            .flatMap { Self.lines(of: $0, with: ["Date()", "Date.now", "ProcessInfo", "getenv("]) }

        #expect(offenders == [])
    }

    @Test func `no type has an empty name`() throws {
        let offenders = try Repository.sources.flatMap { Self.emptyTypeNames(in: $0) }

        #expect(offenders == [])
    }

    @Test func `nothing is caught in silence and without a reason`() throws {
        let offenders = try Repository.sources
            .filter { $0.text.contains(/catch\s*\{\s*\}/) }
            .map(\.path)

        #expect(offenders == [])
    }

    @Test func `each of these words is noticed`() {
        let text = "let a = try! b()\nlet c = d as! E\n@unchecked Sendable\nTask {\nfunc canDoTask() {}\n"
        let file = RepositoryFile(path: "F.swift", text: text)

        let found = Self.lines(of: file, with: Self.nowhere + Self.onlyInStorage + Self.notInFeatures)

        #expect(found == ["F.swift:1 try!", "F.swift:2 as!", "F.swift:3 @unchecked", "F.swift:4 Task {"])
    }

    @Test func `an empty name is noticed, unless a framework asks for it`() {
        let text = "struct IdeaManager {}\nenum Item {}\nstruct LineLogHandler: LogHandler {}\nstruct Web: Service {}\n"

        let found = Self.emptyTypeNames(in: RepositoryFile(path: "F.swift", text: text))

        #expect(found == ["F.swift: IdeaManager", "F.swift: Item"])
    }

    static func lines(of file: RepositoryFile, with words: [String]) -> [String] {
        file.swift.codeLines.enumerated().flatMap { index, line in
            words.filter { isThere($0, in: line) }.map { "\(file.path):\(index + 1) \($0)" }
        }
    }

    private static func isThere(_ word: String, in line: Substring) -> Bool {
        guard let range = line.firstRange(of: word) else { return false }
        guard let before = line[..<range.lowerBound].last else { return true }
        return !before.isLetter && !before.isNumber && before != "_" && before != "."
    }

    private static func unexplained(in file: RepositoryFile) -> [String] {
        let lines = file.lines
        return file.swift.codeLines.enumerated().compactMap { index, code in
            guard onlyInStorage.contains(where: { code.contains($0) }) else { return nil }
            let isExplained = lines[index].contains("//") || (index > 0 && lines[index - 1].contains("//"))
            return isExplained ? nil : "\(file.path):\(index + 1)"
        }
    }

    static func emptyTypeNames(in file: RepositoryFile) -> [String] {
        let declaration = /\b(struct|class|enum|actor|protocol|typealias)\s+(?<name>[A-Z]\w*)(?<parents>[^{=\n]*)/
        return file.swift.code.matches(of: declaration).compactMap { match in
            let name = String(match.output.name)
            let suffix = emptyNames.first { name.hasSuffix($0) }
            let isAskedFor = suffix.map { match.output.parents.contains($0) } ?? false
            return reservedNouns.contains(name) || (suffix != nil && !isAskedFor) ? "\(file.path): \(name)" : nil
        }
    }
}
