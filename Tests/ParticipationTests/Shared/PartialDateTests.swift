// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Participation

@Suite struct PartialDateTests {
    @Test(arguments: ["2019", "2019-11", "2019-11-05", "2020-02-29", "2000-02-29"])
    func `a date is as exact as it is written`(_ text: String) {
        #expect(PartialDate(text)?.text == text)
    }

    @Test(arguments: [
        "", "19", "2019-13", "2019-00", "2019-2", "2019-02-29", "1900-02-29", "2019-11-31", "2019/11", "x019",
    ])
    func `an impossible date is none`(_ text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test func `a moment has milliseconds and 24 characters`() {
        let moment = Moment(Date(timeIntervalSince1970: 1_572_944_400.042))

        #expect(moment.text == "2019-11-05T09:00:00.042Z")
    }

    @Test func `the day of a moment is the day in Berlin`() {
        let beforeMidnight = Moment(Date(timeIntervalSince1970: 1_572_908_399))
        let midnight = Moment(Date(timeIntervalSince1970: 1_572_908_400))

        #expect(beforeMidnight.day.text == "2019-11-04")
        #expect(midnight.day.text == "2019-11-05")
    }
}
