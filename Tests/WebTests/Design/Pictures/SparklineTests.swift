// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Web

@Suite struct SparklineTests {
    @Test func `a course rises towards its target`() throws {
        let line = try #require(Sparkline([(0, 10), (50, 15), (100, 20)], target: 30, words: "20 von 30"))

        #expect(line.line == "M0.00 100.00L50.00 75.00L100.00 50.00")
        #expect(line.end == Sparkline.Point(x: "100.00%", y: "50.00%"))
        #expect(line.target == "0.00%")
        #expect(line.columns.isEmpty)
    }

    @Test func `one value, or several of one day, have no course`() {
        #expect(Sparkline([(3, 10)], target: 20, words: "") == nil)
        #expect(Sparkline([(3, 10), (3, 12)], target: 20, words: "") == nil)
        #expect(Sparkline([], target: nil, words: "") == nil)
    }

    @Test func `a course that never changes lies in the middle`() throws {
        let line = try #require(Sparkline([(0, 7), (10, 7)], target: nil, words: "unverändert"))
        #expect(line.line == "M0.00 50.00L100.00 50.00")
    }

    @Test func `columns stand on the ground, and nothing leaves a gap`() throws {
        let columns = try #require(Sparkline(columns: [4, 0, 2], words: "6 Ideen"))

        #expect(columns.columns.map(\.height) == ["100.00%", "50.00%"])
        #expect(columns.columns.map(\.y) == ["0.00%", "50.00%"])
        #expect(columns.line == nil)
        #expect(Sparkline(columns: [0, 0], words: "") == nil)
        #expect(Sparkline(columns: [], words: "") == nil)
    }
}
