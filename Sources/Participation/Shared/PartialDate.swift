// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A date as exact as it is known: `2019`, `2019-11` or `2019-11-05`. Sorts as text; the length is the precision.
public struct PartialDate: Hashable, Comparable, Sendable {
    public enum Precision: String, Sendable {
        case year, month, day
    }

    public let text: String

    public init?(_ text: String) {
        let digits = Array(text.utf8)
        guard [4, 7, 10].contains(digits.count) else { return nil }
        for (index, byte) in digits.enumerated() {
            let isDash = index == 4 || index == 7
            guard isDash ? byte == 0x2D : (0x30...0x39).contains(byte) else { return nil }
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard (1000...2999).contains(parts[0]) else { return nil }
        if parts.count > 1, !(1...12).contains(parts[1]) { return nil }
        if parts.count > 2, !(1...Self.days(month: parts[1], year: parts[0])).contains(parts[2]) { return nil }
        self.text = text
    }

    private init(unchecked text: String) {
        self.text = text
    }

    /// Stands where a record has not been read yet; never stored.
    static let unset = PartialDate(unchecked: "")

    public var precision: Precision {
        switch text.utf8.count {
        case 4: .year
        case 7: .month
        default: .day
        }
    }

    public var year: Int { Int(text.prefix(4)) ?? 0 }

    public static func < (left: PartialDate, right: PartialDate) -> Bool { left.text < right.text }

    /// The first day that the date can mean, counted from 1 January 1970: `2019` begins on 1 January.
    public var firstDay: Int { Self.day(year: year, month: month ?? 1, day: dayOfMonth ?? 1) }

    /// The last day that the date can mean: `2019` ends on 31 December.
    public var lastDay: Int {
        let month = month ?? 12
        return Self.day(year: year, month: month, day: dayOfMonth ?? Self.days(month: month, year: year))
    }

    private var month: Int? { precision == .year ? nil : Int(text.dropFirst(5).prefix(2)) }
    private var dayOfMonth: Int? { precision == .day ? Int(text.suffix(2)) : nil }

    /// The days of the Gregorian calendar from 1 January 1970, with years that begin in March so that the leap day
    /// comes last (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func day(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
    }

    /// The whole day that lies so many days after 1 January 1970.
    public init(day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: ofYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// A whole day of the calendar.
    init(year: Int, month: Int, day: Int) {
        let digits = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
        text = "\(year)-\(digits(month))-\(digits(day))"
    }

    static func days(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension PartialDate: RecordValue {
    public init(plain: PlainValue) throws(ValueFault) {
        guard case .text(let text) = plain else { throw .expected("a date as text", plain) }
        guard let date = PartialDate(text) else {
            throw ValueFault("“\(text.prefix(40))” is not a date; write 2019, 2019-11 or 2019-11-05")
        }
        self = date
    }

    public var plain: PlainValue { .text(text) }

    public init(row: Row, column: String) throws {
        let text: String = try row.get(column)
        guard let date = PartialDate(text) else { throw ValueFault("column \(column): “\(text)” is not a date") }
        self = date
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, text)] }
}

/// From one date to another, either side open.
public struct Period: Equatable, Sendable {
    public let start: PartialDate?
    public let end: PartialDate?

    public init(start: PartialDate?, end: PartialDate?) {
        self.start = start
        self.end = end
    }

    init(plain: PlainValue) throws(ValueFault) {
        guard case .text(let text) = plain else { throw .expected("a period as text", plain) }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw ValueFault("“\(text.prefix(40))” is not a period; write start/end") }
        start = parts[0].isEmpty ? nil : try PartialDate(plain: .text(parts[0]))
        end = parts[1].isEmpty ? nil : try PartialDate(plain: .text(parts[1]))
        if let start, let end, end.text.prefix(start.text.count) < start.text.prefix(end.text.count) {
            throw ValueFault("the period “\(text)” ends before it starts")
        }
    }

    var plain: PlainValue { .text("\(start?.text ?? "")/\(end?.text ?? "")") }
}
