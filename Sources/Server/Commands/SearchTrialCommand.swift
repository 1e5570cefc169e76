// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Insight
import Interchange
import Participation
import Storage

extension SearchCommand {
    struct Trial: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tries the search with questions whose answers are known.",
            discussion: """
                PATH is a folder with corpus.jsonl ({"id", "text"} on each line; or corpus.jsonl.gz, read with gzip), \
                topics.tsv (id, question) and qrels.txt (TREC: topic, 0, document, 1). The texts go into a database in \
                memory as remarks and are found the way a visitor finds them.
                """)

        @Argument(help: "The folder.")
        var path: String

        @Flag(help: "Print the result as JSON.")
        var json = false

        func run() async throws {
            let set = try KnownItemSet(folder: URL(filePath: path, directoryHint: .isDirectory))
            let database = try await set.database(migrations: Settings().resources.appending(path: "Migrations"))
            let vocabularies = SearchVocabularies()
            let start = ContinuousClock.now
            let outcome = try await database.read { db in
                guard let programme = try ProgrammeQueries.all(in: db).first else {
                    throw CommandFailure("dreiklang: the trial's texts were not stored.")
                }
                let search = SearchProgramme(programme.id, vocabularies)
                return try KnownItemTrial(topics: set.topics).outcome { question in
                    let request = SearchRequest(question, page: ListPage(1, size: 10))
                    let ids = try search.run(request, in: db)?.hits.map(\.id) ?? []
                    let matters = try MatterSummary.list(ids, in: programme.id, db)
                    let keys = Dictionary(matters.map { ($0.id, $0.key) }) { first, _ in first }
                    return ids.compactMap { keys[$0] }
                }
            }
            let duration = start.duration(to: .now)
            await database.close()
            report(outcome, documents: set.texts.count, each: duration / max(outcome.topics, 1))
        }

        private func report(_ outcome: KnownItemTrial.Outcome, documents: Int, each: Duration) {
            let microseconds = each.components.attoseconds / 1_000_000_000_000
            if json {
                let value = JSONValue.object([
                    "documents": .integer(Int64(documents)), "topics": .integer(Int64(outcome.topics)),
                    "mrr_at_10": .decimal(Self.digits(outcome.meanReciprocalRank)),
                    "recall_at_10": .decimal(Self.digits(outcome.recall)),
                    "success_at_1": .decimal(Self.digits(outcome.firstShare)),
                    "microseconds_per_query": .integer(microseconds),
                ])
                print(value.text(), terminator: "")
            } else {
                print("\(documents) texts, \(outcome.topics) questions, \(microseconds) µs for each")
                print("MRR@10       \(Self.digits(outcome.meanReciprocalRank))")
                print("recall@10    \(Self.digits(outcome.recall))")
                print("first place  \(Self.digits(outcome.firstShare))")
            }
        }

        private static func digits(_ share: Double) -> String {
            String(format: "%.3f", share)
        }
    }
}

/// Texts with questions that one of them answers each.
struct KnownItemSet: Sendable {
    let texts: [(key: String, text: String)]
    let topics: [KnownItemTrial.Topic]

    init(folder: URL) throws {
        let corpus = try Self.lines(of: "corpus.jsonl", in: folder)
        texts = try corpus.map { line in
            let value = try JSONValue.parse(Array(line.utf8))
            guard case .text(let key) = value["id"], case .text(let text) = value["text"] else {
                throw CommandFailure("dreiklang: corpus.jsonl: each line is {\"id\": …, \"text\": …}.")
            }
            return (key, text)
        }
        var questions: [(topic: String, text: String)] = []
        for line in try Self.lines(of: "topics.tsv", in: folder) {
            let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
            if parts.count == 2 { questions.append((parts[0], parts[1])) }
        }
        var answers: [String: String] = [:]
        for line in try Self.lines(of: "qrels.txt", in: folder) {
            let parts = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if parts.count == 4, parts[3] != "0" { answers[parts[0]] = parts[2] }
        }
        topics = questions.compactMap { question in
            answers[question.topic].map { KnownItemTrial.Topic(question: question.text, answer: $0) }
        }
        guard !topics.isEmpty, !texts.isEmpty else {
            throw CommandFailure("dreiklang: \(folder.path) holds no texts with questions.")
        }
    }

    private static func lines(of name: String, in folder: URL) throws -> [Substring] {
        let plain = folder.appending(path: name)
        let packed = folder.appending(path: name + ".gz")
        let data: Data
        if FileManager.default.fileExists(atPath: plain.path) {
            data = try Data(contentsOf: plain)
        } else if FileManager.default.fileExists(atPath: packed.path) {
            data = try unpacked(packed)
        } else {
            throw CommandFailure("dreiklang: \(plain.path) does not exist.")
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }

    private static func unpacked(_ file: URL) throws -> Data {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure("dreiklang: \(file.path) cannot be unpacked.")
        }
        return data
    }

    /// A database in memory in which each text is a remark on a programme.
    func database(migrations: URL) async throws -> Database {
        let database = try await Database.open("sqlite::memory:")
        _ = try await database.migrate(try Migration.load(from: migrations.path), recordedAt: Clock.now.text)
        let package = try ImportPackage(try files())
        let now = Clock.now
        _ = try await database.write { db in try package.run(at: now, in: db) }
        return database
    }

    private func files() throws -> [PackageFile] {
        let programme: PlainValue = .object(
            ["slug", "title", "summary_de", "region_name_de"].map { .init($0, .text("versuch")) }
                + ["subtitle_de", "responsible_de", "attribution_de", "period", "package_version", "note"]
                .map { .init($0, .null) } + [.init("invented", .flag(true)), .init("source_urls", .list([]))])
        let remarks = texts.enumerated().map { index, text in
            PlainValue.object([
                .init("id", .text(text.key)), .init("number", .integer(Int64(index + 1))),
                .init("matter", .text("programme/versuch")), .init("author_de", .null),
                .init("text_de", .text(text.text)), .init("written_on", .null), .init("hidden", .flag(false)),
                .init("hidden_reason_de", .null),
            ])
        }
        return [
            PackageFile(name: "programme", value: programme), PackageFile(name: "pillars", value: .list([])),
            PackageFile(name: "remarks", value: .list(remarks)),
        ]
    }
}
