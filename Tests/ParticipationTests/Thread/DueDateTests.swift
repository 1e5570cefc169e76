// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct DueDateTests {
    @Test(arguments: [
        ("2026-11-24", 28, "2026-12-22"),
        // A Saturday, and behind it a Sunday.
        ("2026-11-07", 28, "2026-12-07"),
        // Christmas Day and Boxing Day 2026 are a Friday and a Saturday.
        ("2026-11-27", 28, "2026-12-28"),
        // Good Friday, Saturday, Easter Sunday and Easter Monday 2027.
        ("2027-02-26", 28, "2027-03-30"),
        // Corpus Christi 2027, a Thursday.
        ("2027-04-29", 28, "2027-05-28"),
        ("2024-01-31", 29, "2024-02-29"),
    ])
    func `what falls on a day without work is due on the next day with it`(
        start: String, days: Int, due: String
    ) throws {
        #expect(DueDate.after(days: days, from: try #require(PartialDate(start))).text == due)
    }

    @Test(arguments: [
        (1999, "1999-04-04"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31"),
        (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2076, "2076-04-19"),
    ])
    func `Easter Sunday is where the calendars have it`(year: Int, day: String) {
        #expect(PublicHolidays.easter(year: year).text == day)
    }

    @Test func `a day counted from 1970 is the day it was counted from`() {
        for day in stride(from: -300_000, through: 300_000, by: 97) {
            #expect(PartialDate(day: day).firstDay == day)
        }
    }
}
