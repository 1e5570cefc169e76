// SPDX-License-Identifier: EUPL-1.2

import Crypto
import CryptoExtras
import Foundation
import Storage

/// What is kept of a password: a digest made by scrypt (RFC 7914), with the parameters it was made with, so that they
/// can be raised later without locking anybody out.
public struct Password: Equatable, Sendable {
    let salt: String
    let digest: String
    let parameters: Parameters

    /// How much work it is to try one password. 2^15 rounds in blocks of 8 take 32 MiB.
    public struct Parameters: Equatable, Sendable {
        let rounds: Int64
        let blockSize: Int64
        let parallelism: Int64

        public static let current = Parameters(rounds: 1 << 15, blockSize: 8, parallelism: 1)
    }

    public static let shortest = 12
    public static let longest = 200

    /// Takes a tenth of a second and 32 MiB: never inside a transaction, and only a few at a time.
    public static func make(_ typed: String, parameters: Parameters = .current) throws -> Password {
        let salt = Digest.random(bytes: 16)
        return Password(
            salt: salt, digest: try digest(typed, salt: salt, parameters), parameters: parameters)
    }

    /// Takes as long as making one.
    public func matches(_ typed: String) throws -> Bool {
        try Self.digest(typed, salt: salt, parameters) == digest
    }

    /// Stands for the password of somebody who has none, so that the answer takes as long.
    public static let nobodys = Password(
        salt: String(repeating: "0", count: 32), digest: String(repeating: "0", count: 64), parameters: .current)

    /// People type the same letter in several ways; all of them are one.
    private static func digest(_ typed: String, salt: String, _ parameters: Parameters) throws -> String {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(typed.precomposedStringWithCompatibilityMapping.utf8), salt: Data(salt.utf8),
            outputByteCount: 32, rounds: Int(parameters.rounds), blockSize: Int(parameters.blockSize),
            parallelism: Int(parameters.parallelism))
        return key.withUnsafeBytes { Hexadecimal.digits(of: $0) }
    }
}

/// Passwords that are tried first by whoever tries passwords.
public struct CommonPasswords: Sendable {
    private let words: Set<String>

    /// - Parameter text: one password a line; lines that begin with # are remarks
    public init(_ text: String) {
        words = Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Self.plain(String($0)) })
    }

    /// Digits and signs around a common word, and signs that look like its letters, do not make it better.
    public func contains(_ typed: String) -> Bool {
        let text = typed.lowercased()
        guard let first = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter) else {
            return words.contains(text) || Set(text).count < 5
        }
        return words.contains(Self.plain(text)) || words.contains(Self.plain(String(text[first...last])))
            || Set(text).count < 5
    }

    private static func plain(_ text: String) -> String {
        let word = text.lowercased()
        guard word.contains(where: \.isLetter) else { return word }
        return String(word.map { lookalikes[$0] ?? $0 })
    }

    private static let lookalikes: [Character: Character] = [
        "@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "$": "s", "5": "s", "7": "t",
    ]
}
