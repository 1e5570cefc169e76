// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage

/// A time of day in Berlin, to the minute: `18:30`. Sorts as text.
public struct TimeOfDay: Hashable, Comparable, Sendable {
    public let text: String

    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":"),
            let hour = Self.number(digits[0...1]), let minute = Self.number(digits[3...4]), hour < 24, minute < 60
        else { return nil }
        self.text = text
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.text < right.text }

    /// The moment at which a day known exactly has this time in Berlin; nil for a month or a year.
    public func date(on day: PartialDate) -> Date? {
        guard day.precision == .day, let zone = TimeZone(identifier: "Europe/Berlin") else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = day.text.split(separator: "-").compactMap { Int($0) }
        return calendar.date(
            from: DateComponents(
                year: parts[0], month: parts[1], day: parts[2], hour: Int(text.prefix(2)), minute: Int(text.suffix(2))))
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension TimeOfDay: RecordValue {
    public init(plain: PlainValue) throws(ValueFault) {
        guard case .text(let text) = plain else { throw .expected("a time as text", plain) }
        guard let time = TimeOfDay(text) else { throw ValueFault("“\(text.prefix(40))” is not a time; write 18:30") }
        self = time
    }

    public var plain: PlainValue { .text(text) }

    public init(row: Row, column: String) throws {
        let text: String = try row.get(column)
        guard let time = TimeOfDay(text) else { throw ValueFault("column \(column): “\(text)” is not a time") }
        self = time
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, text)] }
}
