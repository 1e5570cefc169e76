// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The outbox. Who sends takes the mails that are due, one by one, and says of each what became of it.
public enum MailQueries {
    /// Mails whose time has come, the oldest first; those that nobody needs any more are left out.
    public static func due(at now: Moment, limit: Int64 = 50, in db: Connection) throws -> [Mail] {
        try db.rows(
            """
            SELECT \(columns) FROM mail
            WHERE state = 'waiting' AND next_try_at <= \(now.text)
                AND (worthless_from IS NULL OR worthless_from > \(now.text))
            ORDER BY next_try_at, created_at, id LIMIT \(limit)
            """
        ).map(Mail.init)
    }

    /// Takes a mail for sending: nobody else finds it due. False when somebody else has it already.
    ///
    /// A program that dies between this and `markSent` leaves the mail being sent; `settleAbandoned` finds it then.
    public static func claim(_ mail: Mail, until then: Moment, at now: Moment, in db: Connection) throws -> Bool {
        try db.execute(
            """
            UPDATE mail SET state = 'sending', next_try_at = \(then.text), attempts = attempts + 1
            WHERE id = \(mail.id) AND state = 'waiting' AND next_try_at <= \(now.text)
                AND attempts = \(mail.attempts)
            """) == 1
    }

    /// A secret mail keeps nothing that could still be used.
    public static func markSent(_ id: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            UPDATE mail SET state = 'sent', sent_at = \(now.text), fault = NULL,
                text = CASE WHEN is_secret = 1 THEN '' ELSE text END,
                html = CASE WHEN is_secret = 1 THEN NULL ELSE html END
            WHERE id = \(id)
            """)
    }

    /// - Parameter then: when it is tried again; nil gives up
    public static func markFailed(_ id: String, fault: String, tryAgain then: Moment?, in db: Connection) throws {
        if let then {
            try db.execute(
                "UPDATE mail SET state = 'waiting', fault = \(fault), next_try_at = \(then.text) WHERE id = \(id)")
        } else {
            try db.execute("UPDATE mail SET state = 'failed', fault = \(fault) WHERE id = \(id)")
        }
    }

    static func markUncertain(_ id: String, fault: String, in db: Connection) throws {
        try db.execute("UPDATE mail SET state = 'uncertain', fault = \(fault) WHERE id = \(id)")
    }

    /// Finds the mails over which a program died.
    @discardableResult
    static func settleAbandoned(at now: Moment, in db: Connection) throws -> Int {
        try db.execute(
            """
            UPDATE mail SET state = 'uncertain', fault = \(MailFault(.ended).text)
            WHERE state = 'sending' AND next_try_at <= \(now.text)
            """)
    }

    /// From the beginning, as if it had just been written. False when it stands otherwise by now.
    static func tryAgain(_ mail: Mail, at now: Moment, in db: Connection) throws -> Bool {
        try db.execute(
            """
            UPDATE mail SET state = 'waiting', attempts = 0, next_try_at = \(now.text), worthless_from = \(String?.none)
            WHERE id = \(mail.id) AND state = \(mail.state)
            """) == 1
    }

    static func giveUp(_ mail: Mail, in db: Connection) throws -> Bool {
        try db.execute(
            """
            UPDATE mail SET state = 'failed', fault = \(MailFault(.givenUp).text)
            WHERE id = \(mail.id) AND state = \(mail.state)
            """) == 1
    }

    /// Gives up those that nobody needs any more; secret ones lose their text. Tells how many.
    @discardableResult
    public static func giveUpWorthless(at now: Moment, in db: Connection) throws -> Int {
        try db.execute(
            """
            UPDATE mail SET state = 'failed', fault = \(MailFault(.tooLate).text),
                text = CASE WHEN is_secret = 1 THEN '' ELSE text END,
                html = CASE WHEN is_secret = 1 THEN NULL ELSE html END
            WHERE state = 'waiting' AND worthless_from <= \(now.text)
            """)
    }

    /// The outbox as its programme office sees it, the newest first; nil sees the mails of all programmes.
    public static func list(
        of programme: String?, state: Mail.State? = nil, _ page: ListPage, in db: Connection
    ) throws -> Listed<Mail> {
        let condition = condition(programme, state)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM mail WHERE \(condition)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM mail WHERE \(condition)
            ORDER BY created_at DESC, id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Mail.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    public static func find(_ id: String, in db: Connection) throws -> Mail? {
        try db.row("SELECT \(columns) FROM mail WHERE id = \(id)").map(Mail.init)
    }

    /// The mails that went to a person, the oldest first.
    public static func all(to person: String, in db: Connection) throws -> [Mail] {
        try db.rows("SELECT \(columns) FROM mail WHERE person_id = \(person) ORDER BY created_at, id").map(Mail.init)
    }

    static func insert(_ mail: Mail, notBefore: Moment?, worthlessFrom: Moment?, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO mail (id, recipient, person_id, programme_id, language, subject, text, html, cause, is_secret,
                stop_link, state, attempts, next_try_at, worthless_from, created_at)
            VALUES (\(mail.id), \(mail.recipient), \(mail.person), \(mail.programme), \(mail.language),
                \(mail.letter.subject), \(mail.letter.text), \(mail.letter.html), \(mail.cause), \(mail.isSecret),
                \(mail.stopLink), \(mail.state), \(mail.attempts), \(notBefore?.text ?? mail.createdAt),
                \(worthlessFrom?.text), \(mail.createdAt))
            """)
    }

    static func delete(to person: String, address: EmailAddress, in db: Connection) throws {
        try db.execute("DELETE FROM mail WHERE person_id = \(person) OR recipient = \(address)")
    }

    private static func condition(_ programme: String?, _ state: Mail.State?) -> SQL {
        var conditions: [SQL] = ["1 = 1"]
        if let programme { conditions.append("programme_id = \(programme)") }
        if let state { conditions.append("state = \(state)") }
        return conditions.joined(separator: " AND ")
    }

    private static let columns: SQL = """
        id, recipient, person_id, programme_id, language, subject, text, html, cause, is_secret, stop_link, state,
        attempts, created_at, sent_at, fault
        """
}

extension Mail {
    init(row: Row) throws {
        self.init(
            id: try row.get("id"), recipient: try row.get("recipient"), person: try row.get("person_id"),
            programme: try row.get("programme_id"), language: try row.get("language"),
            letter: Letter(subject: try row.get("subject"), text: try row.get("text"), html: try row.get("html")),
            cause: try row.get("cause"), isSecret: try row.get("is_secret"), stopLink: try row.get("stop_link"),
            state: try row.get("state"), attempts: try row.get("attempts"), createdAt: try row.get("created_at"),
            sentAt: try row.get("sent_at"), fault: try row.get("fault"))
    }
}
