// SPDX-License-Identifier: EUPL-1.2

/// A random text that whoever holds it may use once or for a while. The database keeps its digest alone.
public struct Secret: Equatable, Sendable {
    public let text: String

    /// 256 random bits, as 64 hexadecimal digits.
    public static func make() -> Secret {
        Secret(text: Digest.random(bytes: 32))
    }

    /// Six digits that a person can type from one screen into another.
    static func code() -> Secret {
        var generator = SystemRandomNumberGenerator()
        let digits = String(UInt32.random(in: 0..<1_000_000, using: &generator))
        return Secret(text: String(repeating: "0", count: 6 - digits.count) + digits)
    }

    private init(text: String) {
        self.text = text
    }

    /// A secret as it came back; nil for anything that cannot be one.
    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ $0.isHexadecimalDigit }) else { return nil }
        self.text = text
    }

    public var digest: String { Digest.make(text) }

    /// The digest of six digits is worth nothing without the secret that goes with it.
    func digest(for owner: String) -> String { Digest.make("\(owner)\n\(text)") }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
    }
}
