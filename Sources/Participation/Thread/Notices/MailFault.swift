// SPDX-License-Identifier: EUPL-1.2

/// Why a mail did not go out: a reason that the outbox tells in the reader's language, and what the other server said.
/// The database keeps both in one text: `refused: 550 no such mailbox`.
public struct MailFault: Equatable, Sendable {
    public enum Reason: String, CaseIterable, Sendable {
        /// The server wants the mail neither now nor later.
        case refused
        /// The server may take it another time.
        case later
        case noAnswer = "no-answer"
        case serverUnknown = "server-unknown"
        case noConnection = "no-connection"
        case notSecure = "not-secure"
        case notLetIn = "not-let-in"
        case tooSlow = "too-slow"
        /// A program died while it sent the mail.
        case ended = "ended-while-sending"
        case tooLate = "too-late"
        case givenUp = "given-up-by-hand"
    }

    /// Nil for what an older program wrote.
    public let reason: Reason?
    public let words: String?

    public init(_ reason: Reason, words: String? = nil) {
        self.reason = reason
        self.words = words.flatMap { $0.isEmpty ? nil : $0 }
    }

    public init(stored text: String) {
        let parts = text.split(separator: ": ", maxSplits: 1).map(String.init)
        reason = parts.first.flatMap(Reason.init)
        words = reason == nil ? text : parts.dropFirst().first
    }

    public var text: String { [reason?.rawValue, words].compactMap { $0 }.joined(separator: ": ") }
}
