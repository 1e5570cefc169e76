// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A moment as the database keeps it: UTC with milliseconds, always 24 characters (`2019-11-05T09:00:00.000Z`).
public struct Moment: Hashable, Comparable, Sendable {
    public let text: String

    public init(_ date: Date) {
        let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
        let seconds = TimeInterval(milliseconds.flooredQuotient(by: 1000))
        let fraction = milliseconds - milliseconds.flooredQuotient(by: 1000) * 1000
        let whole = Date(timeIntervalSince1970: seconds).formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
        let digits = String(repeating: "0", count: 3 - String(fraction).count) + String(fraction)
        text = String(whole.dropLast()) + ".\(digits)Z"
    }

    /// A moment as the database has kept it; nil for any other text.
    public init?(text: String) {
        guard text.utf8.count == 24, let date = Self.date(text) else { return nil }
        self.init(date)
    }

    /// A day and a time of day in Berlin, `16:30`; nil when it is no time.
    public init?(on day: PartialDate, at time: String) {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = (day.text.split(separator: "-") + parts.prefix(2)).compactMap { Int($0) }
        guard day.precision == .day, parts.count == 2, numbers.count == 5, (0...23).contains(numbers[3]),
            (0...59).contains(numbers[4])
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
        let components = DateComponents(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4])
        guard let date = calendar.date(from: components) else { return nil }
        self.init(date)
    }

    /// The moment some seconds after this one, or before it for a negative number.
    public func later(bySeconds seconds: Int64) -> Moment {
        guard let date = Self.date(text) else { return self }
        return Moment(date.addingTimeInterval(TimeInterval(seconds)))
    }

    /// How many whole seconds lie between this moment and a later one; negative when the other is earlier.
    public func seconds(until other: Moment) -> Int64 {
        guard let start = Self.date(text), let end = Self.date(other.text) else { return 0 }
        return Int64(end.timeIntervalSince(start).rounded(.down))
    }

    /// The same for the calendar of the system; nil only for a moment that nothing can read.
    public var date: Date? { Self.date(text) }

    private static func date(_ text: String) -> Date? {
        try? Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt).parse(text)
    }

    /// The day in Berlin on which the moment falls.
    public var day: PartialDate {
        guard let date = Self.date(text) else { return .unset }
        let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt
        let text = date.formatted(Date.ISO8601FormatStyle(timeZone: berlin).year().month().day())
        return PartialDate(text) ?? .unset
    }

    /// The time of day in Berlin: `16:30`.
    public var timeOfDay: String {
        guard let date = Self.date(text) else { return "" }
        let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt
        let style = Date.ISO8601FormatStyle(timeZone: berlin).time(includingFractionalSeconds: false)
        return String(date.formatted(style).prefix(5))
    }

    public static func < (left: Moment, right: Moment) -> Bool { left.text < right.text }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
