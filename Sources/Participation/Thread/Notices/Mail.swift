// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A mail in the outbox: written with what caused it, sent later by whoever empties the outbox.
public struct Mail: Equatable, Sendable {
    public let id: String
    public let recipient: EmailAddress
    public let person: String?
    public let programme: String?
    public let language: String
    public let letter: Letter
    /// What led to it, one word: `sign_in`.
    public let cause: String
    /// Whoever reads it can do something in another's name. Its text is wiped when it has been sent.
    public let isSecret: Bool
    /// Where one click ends mails of this kind (RFC 8058); nil for those that were asked for one by one.
    public let stopLink: String?
    public let state: State
    public let attempts: Int64
    public let createdAt: String
    public let sentAt: String?
    /// Why the last attempt failed.
    public let fault: String?

    public enum State: String, CaseIterable, Sendable {
        case waiting, sent, failed
        /// Taken by a program that is about to send it.
        case sending
        /// Nobody can say whether the other server has it; it is not sent again by itself.
        case uncertain
    }
}

/// What a mail says, in both forms.
public struct Letter: Equatable, Sendable {
    public let subject: String
    public let text: String
    public let html: String?

    /// A subject is one line: what would begin another header becomes a blank.
    public init(subject: String, text: String, html: String? = nil) {
        let line = String(subject.map { $0.isNewline || $0.isControl ? " " : $0 }.prefix(Self.longestSubject))
        self.subject = line.isEmpty ? "–" : line
        self.text = text
        self.html = html
    }

    static let longestSubject = 200
}

extension Character {
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

/// Puts a mail into the outbox, in the transaction of what it tells about: if that is undone, so is the mail.
public struct PostMail: Sendable {
    private let recipient: EmailAddress
    private let letter: Letter
    private let cause: String
    private let language: String
    private let person: String?
    private let programme: String?
    private let isSecret: Bool
    private let stopLink: String?
    private let notBefore: Moment?
    private let worthlessFrom: Moment?

    /// - Parameters:
    ///   - cause: what led to it, one word in snake_case, for the list of the outbox
    ///   - isSecret: whether its reader could act in another's name
    ///   - notBefore: when it is sent at the earliest, for what can be taken back until then
    ///   - worthlessFrom: when it need not be sent any more
    public init(
        to recipient: EmailAddress, _ letter: Letter, cause: String, language: String, person: String? = nil,
        programme: String? = nil, isSecret: Bool = false, stopLink: String? = nil, notBefore: Moment? = nil,
        worthlessFrom: Moment? = nil
    ) {
        self.recipient = recipient
        self.letter = letter
        self.cause = cause
        self.language = language
        self.person = person
        self.programme = programme
        self.isSecret = isSecret
        self.stopLink = stopLink
        self.notBefore = notBefore
        self.worthlessFrom = worthlessFrom
    }

    @discardableResult
    public func run(at now: Moment, in db: Connection) throws -> Mail {
        let mail = Mail(
            id: Digest.random(bytes: 16), recipient: recipient, person: person, programme: programme,
            language: language, letter: letter, cause: cause, isSecret: isSecret, stopLink: stopLink, state: .waiting,
            attempts: 0, createdAt: now.text, sentAt: nil, fault: nil)
        try MailQueries.insert(mail, notBefore: notBefore, worthlessFrom: worthlessFrom, in: db)
        return mail
    }
}
