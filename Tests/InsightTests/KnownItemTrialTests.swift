// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Insight

@Suite struct KnownItemTrialTests {
    @Test func `figures follow from the places of the answers`() {
        let trial = KnownItemTrial(topics: [
            .init(question: "first", answer: "a"), .init(question: "fourth", answer: "d"),
            .init(question: "eleventh", answer: "k"), .init(question: "never", answer: "z"),
        ])

        let outcome = trial.outcome { _ in "abcdefghijk".map(String.init) }

        #expect(outcome.topics == 4)
        #expect(outcome.firstShare == 0.25)
        #expect(outcome.meanReciprocalRank == (1 + 0.25) / 4)
        #expect(outcome.recall == 0.5)
    }

    /// The weights were chosen on the topics with even places; only the odd ones are asked here. On these, plain search
    /// with stems (BM25) reaches 0.377 and 0.528.
    @Test(.enabled(if: OutsideData.folder != nil, "DREIKLANG_SHARED names no folder"))
    func `titles find their contributions better than with plain stems`() throws {
        let folder = try #require(OutsideData.folder).appending(path: "data/known-item-bonn-moers")
        let texts = try Self.texts(in: folder.appending(path: "corpus.jsonl.gz"))
        let topics = try Self.topics(in: folder).enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        let index = TextIndex(texts)

        let outcome = KnownItemTrial(topics: topics).outcome { question in
            index.texts(for: SearchQuery(question), most: 10).map(\.key)
        }

        #expect(texts.count == 2_579)
        #expect(outcome.topics == 1_027)
        #expect(outcome.meanReciprocalRank > 0.40, "\(outcome)")
        #expect(outcome.recall > 0.56, "\(outcome)")
    }

    private struct Line: Decodable {
        let id: String
        let text: String
    }

    private static func texts(in file: URL) throws -> [TextIndex.Text] {
        let unpacking = Process()
        let output = Pipe()
        unpacking.executableURL = URL(filePath: "/bin/gzip")
        unpacking.arguments = ["--decompress", "--stdout", file.path(percentEncoded: false)]
        unpacking.standardOutput = output
        try unpacking.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        unpacking.waitUntilExit()
        return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let line = try JSONDecoder().decode(Line.self, from: line)
            return TextIndex.Text(key: line.id, body: line.text)
        }
    }

    private static func topics(in folder: URL) throws -> [KnownItemTrial.Topic] {
        var answers: [Substring: String] = [:]
        let judgements = try OutsideData.lines(of: folder.appending(path: "qrels.txt")).map { $0.split(separator: " ") }
        for fields in judgements { answers[fields[0]] = String(fields[2]) }
        return try OutsideData.lines(of: folder.appending(path: "topics.tsv")).map { line in
            let fields = line.split(separator: "\t", maxSplits: 1)
            return KnownItemTrial.Topic(question: String(fields[1]), answer: try #require(answers[fields[0]]))
        }
    }
}
