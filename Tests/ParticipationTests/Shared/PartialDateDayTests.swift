// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct PartialDateDayTests {
    @Test(arguments: [
        ("1970-01-01", 0, 0), ("1970-01", 0, 30), ("1970", 0, 364), ("1969-12-31", -1, -1),
        ("2000-02-29", 11_016, 11_016), ("2000-02", 10_988, 11_016), ("2024-12-31", 20_088, 20_088),
        ("1900-03-01", -25_508, -25_508),
    ])
    func `a date spans the days that it can mean`(text: String, first: Int, last: Int) throws {
        let date = try #require(PartialDate(text))

        #expect(date.firstDay == first)
        #expect(date.lastDay == last)
    }

    @Test func `each day follows the one before, through leap years and centuries`() throws {
        var day = try #require(PartialDate("1899-12-31")).lastDay
        for year in 1900...2101 {
            for month in 1...12 {
                let text = "\(year)-\(month < 10 ? "0" : "")\(month)"
                let date = try #require(PartialDate(text))
                #expect(date.firstDay == day + 1)
                #expect(date.lastDay - date.firstDay + 1 == PartialDate.days(month: month, year: year))
                day = date.lastDay
            }
        }
    }
}
