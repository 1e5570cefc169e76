// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct WordDiffTests {
    typealias Run = WordDiff.Run

    @Test func `a text that stays the same is one run`() {
        let runs = WordDiff.runs(from: "Der Bus fährt.", to: "Der Bus fährt.")
        #expect(runs == [Run(kind: .kept, text: "Der Bus fährt.")])
    }

    @Test func `a new and a removed text are one run each`() {
        #expect(WordDiff.runs(from: "", to: "Neu.") == [Run(kind: .added, text: "Neu.")])
        #expect(WordDiff.runs(from: "Alt.", to: "") == [Run(kind: .removed, text: "Alt.")])
        #expect(WordDiff.runs(from: "", to: "").isEmpty)
    }

    @Test func `changed hours are shown as such and the rest is kept`() {
        let runs = WordDiff.runs(
            from: "Der Betrieb läuft montags bis samstags von 6 bis 20 Uhr.",
            to: "Der Betrieb läuft täglich von 5 bis 23 Uhr.")
        #expect(
            runs == [
                Run(kind: .kept, text: "Der Betrieb läuft "), Run(kind: .removed, text: "montags bis samstags"),
                Run(kind: .added, text: "täglich"), Run(kind: .kept, text: " von "), Run(kind: .removed, text: "6"),
                Run(kind: .added, text: "5"), Run(kind: .kept, text: " bis "), Run(kind: .removed, text: "20"),
                Run(kind: .added, text: "23"), Run(kind: .kept, text: " Uhr."),
            ])
    }

    @Test func `changes parted by a blank alone are read as one`() {
        let runs = WordDiff.runs(from: "Das Land zahlt vier Jahre.", to: "Der Bund trägt vier Jahre.")
        #expect(
            runs == [
                Run(kind: .removed, text: "Das Land zahlt"), Run(kind: .added, text: "Der Bund trägt"),
                Run(kind: .kept, text: " vier Jahre."),
            ])
    }

    @Test func `both texts can be put together again, whatever they are`() {
        var numbers = SeededNumbers(seed: 20_191_105)
        for _ in 0..<300 {
            let (old, new) = (numbers.text(), numbers.text())
            let runs = WordDiff.runs(from: old, to: new)
            #expect(runs.filter { $0.kind != .added }.map(\.text).joined() == old)
            #expect(runs.filter { $0.kind != .removed }.map(\.text).joined() == new)
        }
    }

    @Test func `no way keeps more words`() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<300 {
            let (old, new) = (numbers.text(), numbers.text())
            let kept = WordDiff.shortest(from: old, to: new).filter { $0.kind == .kept }
            let count = kept.map { WordDiff.words($0.text).count }.reduce(0, +)
            #expect(count == Self.longestCommon(WordDiff.words(old), WordDiff.words(new)), "\(old) → \(new)")
        }
    }

    @Test func `long texts without anything in common are shown whole`() {
        let old = (0..<2_500).map { "alt\($0)" }.joined()
        let new = (0..<3).map { _ in "neu" }.joined(separator: ";") + String(repeating: "!?", count: 3_000)
        let runs = WordDiff.runs(from: old + String(repeating: "#", count: 3_000), to: new)
        #expect(runs.map(\.kind) == [.removed, .added])
    }

    /// The textbook table, for comparison.
    private static func longestCommon(_ old: [Substring], _ new: [Substring]) -> Int {
        var previous = Array(repeating: 0, count: new.count + 1)
        for word in old {
            var current = previous
            for (index, other) in new.enumerated() {
                current[index + 1] = word == other ? previous[index] + 1 : max(previous[index + 1], current[index])
            }
            previous = current
        }
        return previous[new.count]
    }
}

/// Numbers that are the same in every run.
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }

    mutating func text() -> String {
        let words = ["der", "Bus", "fährt", "nachts", "und", "am", "Tag,", "weiter."]
        let count = Int.random(in: 0...14, using: &self)
        return (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &self)] }.joined(separator: " ")
    }
}
