// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation
@testable import Web

@Suite struct TimeAxisTests {
    @Test func `the axis goes from the first to the last year`() throws {
        let axis = try #require(TimeAxis([try date("2021-08"), try date("2019"), try date("2024-12-31")]))

        #expect(axis.years == 2019...2024)
        #expect(axis.place(try date("2019-01-01").firstDay).text == "0.00%")
        #expect(axis.width(from: try date("2019").firstDay, through: try date("2024").lastDay).text == "100.00%")
        #expect(TimeAxis([]) == nil)
    }

    @Test func `an exact period is one filled bar`() throws {
        let axis = try #require(TimeAxis([try date("2020")]))

        let bars = axis.bars(
            from: try date("2020-01-01"), to: try date("2020-12-31"), today: try date("2020-06-01"), pattern: pattern)

        #expect(bars == [Schedule.Bar(x: "0.00%", width: "100.00%", tone: "acting", fill: pattern.reference)])
    }

    @Test func `years that are only known as years are open at both ends`() throws {
        let axis = try #require(TimeAxis([try date("2020"), try date("2022")]))

        let bars = axis.bars(from: try date("2020"), to: try date("2022"), today: try date("2021"), pattern: pattern)

        #expect(bars.map(\.fill) == [nil, pattern.reference, nil])
        #expect(bars.map(\.x) == ["0.00%", "33.39%", "66.70%"])
    }

    @Test func `a period within a single inexact year is open altogether`() throws {
        let axis = try #require(TimeAxis([try date("2020")]))

        let bars = axis.bars(from: try date("2020"), to: try date("2020"), today: try date("2020"), pattern: pattern)

        #expect(bars.map(\.fill) == [nil])
        #expect(bars.map(\.width) == ["100.00%"])
    }

    @Test func `an end that nobody knows is not drawn beyond today`() throws {
        let axis = try #require(TimeAxis([try date("2020"), try date("2023")]))

        let bars = axis.bars(from: try date("2020-01-01"), to: nil, today: try date("2021-12-31"), pattern: pattern)

        #expect(bars == [Schedule.Bar(x: "0.00%", width: "50.03%", tone: "acting", fill: nil)])
    }

    @Test(arguments: [1, 5, 12, 13, 40, 130, 900, 1999])
    func `however many the years, no more than a dozen have a line and six a name`(years: Int) throws {
        let axis = try #require(TimeAxis([try date("1000"), try date(String(1000 + years - 1))]))

        #expect((1...13).contains(axis.ticks.count))
        #expect((1...6).contains(axis.ticks.count { !$0.isMinor }))
        #expect(axis.ticks.first?.label == "1000")
    }

    private let pattern = FillPattern(.acting, .disc)

    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }
}
