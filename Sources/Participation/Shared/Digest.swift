// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import Storage

/// SHA-256 as 64 hexadecimal digits.
enum Digest {
    static func make(_ text: String) -> String {
        Hexadecimal.digits(of: SHA256.hash(data: Data(text.utf8)))
    }

    static func make(_ bytes: [UInt8]) -> String {
        Hexadecimal.digits(of: SHA256.hash(data: bytes))
    }

    /// As many random bytes as asked for, from the system's generator.
    static func random(bytes: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return Hexadecimal.digits(of: (0..<bytes).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
}
