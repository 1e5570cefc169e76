// SPDX-License-Identifier: EUPL-1.2

/// Bytes as hexadecimal digits, as digests and keys are written.
public enum Hexadecimal {
    /// Two digits for each byte, in small letters.
    public static func digits(of bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [signs[Int($0 >> 4)], signs[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let signs = Array("0123456789abcdef".utf8)
}
