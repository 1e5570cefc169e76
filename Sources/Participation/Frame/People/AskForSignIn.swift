// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody wants to sign in with an address. Whether it is known or not, the same happens: a mail goes out. For an
/// unknown address its link makes the account, on the click and not before.
public struct AskForSignIn: Sendable {
    private let email: EmailAddress
    private let language: String
    private let onward: String?
    private let browser: Secret

    /// What the mail has to say.
    public struct Invitation: Sendable {
        public let token: Secret
        public let code: String
        public let isNewAccount: Bool
    }

    /// - Parameters:
    ///   - onward: the page that the visitor was on the way to
    ///   - browser: a secret that only the asking browser holds
    public init(email: EmailAddress, language: String, onward: String? = nil, browser: Secret) {
        self.email = email
        self.language = language
        self.onward = onward
        self.browser = browser
    }

    /// - Parameter compose: writes the mail in the visitor's language
    public func run(
        at now: Moment, in db: Connection, compose: (Invitation) throws -> Letter
    ) throws {
        try SignInLink.deleteExpired(before: now.later(bySeconds: -24 * 60 * 60), in: db)
        let person = try Person.find(email: email, in: db)
        let way = try SignInLink.make(
            for: email, language: language, onward: onward, browser: browser, minutes: SignInLink.minutes, at: now,
            in: db)
        let letter = try compose(Invitation(token: way.token, code: way.code, isNewAccount: person == nil))
        try PostMail(
            to: email, letter, cause: "sign_in", language: language, person: person?.id, isSecret: true,
            worthlessFrom: now.later(bySeconds: SignInLink.minutes * 60)
        ).run(at: now, in: db)
    }
}

extension SignInLink {
    static func make(
        for email: EmailAddress, language: String, onward: String?, browser: Secret?, minutes: Int64, at now: Moment,
        in db: Connection
    ) throws -> (token: Secret, code: String) {
        let id = Digest.random(bytes: 16)
        let (token, code) = (Secret.make(), Secret.code())
        let link = SignInLink(
            id: id, email: email, language: language, codeDigest: code.digest(for: id),
            browserDigest: browser?.digest, onward: onward, wrongCodes: 0, createdAt: now.text,
            expiresAt: now.later(bySeconds: minutes * 60).text, usedAt: nil)
        try link.insert(tokenDigest: token.digest, in: db)
        return (token, code.text)
    }
}
