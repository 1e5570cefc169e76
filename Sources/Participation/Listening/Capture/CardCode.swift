// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// The code on the card that somebody gets whose idea was taken down on paper: with it they can claim the idea later.
///
/// Twelve signs that are hard to confuse, the last of which notices a slip. It follows from the secret of the
/// installation and the idea, so that a card can be printed again; the database keeps a digest of it alone.
public struct CardCode: Equatable, Sendable {
    /// In groups of four: `K7QF-3MXR-9TBH`.
    public let text: String

    /// A prime number of signs, so that the weighted sum notices every wrong sign and every two that changed places.
    private static let signs = Array("123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 11

    public init(of idea: String, secret: [UInt8]) {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("card\n\(idea)".utf8), using: SymmetricKey(data: Data(secret)))
        let numbers = code.prefix(Self.length).map { Int($0) % Self.signs.count }
        text = Self.grouped(numbers + [Self.check(of: numbers)])
    }

    /// What somebody typed, with or without gaps, in small or capital letters; nil when there is a slip in it.
    public init?(typed: String) {
        let plain = typed.uppercased().filter { $0.isLetter || $0.isNumber }
            .map { $0 == "I" || $0 == "L" ? "1" : $0 }
        let numbers = plain.compactMap { sign in Self.signs.firstIndex(of: sign) }
        guard plain.count == Self.length + 1, numbers.count == plain.count,
            Self.check(of: Array(numbers.dropLast())) == numbers.last
        else { return nil }
        text = Self.grouped(numbers)
    }

    var digest: String { Digest.make("card \(text)") }

    private static func check(of numbers: [Int]) -> Int {
        numbers.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element } % signs.count
    }

    private static func grouped(_ numbers: [Int]) -> String {
        let text = String(numbers.map { signs[$0] })
        return stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }
            .joined(separator: "-")
    }
}
