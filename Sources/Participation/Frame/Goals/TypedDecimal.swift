// SPDX-License-Identifier: EUPL-1.2

/// A decimal as people and statistical offices write it: `63,8`, `1.234,5`, `5.111.530`, `-0,4`, `63.8`.
public enum TypedDecimal {
    /// Nil where it cannot be read without guessing. A single point with three digits behind it separates thousands,
    /// as Germans write, unless nought stands before it.
    public static func read(_ typed: String) -> ScaledDecimal? {
        var text = typed.filter { !$0.isWhitespace && $0 != "'" }
        var isNegative = false
        if let sign = text.first, "-−+".contains(sign) {
            isNegative = sign != "+"
            text.removeFirst()
        }
        let marks = text.filter { $0 == "." || $0 == "," }
        guard text.allSatisfy({ ($0.isASCII && $0.isWholeNumber) || $0 == "." || $0 == "," }) else { return nil }
        let pieces = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map(String.init)
        guard let last = marks.last else { return decimal(pieces[0], "", isNegative) }
        let fraction = pieces[pieces.count - 1]
        let isOnlyGroups = Set(marks).count == 1 && fraction.count == 3 && (last == "." || marks.count > 1)
        if isOnlyGroups, pieces[0] != "0" {
            return grouped(pieces).flatMap { decimal($0, "", isNegative) }
        }
        guard marks.count(where: { $0 == last }) == 1, !fraction.isEmpty else { return nil }
        return grouped(Array(pieces.dropLast())).flatMap { decimal($0, fraction, isNegative) }
    }

    private static func decimal(_ whole: String, _ fraction: String, _ isNegative: Bool) -> ScaledDecimal? {
        guard !whole.isEmpty, whole.count <= 13, fraction.count <= 4, let units = Int64(whole + fraction) else {
            return nil
        }
        return ScaledDecimal(units: isNegative ? -units : units, scale: Int64(fraction.count))
    }

    /// One group of any length, or one of up to three digits and then threes.
    private static func grouped(_ pieces: [String]) -> String? {
        guard let first = pieces.first, !first.isEmpty, pieces.count == 1 || first.count <= 3,
            pieces.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return pieces.joined()
    }
}

extension FormCheck {
    /// A decimal that may be missing; a fault where it cannot be read.
    mutating func decimal(_ typed: String?, field: String) -> ScaledDecimal? {
        guard let typed, typed.contains(where: { !$0.isWhitespace }) else { return nil }
        let decimal = TypedDecimal.read(typed)
        if decimal == nil { add(field, "no-decimal") }
        return decimal
    }

    /// A date as exact as it is known, as `2025`, `2025-06`, `2025-06-30`, `30.6.2025` or `6/2025`; nil where it is
    /// missing, with a fault where it cannot be read.
    mutating func partialDate(_ typed: String?, field: String) -> PartialDate? {
        guard let typed, case let text = typed.filter({ !$0.isWhitespace }), !text.isEmpty else { return nil }
        if let date = PartialDate(text) { return date }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }.map(String.init)
        let two = { (part: String) in part.count == 1 ? "0\(part)" : part }
        let turned = parts.count == 2 || parts.count == 3 ? parts.reversed().map(two).joined(separator: "-") : ""
        let date = PartialDate(turned)
        if date == nil { add(field, "no-partial-date") }
        return date
    }
}
