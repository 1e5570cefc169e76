// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An exact decimal as a scaled integer: 232.8 is 2328 with scale 1. The scale keeps the digits as they were written.
public struct ScaledDecimal: Equatable, Sendable {
    public let units: Int64
    public let scale: Int64

    public init(units: Int64, scale: Int64) {
        self.units = units
        self.scale = scale
    }

    init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, !whole.isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard parts.count == 1 || !fraction.isEmpty, fraction.allSatisfy(\.isWholeNumber), fraction.count <= 9,
            let units = Int64(whole + fraction)
        else { return nil }
        self.init(units: units, scale: Int64(fraction.count))
    }

    /// The digits with a point, as in the package.
    public var text: String {
        guard scale > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let width = Int(scale) + 1
        let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(Int(scale)) + "." + padded.suffix(Int(scale))
    }
}

extension ScaledDecimal: RecordValue, MultiColumnValue {
    public static var columnType: RecordColumnType { .integer }

    static func names(_ column: String) -> [String] { ["\(column)_units", "\(column)_scale"] }

    public init(plain: PlainValue) throws(ValueFault) {
        switch plain {
        case .integer(let number): self.init(units: number, scale: 0)
        case .decimal(let text):
            guard let decimal = ScaledDecimal(text: text) else {
                throw ValueFault("“\(text.prefix(40))” is not a plain decimal with at most nine places")
            }
            self = decimal
        default: throw .expected("a number", plain)
        }
    }

    public var plain: PlainValue { scale == 0 ? .integer(units) : .decimal(text) }

    public init(row: Row, column: String) throws {
        self.init(units: try row.get("\(column)_units"), scale: try row.get("\(column)_scale"))
    }

    public func columns(_ column: String) -> [ColumnBinding] {
        [ColumnBinding("\(column)_units", units), ColumnBinding("\(column)_scale", scale)]
    }
}

/// An amount in whole euros, kept in cents. Unknown is null, never zero.
public struct Euros: Equatable, Sendable, RecordValue {
    public static var columnType: RecordColumnType { .integer }

    public let cents: Int64

    public init(plain: PlainValue) throws(ValueFault) {
        guard case .integer(let euros) = plain else { throw .expected("whole euros", plain) }
        let (cents, overflow) = euros.multipliedReportingOverflow(by: 100)
        guard !overflow else { throw ValueFault("the amount is too large") }
        self.cents = cents
    }

    public var plain: PlainValue { .integer(cents / 100) }

    public init(row: Row, column: String) throws {
        cents = try row.get(column)
        guard cents.isMultiple(of: 100) else { throw ValueFault("column \(column): not whole euros") }
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, cents)] }
}

/// The official municipality key: eight digits, kept as text because it may begin with zero.
public struct AGS: Equatable, Sendable, RecordValue {
    public let text: String

    private init(unchecked text: String) {
        self.text = text
    }

    /// Stands where a record has not been read yet; never stored.
    static let unset = AGS(unchecked: "")

    public init(plain: PlainValue) throws(ValueFault) {
        guard case .text(let text) = plain else { throw .expected("a municipality key as text", plain) }
        guard text.utf8.count == 8, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw ValueFault("“\(text.prefix(40))” is not a municipality key (AGS): eight digits")
        }
        self.text = text
    }

    public var plain: PlainValue { .text(text) }

    public init(row: Row, column: String) throws {
        text = try row.get(column)
    }

    public func columns(_ column: String) -> [ColumnBinding] { [ColumnBinding(column, text)] }
}
