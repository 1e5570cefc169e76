// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An address to which mail can be sent, in small letters, so that one person has one account.
///
/// It holds no white space, no control character and nothing that ends a mail header.
public struct EmailAddress: Hashable, Sendable {
    public let text: String

    public static let longest = 254

    /// Nil for what is no address, or one that mail programs do not agree about (comments, quotes, no dot).
    public init?(_ typed: String) {
        let text = typed.lowercased()
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, halves.count == 2,
            Self.isLocalPart(halves[0]), Self.isDomain(halves[1])
        else { return nil }
        self.text = text
    }

    /// The address with its middle hidden, for lists that others may read: `b…n@example.org`.
    public var masked: String {
        let halves = text.split(separator: "@")
        let local = halves[0]
        return "\(local.prefix(1))…\(local.count > 2 ? local.suffix(1) : "")@\(halves[1])"
    }

    private static func isLocalPart(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...64).contains(text.utf8.count)
            && labels.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtomCharacter) }
    }

    private static func isDomain(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isAtomCharacter(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension EmailAddress: ColumnValue {
    public static var columnType: ColumnType { .text }
    public var storedValue: StoredValue { .text(text) }

    public static func decoded(from stored: StoredValue) -> EmailAddress? {
        guard case .text(let text) = stored else { return nil }
        return EmailAddress(text)
    }
}

extension FormCheck {
    /// An address to which mail can be sent.
    public mutating func email(_ typed: String?, field: String) -> EmailAddress? {
        guard let text = line(typed, field: field, missing: "email-missing", limit: EmailAddress.longest) else {
            return nil
        }
        guard let address = EmailAddress(text) else {
            add(field, "email-invalid")
            return nil
        }
        return address
    }
}
