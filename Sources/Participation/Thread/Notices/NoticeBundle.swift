// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What one mail tells one person: all that waits for them in one programme, what happened first on top.
public struct NoticeBundle: Equatable, Sendable {
    public let person: Person
    public let programme: String
    public let notices: [ReceivedNotice]
    /// How many there are in all, those that the mail does not name among them.
    public let total: Int64
    /// Ends mails about news, for whoever holds it.
    public let stop: Secret

    /// So many are named; the others stand on the person's own page.
    static let longest: Int64 = 30
}

/// The mail that carries a bundle.
public struct NoticeLetter: Sendable {
    public let letter: Letter
    /// Where one click ends mails of this kind.
    public let stopLink: String

    public init(_ letter: Letter, stopLink: String) {
        self.letter = letter
        self.stopLink = stopLink
    }
}

/// A person for whom notices of a programme wait.
public struct NoticeRecipient: Equatable, Sendable {
    public let person: String
    public let programme: String
}

/// Turns notices that wait into mails: a single mail at once, or a digest at its hour, as each person has chosen. A
/// notice is marked in the transaction that writes its mail, so each is told once, however many programs do this.
///
/// It goes through those for whom something waits some at a time, so that it needs as much memory for fifty thousand
/// as for fifty, and that others can write in between.
public struct MailNotices: Sendable {
    private let last: NoticeRecipient?

    static let recipientsAtOnce: Int64 = 20

    /// - Parameter last: whoever came last in the run before; nil begins anew
    public init(after last: NoticeRecipient? = nil) {
        self.last = last
    }

    /// Whether anybody has to be written to; one look, without a turn at writing.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        try !NoticeRecipient.due(DigestTimes(at: now), after: nil, limit: 1, in: db).isEmpty
    }

    /// - Parameter compose: writes the mail
    /// - Returns: whoever came last, to go on from; nil when all have been told
    public func run(
        at now: Moment, in db: Connection, compose: (NoticeBundle) throws -> NoticeLetter
    ) throws -> NoticeRecipient? {
        let times = DigestTimes(at: now)
        let due = try NoticeRecipient.due(times, after: last, limit: Self.recipientsAtOnce, in: db)
        for recipient in due {
            let delivery = try NoticeDelivery.of(recipient.person, in: db)
            if let end = times.end(of: delivery) { try tell(recipient, until: end, at: now, in: db, compose) }
            try recipient.mark(until: times.end(of: delivery) ?? now, in: db)
        }
        return Int64(due.count) == Self.recipientsAtOnce ? due.last : nil
    }

    /// What was read meanwhile or is hidden now is not told any more.
    private func tell(
        _ recipient: NoticeRecipient, until end: Moment, at now: Moment, in db: Connection,
        _ compose: (NoticeBundle) throws -> NoticeLetter
    ) throws {
        guard let person = try Person.find(recipient.person, in: db), let email = person.email else { return }
        let waiting = try ReceivedNotice.waiting(
            for: person.id, in: recipient.programme, until: end, limit: NoticeBundle.longest, db)
        guard !waiting.rows.isEmpty else { return }
        let letter = try compose(
            NoticeBundle(
                person: person, programme: recipient.programme, notices: waiting.rows, total: waiting.total,
                stop: try NoticeStop.token(of: person.id, in: db)))
        try PostMail(
            to: email, letter.letter, cause: "notices", language: person.language, person: person.id,
            programme: recipient.programme, stopLink: letter.stopLink
        ).run(at: now, in: db)
    }
}
