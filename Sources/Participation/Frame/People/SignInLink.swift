// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A way in that was mailed to an address: good once, for a quarter of an hour. The browser that asked for it may use
/// it with one click; any other must also be told the six digits of the mail, so that nobody is signed in as somebody
/// else by a link slipped to them.
public struct SignInLink: Equatable, Sendable {
    public let id: String
    public let email: EmailAddress
    let language: String
    let codeDigest: String
    /// Nil for a link that was handed over in person, such as the first administrator's.
    let browserDigest: String?
    /// The page that the visitor was on the way to.
    public let onward: String?
    let wrongCodes: Int64
    let createdAt: String
    public let expiresAt: String
    let usedAt: String?

    public static let minutes: Int64 = 15
    static let mostWrongCodes: Int64 = 5

    /// Whether a link can still be used, and if not, why.
    public enum Standing: String, Equatable, Sendable {
        case usable, used, expired
        /// Too many wrong codes.
        case blocked
    }

    public func standing(at now: Moment) -> Standing {
        if usedAt != nil { return .used }
        if expiresAt <= now.text { return .expired }
        return wrongCodes >= Self.mostWrongCodes ? .blocked : .usable
    }

    /// Whether a browser must be told the six digits.
    public func needsCode(from browser: Secret?) -> Bool {
        guard let browserDigest else { return false }
        return browser?.digest != browserDigest
    }

    public static func find(_ token: Secret, in db: Connection) throws -> SignInLink? {
        try find(tokenDigest: token.digest, in: db)
    }

    func accepts(code: String) -> Bool {
        let digits = code.filter { !$0.isWhitespace }
        return Digest.make("\(id)\n\(digits)") == codeDigest
    }
}
