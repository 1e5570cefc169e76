// SPDX-License-Identifier: EUPL-1.2

import Testing

/// The one-way rule between the targets. The compiler lets a target import a neighbour it does not declare.
@Suite struct ImportTests {
    static let allowed: [String: [String]] = [
        "Storage": ["CLibpq", "Crypto", "GRDB"],
        "Insight": [],
        "Participation": ["Crypto", "CryptoExtras", "Insight", "Storage"],
        "Markup": ["CCMarkGFM"],
        "Interchange": ["CArchive", "CGD", "CXLSXWriter"],
        "Web": [
            "CZlib", "Crypto", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Insight", "Interchange", "Logging",
            "Markup", "Mustache", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1", "Participation",
            "Storage",
        ],
        "Server": [
            "ArgumentParser", "CAllocator", "CCurl", "Hummingbird", "Insight", "Interchange", "Logging",
            "Participation", "ServiceLifecycle", "Storage", "UnixSignals", "Web",
        ],
    ]
    static let everywhere = ["Dispatch", "Foundation", "Glibc", "Musl", "Synchronization"]

    @Test func `each target imports only what stands below it`() throws {
        let offenders = try Repository.sources.flatMap { Self.offenders(in: $0) }

        #expect(offenders == [])
    }

    @Test func `no file has more than eight imports`() throws {
        let offenders = try Repository.sources.filter { Self.imports(in: $0).count > 8 }.map(\.path)

        #expect(offenders == [])
    }

    @Test func `nothing asks another host`() throws {
        let offenders = try Repository.sources.filter { $0.swift.code.contains(/\bURL(Session|Request)\b/) }.map(\.path)

        #expect(offenders == [])
    }

    @Test(arguments: ["import GRDB", "internal import GRDB", "@preconcurrency import struct GRDB.Row"])
    func `the database engine is out of bounds for the web`(line: String) {
        let page = RepositoryFile(path: "Sources/Web/Site/Page.swift", text: "import Foundation\n\(line)\n")

        #expect(Self.offenders(in: page) == ["Sources/Web/Site/Page.swift: GRDB"])
    }

    static func offenders(in file: RepositoryFile) -> [String] {
        let target = file.folders.dropFirst().first ?? ""
        let known = allowed[target, default: []] + everywhere
        return imports(in: file).filter { !known.contains($0) }.map { "\(file.path): \($0)" }
    }

    static func imports(in file: RepositoryFile) -> [String] {
        let pattern = /^\s*(@\w+\s+)*(\w+\s+)?import\s+((struct|class|enum|protocol|func|var|let)\s+)?(?<name>\w+)/
        return file.swift.codeLines.compactMap { $0.firstMatch(of: pattern).map { String($0.output.name) } }
    }
}
