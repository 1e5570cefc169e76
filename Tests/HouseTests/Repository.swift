// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// One text file of the repository, by the path a person would type.
struct RepositoryFile: Sendable {
    let path: String
    let text: String

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var swift: SwiftText { SwiftText(text) }
}

/// The folder these rules are about: the one that holds `Package.swift`, wherever the tests are run from.
enum Repository {
    static let root: URL = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func files(under folder: String, endingIn suffixes: [String] = [""]) throws -> [RepositoryFile] {
        try paths(under: folder)
            .filter { path in suffixes.contains { path.hasSuffix($0) } }
            .map { try file($0) }
    }

    static func file(_ path: String) throws -> RepositoryFile {
        let data = try Data(contentsOf: root.appending(path: path))
        return RepositoryFile(path: path, text: String(decoding: data, as: UTF8.self))
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
    }

    /// Paths of the plain files below a folder, sorted, without what is built, hidden or generated.
    static func paths(under folder: String) throws -> [String] {
        let start = root.appending(path: folder).path(percentEncoded: false)
        return try FileManager.default.subpathsOfDirectory(atPath: start)
            .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__pycache__" } }
            .map { "\(folder)/\($0)" }
            .filter { isPlainFile($0) }
            .sorted()
    }

    static func size(of path: String) throws -> Int {
        try Data(contentsOf: root.appending(path: path)).count
    }

    static var sources: [RepositoryFile] {
        get throws { try files(under: "Sources", endingIn: [".swift"]) }
    }

    static var swiftFiles: [RepositoryFile] {
        get throws { try sources + files(under: "Tests", endingIn: [".swift"]) + [file("Package.swift")] }
    }

    static var papers: [RepositoryFile] {
        get throws {
            try ["README.md", "CONTRIBUTING.md", "STYLE.md", "CHANGELOG.md"].map { try file($0) }
                + files(under: "docs", endingIn: [".md"])
        }
    }

    private static func isPlainFile(_ path: String) -> Bool {
        let values = try? root.appending(path: path).resourceValues(forKeys: [.isRegularFileKey])
        return values?.isRegularFile ?? false
    }
}
