// SPDX-License-Identifier: EUPL-1.2

/// A day of the Gregorian calendar, without time and time zone.
public struct CalendarDay: Equatable, Sendable {
    /// Counted from 1 January 1970.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// A day written as `2019-11-05`; nothing when it is written otherwise or there is no such day.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), day >= 1, year >= 1
        else { return nil }
        number = Self.number(year: year, month: month, day: day)
        guard (self.year, self.month, self.day) == (year, month, day) else { return nil }
    }

    var next: CalendarDay { CalendarDay(number: number + 1) }

    /// As iCalendar writes it: `20191105`.
    var compact: String {
        String(year).leftPadded(to: 4) + String(month).leftPadded(to: 2) + String(day).leftPadded(to: 2)
    }

    // Years are counted from March, so that the day that may be missing is the last one; 400 years have 146,097 days
    // and 719,468 days lie between 1 March of the year 0 and 1 January 1970.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let era = marchYear / 400
        let yearOfEra = marchYear % 400
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var dayOfEra: Int { (number + 719_468) % 146_097 }

    private var yearOfEra: Int {
        (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    }

    private var dayOfYear: Int {
        dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    }

    private var marchMonth: Int { (5 * dayOfYear + 2) / 153 }

    private var year: Int {
        (number + 719_468) / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    }

    private var month: Int { marchMonth < 10 ? marchMonth + 3 : marchMonth - 9 }

    private var day: Int { dayOfYear - (153 * marchMonth + 2) / 5 + 1 }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - utf8.count)) + self
    }
}
