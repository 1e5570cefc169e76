// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Web

@Suite struct NotationTests {
    private let german = Notation(language: .german)
    private let english = Notation(language: .english)

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1.000"), (5_111_530, "5.111.530"), (-1234, "−1.234"),
        (Int.min, "−9.223.372.036.854.775.808"),
    ])
    func `whole numbers are grouped by thousands`(number: Int, text: String) {
        #expect(german.number(number) == text)
    }

    @Test func `decimals keep their places`() {
        #expect(german.decimal(443_869, places: 2) == "4.438,69")
        #expect(english.decimal(443_869, places: 2) == "4,438.69")
        #expect(german.decimal(-5, places: 2) == "−0,05")
        #expect(german.decimal(7, places: 0) == "7")
    }

    @Test(arguments: [
        (0, "0\u{A0}€"), (123_456_789, "1.234.567,89\u{A0}€"), (100, "1\u{A0}€"), (-5, "−0,05\u{A0}€"),
    ])
    func `money is written in full`(cents: Int, text: String) {
        #expect(german.money(cents) == text)
    }

    @Test(arguments: [
        (6_080_000_000, "60,8\u{A0}Mio.\u{A0}€", "€60.8\u{A0}million"),
        (100_000_000, "1\u{A0}Mio.\u{A0}€", "€1\u{A0}million"),
        (99_999_900, "999.999\u{A0}€", "€999,999"),
        (96_795_929, "967.959\u{A0}€", "€967,959"),
        (99_995_000_000, "1.000\u{A0}Mio.\u{A0}€", "€1,000\u{A0}million"),
        (250_000_000_000, "2,5\u{A0}Mrd.\u{A0}€", "€2.5\u{A0}billion"),
        (-6_080_000_000, "−60,8\u{A0}Mio.\u{A0}€", "−€60.8\u{A0}million"),
    ])
    func `large amounts are rounded for headings`(cents: Int, german text: String, english other: String) {
        #expect(german.roundedMoney(cents) == text)
        #expect(english.roundedMoney(cents) == other)
    }

    @Test(arguments: [
        ("2019", "2019", "2019"), ("2019-11", "November 2019", "November 2019"),
        ("2019-03-05", "5.\u{A0}März 2019", "5\u{A0}March 2019"), ("unbekannt", "unbekannt", "unbekannt"),
        ("2019-13", "2019-13", "2019-13"),
        ("2019-11-05T09:00:00.000Z", "5.\u{A0}November 2019", "5\u{A0}November 2019"),
    ])
    func `a date is as precise as its text`(date: String, german text: String, english other: String) {
        #expect(german.date(date) == text)
        #expect(english.date(date) == other)
    }

    @Test func `periods may be open on either side`() {
        #expect(german.period(from: "2018-05", to: "2019-11") == "Mai 2018 bis November 2019")
        #expect(german.period(from: "2018", to: nil) == "seit 2018")
        #expect(english.period(from: nil, to: "2019") == "until 2019")
        #expect(german.period(from: "2019", to: "2019") == "2019")
        #expect(german.period(from: nil, to: nil) == nil)
    }

    @Test func `shares have at most one place`() {
        #expect(german.percent(perMille: 425) == "42,5\u{A0}%")
        #expect(english.percent(perMille: 420) == "42%")
    }
}
