// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Appends acts to the chain inside one write transaction; the chain's head is read once.
struct JournalWriting {
    let db: Connection
    private let recordedAt: String
    private let effectiveOn: String
    private let actor: String
    private var number: Int64
    private var head: String

    /// - Parameter actor: whose acts these are: the id of a row of `journal_actor`.
    init(by actor: String = JournalEntry.system, at now: Moment, in db: Connection) throws {
        self.db = db
        self.actor = actor
        recordedAt = now.text
        effectiveOn = now.day.text
        let last = try db.row("SELECT number, digest FROM journal_entry ORDER BY number DESC LIMIT 1")
        number = try last?.get("number") ?? 0
        head = try last?.get("digest") ?? JournalEntry.origin
    }

    /// Records what a matter looks like after the act.
    ///
    /// - Parameters:
    ///   - whole: the matter that the subject belongs to, where it is none itself
    ///   - isGone: whether the matter's rows are removed by the act, so that nothing can point at them.
    mutating func record(
        _ verb: JournalVerb, subject: String, of whole: String? = nil, form: String, content: String,
        isGone: Bool = false
    ) throws {
        let (entry, salt) = next(verb, subject: subject, form: form, content: content)
        try db.execute(
            """
            INSERT INTO journal_entry (number, recorded_at, effective_on, actor_id, verb, subject, form, content_digest,
                previous_digest, digest, matter_id)
            VALUES (\(entry.number), \(entry.recordedAt), \(entry.effectiveOn), \(entry.actor), \(entry.verb),
                \(entry.subject), \(entry.form), \(entry.contentDigest), \(entry.previousDigest), \(entry.digest),
                \(isGone ? nil : whole ?? subject))
            """)
        try db.execute(
            """
            INSERT INTO journal_content (number, salt, content) VALUES (\(entry.number), \(salt), \(content))
            """)
    }

    /// The next entry of the chain, with the salt of its content.
    mutating func next(
        _ verb: JournalVerb, subject: String, form: String, content: String
    ) -> (entry: JournalEntry, salt: String) {
        number += 1
        let salt = Digest.random(bytes: 16)
        let contentDigest = JournalEntry.contentDigest(salt: salt, content: content)
        let digest = JournalEntry.digest(
            number: number, recordedAt: recordedAt, effectiveOn: effectiveOn, actor: actor, verb: verb.rawValue,
            subject: subject, form: form, contentDigest: contentDigest, previousDigest: head)
        defer { head = digest }
        return (
            JournalEntry(
                number: number, recordedAt: recordedAt, effectiveOn: effectiveOn, actor: actor, verb: verb.rawValue,
                subject: subject, form: form, contentDigest: contentDigest, previousDigest: head, digest: digest), salt
        )
    }
}

/// An entry as the journal page lists it.
public struct JournalListing: Equatable, Sendable {
    public let number: Int64
    public let recordedAt: String
    public let verb: JournalVerb
    public let digest: String
    public let kind: MatterKind?
    public let matterNumber: Int64?
    public let matterKey: String?
    public let programme: String?
    /// The number of the report whose publishing this is.
    public let report: Int64?

    init(row: Row) throws {
        report = try row.get("report")
        number = try row.get("number")
        recordedAt = try row.get("recorded_at")
        verb = try row.get("verb")
        digest = try row.get("digest")
        kind = try row.get("kind")
        matterNumber = try row.get("matter_number")
        matterKey = try row.get("key")
        programme = try row.get("programme_id")
    }

    /// Entries about public matters of a programme, the newest first.
    public static func list(of programme: String, page: ListPage, in db: Connection) throws -> [JournalListing] {
        try db.rows(
            """
            SELECT e.number, e.recorded_at, e.verb, e.digest, m.kind, m.number AS matter_number, m.key, m.programme_id,
                t.number AS report
            FROM journal_entry e JOIN public_matter m ON m.id = e.matter_id LEFT JOIN stocktaking t ON t.id = e.subject
            WHERE m.programme_id = \(programme) ORDER BY e.number DESC LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(JournalListing.init)
    }

    /// The numbers of all entries about public matters of a programme, the newest first.
    public static func numbers(of programme: String, in db: Connection) throws -> [Int64] {
        try db.rows(
            """
            SELECT e.number FROM journal_entry e JOIN public_matter m ON m.id = e.matter_id
            WHERE m.programme_id = \(programme) ORDER BY e.number DESC
            """
        ).map { try $0.get("number") }
    }

    /// Those of them whose numbers lie in a range.
    public static func list(
        of programme: String, numbered range: ClosedRange<Int64>, in db: Connection
    ) throws -> [JournalListing] {
        try db.rows(
            """
            SELECT e.number, e.recorded_at, e.verb, e.digest, m.kind, m.number AS matter_number, m.key, m.programme_id,
                t.number AS report
            FROM journal_entry e JOIN public_matter m ON m.id = e.matter_id LEFT JOIN stocktaking t ON t.id = e.subject
            WHERE m.programme_id = \(programme) AND e.number BETWEEN \(range.lowerBound) AND \(range.upperBound)
            ORDER BY e.number DESC
            """
        ).map(JournalListing.init)
    }

    public static func count(of programme: String, in db: Connection) throws -> Int64 {
        try db.counted("journal entries", in: programme) {
            try db.value(
                """
                SELECT COUNT(*) FROM journal_entry e CROSS JOIN public_matter m
                WHERE m.id = e.matter_id AND m.programme_id = \(programme)
                """) ?? 0
        }
    }

    /// The number and digest of the last entry of the whole installation.
    public static func head(in db: Connection) throws -> (number: Int64, digest: String)? {
        guard let row = try db.row("SELECT number, digest FROM journal_entry ORDER BY number DESC LIMIT 1") else {
            return nil
        }
        return (try row.get("number"), try row.get("digest"))
    }
}

extension JournalEntry {
    init(row: Row) throws {
        self.init(
            number: try row.get("number"), recordedAt: try row.get("recorded_at"),
            effectiveOn: try row.get("effective_on"), actor: try row.get("actor_id"), verb: try row.get("verb"),
            subject: try row.get("subject"), form: try row.get("form"),
            contentDigest: try row.get("content_digest"), previousDigest: try row.get("previous_digest"),
            digest: try row.get("digest"))
    }
}

extension ChainWalk {
    /// Walks all entries in order and adds what is wrong to the report.
    static func walk(
        knownHead: VerifyJournal.KnownHead?, report: inout VerificationReport, in db: Connection
    ) throws -> ChainWalk {
        var walk = ChainWalk()
        var found = report
        var meetsKnownHead = knownHead == nil
        try db.forEach(
            """
            SELECT e.*, c.salt, c.content, COALESCE(m.id, t.programme_id) AS present_id FROM journal_entry e
            LEFT JOIN journal_content c ON c.number = e.number
            LEFT JOIN matter m ON m.id = e.subject LEFT JOIN stocktaking t ON t.id = e.subject ORDER BY e.number
            """
        ) { row in
            let entry = try JournalEntry(row: row)
            walk.step(entry, salt: try row.get("salt"), content: try row.get("content"), report: &found)
            let matter: String? = try row.get("matter_id")
            let present: String? = try row.get("present_id")
            if matter != present, matter != nil || present != nil {
                found.faults.append("journal entry \(entry.number): points at another matter than its subject")
            }
            if entry.number == knownHead?.number, entry.digest == knownHead?.digest { meetsKnownHead = true }
            found.entriesRead += 1
        }
        if !meetsKnownHead { found.faults.append("journal: the given head does not lie on this chain") }
        found.head = walk.head
        report = found
        return walk
    }
}
