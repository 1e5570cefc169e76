// SPDX-License-Identifier: EUPL-1.2

/// An amount of money as people and budget offices write it: `1.234,56 €`, `1234,5`, `1,234.56`, `1.234,56-`.
public enum EuroAmount {
    public enum Fault: Error, Equatable, Sendable {
        case unreadable
        /// More than two digits after the decimal sign: nobody pays parts of a cent.
        case tooPrecise
        case tooLarge
    }

    /// In euros. A whole list of such amounts still adds up in 64 bits.
    public static let largest: Int64 = 100_000_000_000

    /// The amount in cents; below nought with a minus before or behind it.
    public static func cents(_ typed: String) throws(Fault) -> Int64 {
        var text = typed.replacing("€", with: "").replacing("EUR", with: "").filter { !$0.isWhitespace && $0 != "'" }
        var isNegative = false
        for sign in ["-", "−", "+"] where text.hasPrefix(sign) || text.hasSuffix(sign) {
            isNegative = sign != "+"
            text = String(text.hasPrefix(sign) ? text.dropFirst() : text.dropLast())
            break
        }
        let (whole, fraction) = try parts(of: text)
        guard whole.count <= 12, let euros = Int64(whole), euros <= largest else { throw .tooLarge }
        let cents = euros * 100 + (Int64((fraction + "00").prefix(2)) ?? 0)
        return isNegative ? -cents : cents
    }

    /// The amount as people type it, without thousands: `1234,50`, `1234`.
    static func typed(_ cents: Int64) -> String {
        let (euros, rest) = (cents.magnitude / 100, cents.magnitude % 100)
        return (cents < 0 ? "-" : "") + String(euros) + (rest == 0 ? "" : ",\(rest / 10)\(rest % 10)")
    }

    /// The digits before and behind the decimal sign. The sign that comes last is the decimal one; a single one with
    /// three digits behind it separates thousands if it is a point, as Germans write, and is refused if it is a comma.
    private static func parts(of text: String) throws(Fault) -> (whole: String, fraction: String) {
        let marks = text.filter { !$0.isASCIIDigit }
        guard marks.allSatisfy({ $0 == "." || $0 == "," }) else { throw .unreadable }
        guard let last = marks.last else { return (try grouped([text]), "") }
        let pieces = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.map(String.init)
        let fraction = pieces[pieces.count - 1]
        let isOnlyGroups = Set(marks).count == 1 && fraction.count == 3 && (last == "." || marks.count > 1)
        if isOnlyGroups, pieces[0] != "0" { return (try grouped(pieces), "") }
        guard marks.count(where: { $0 == last }) == 1, !fraction.isEmpty else { throw .unreadable }
        guard fraction.count <= 2 else { throw .tooPrecise }
        return (try grouped(Array(pieces.dropLast())), fraction)
    }

    /// One group of any length, or one of up to three digits and then threes.
    private static func grouped(_ pieces: [String]) throws(Fault) -> String {
        guard let first = pieces.first, !first.isEmpty, pieces.count == 1 || first.count <= 3,
            pieces.dropFirst().allSatisfy({ $0.count == 3 })
        else { throw .unreadable }
        return pieces.joined()
    }
}

extension FormCheck {
    /// The amount in cents; nil, with a fault, where it cannot be read.
    mutating func cents(_ typed: String, field: String) -> Int64? {
        do throws(EuroAmount.Fault) {
            return try EuroAmount.cents(typed)
        } catch {
            switch error {
            case .unreadable: add(field, "amount-unreadable")
            case .tooPrecise: add(field, "amount-too-precise")
            case .tooLarge: add(field, "amount-too-large", limit: Int(EuroAmount.largest / 1_000_000_000))
            }
            return nil
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
