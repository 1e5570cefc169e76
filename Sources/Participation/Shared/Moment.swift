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

    /// The day in Berlin on which the moment falls.
    public var day: PartialDate {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
        guard let date = try? style.parse(text) else { return .unset }
        let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt
        let text = date.formatted(Date.ISO8601FormatStyle(timeZone: berlin).year().month().day())
        return PartialDate(text) ?? .unset
    }

    public static func < (left: Moment, right: Moment) -> Bool { left.text < right.text }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
