// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ExportJob {
    /// What a person has ordered in a programme, the newest first; what has been kept long enough is not there any
    /// more.
    public static func list(of person: String, in programme: String, at now: Moment, _ db: Connection) throws
        -> [ExportJob]
    {
        try db.rows(
            """
            SELECT \(columns) FROM export_job
            WHERE person_id = \(person) AND programme_id = \(programme) AND expires_at > \(now.text)
            ORDER BY created_at DESC, id LIMIT 50
            """
        ).map(ExportJob.init)
    }

    public static func find(_ id: String, in programme: String, at now: Moment, _ db: Connection) throws -> ExportJob? {
        try db.row(
            """
            SELECT \(columns) FROM export_job
            WHERE id = \(id) AND programme_id = \(programme) AND expires_at > \(now.text)
            """
        ).map(ExportJob.init)
    }

    /// How many are to be made before this one.
    public func countAhead(_ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM export_job WHERE state IN ('waiting', 'running')
                AND (created_at < \(createdAt) OR (created_at = \(createdAt) AND id < \(id)))
            """) ?? 0
    }

    /// One piece of the finished document; nil after the last.
    public func part(_ position: Int64, _ db: Connection) throws -> [UInt8]? {
        try db.value("SELECT bytes FROM export_part WHERE export_job_id = \(id) AND position = \(position)")
    }

    /// The same document for the same person, while it is under way.
    static func open(
        of person: String, in programme: String, _ order: OrderExport, _ db: Connection
    ) throws -> String? {
        try db.value(
            """
            SELECT id FROM export_job
            WHERE person_id = \(person) AND programme_id = \(programme) AND kind = \(order.kind)
                AND subject = \(order.subject) AND format = \(order.format) AND language = \(order.language)
                AND state = 'waiting'
            ORDER BY created_at, id LIMIT 1
            """)
    }

    static func openCount(of person: String, _ db: Connection) throws -> Int64 {
        try db.value(
            "SELECT COUNT(*) FROM export_job WHERE person_id = \(person) AND state IN ('waiting', 'running')") ?? 0
    }

    static func insert(
        _ id: String, of person: String, in programme: String, _ order: OrderExport, at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO export_job (id, programme_id, person_id, kind, subject, format, language, title, file_name,
                state, attempts, rows_done, created_at, expires_at)
            VALUES (\(id), \(programme), \(person), \(order.kind), \(order.subject), \(order.format), \(order.language),
                \(order.title), \("\(order.fileStem).\(order.format.rawValue)"), 'waiting', 0, 0, \(now.text),
                \(now.later(bySeconds: secondsKept).text))
            """)
    }

    static func isAnything(toDoAt now: Moment, _ db: Connection) throws -> Bool {
        let id: String? = try db.value(
            """
            SELECT id FROM export_job
            WHERE state = 'waiting' OR (state = 'running' AND lease_ends_at <= \(now.text)) OR expires_at <= \(now.text)
            LIMIT 1
            """)
        return id != nil
    }

    static func removeExpired(at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            DELETE FROM export_part WHERE export_job_id IN
                (SELECT id FROM export_job WHERE expires_at <= \(now.text) AND state <> 'running')
            """)
        try db.execute("DELETE FROM export_job WHERE expires_at <= \(now.text) AND state <> 'running'")
    }

    /// Jobs over which a program died: once more, or given up.
    static func settleAbandoned(at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            DELETE FROM export_part WHERE export_job_id IN
                (SELECT id FROM export_job WHERE state = 'running' AND lease_ends_at <= \(now.text))
            """)
        try db.execute(
            """
            UPDATE export_job SET state = 'failed', fault = 'interrupted', ended_at = \(now.text), lease_ends_at = NULL
            WHERE state = 'running' AND lease_ends_at <= \(now.text) AND attempts >= \(mostAttempts)
            """)
        try db.execute(
            """
            UPDATE export_job SET state = 'waiting', lease_ends_at = NULL, rows_done = 0
            WHERE state = 'running' AND lease_ends_at <= \(now.text)
            """)
    }

    /// One at a time, however many programs work on this database.
    static func claimNext(at now: Moment, _ db: Connection) throws -> ExportJob? {
        let running: String? = try db.value("SELECT id FROM export_job WHERE state = 'running' LIMIT 1")
        guard running == nil,
            let id: String = try db.value(
                "SELECT id FROM export_job WHERE state = 'waiting' ORDER BY created_at, id LIMIT 1")
        else { return nil }
        try db.execute(
            """
            UPDATE export_job SET state = 'running', attempts = attempts + 1, rows_done = 0, rows_all = NULL,
                started_at = \(now.text), lease_ends_at = \(now.later(bySeconds: leaseSeconds).text)
            WHERE id = \(id)
            """)
        return try db.row("SELECT \(columns) FROM export_job WHERE id = \(id)").map(ExportJob.init)
    }

    static func note(
        _ job: ExportJob, rows: Int64, of all: Int64?, at now: Moment, _ db: Connection
    ) throws -> Bool {
        try db.execute(
            """
            UPDATE export_job SET rows_done = \(rows), rows_all = \(all),
                lease_ends_at = \(now.later(bySeconds: leaseSeconds).text)
            WHERE id = \(job.id) AND state = 'running' AND attempts = \(job.attempts)
            """) == 1
    }

    static func keep(_ bytes: [UInt8], _ position: Int64, of job: ExportJob, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO export_part (export_job_id, position, programme_id, bytes)
            VALUES (\(job.id), \(position), \(job.programme), \(bytes))
            """)
    }

    static func keptBytes(of job: ExportJob, _ db: Connection) throws -> Int64 {
        try db.value(
            "SELECT CAST(COALESCE(SUM(LENGTH(bytes)), 0) AS BIGINT) FROM export_part WHERE export_job_id = \(job.id)"
        ) ?? 0
    }

    static func finish(_ job: ExportJob, rows: Int64, bytes: Int64, at now: Moment, _ db: Connection) throws -> Bool {
        try db.execute(
            """
            UPDATE export_job SET state = 'done', rows_done = \(rows), rows_all = \(rows), byte_count = \(bytes),
                ended_at = \(now.text), lease_ends_at = NULL, fault = NULL,
                expires_at = \(now.later(bySeconds: secondsKept).text)
            WHERE id = \(job.id) AND state = 'running' AND attempts = \(job.attempts)
            """) == 1
    }

    static func fail(_ job: ExportJob, because fault: String, at now: Moment, _ db: Connection) throws {
        let count = try db.execute(
            """
            UPDATE export_job SET state = 'failed', fault = \(fault), ended_at = \(now.text), lease_ends_at = NULL
            WHERE id = \(job.id) AND state = 'running' AND attempts = \(job.attempts)
            """)
        if count == 1 { try db.execute("DELETE FROM export_part WHERE export_job_id = \(job.id)") }
    }

    static func giveBack(_ job: ExportJob, _ db: Connection) throws {
        let count = try db.execute(
            """
            UPDATE export_job SET state = 'waiting', attempts = attempts - 1, lease_ends_at = NULL, rows_done = 0
            WHERE id = \(job.id) AND state = 'running' AND attempts = \(job.attempts)
            """)
        if count == 1 { try db.execute("DELETE FROM export_part WHERE export_job_id = \(job.id)") }
    }

    /// What a person has ordered goes with the person.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM export_part WHERE export_job_id IN (SELECT id FROM export_job WHERE person_id = \(person))
            """)
        try db.execute("DELETE FROM export_job WHERE person_id = \(person)")
    }

    private static let columns: SQL = """
        id, programme_id, person_id, kind, subject, format, language, title, file_name, state, fault, attempts,
        rows_done, rows_all, byte_count, created_at, ended_at, expires_at
        """

    private init(row: Row) throws {
        id = try row.get("id")
        programme = try row.get("programme_id")
        person = try row.get("person_id")
        kind = try row.get("kind")
        subject = try row.get("subject")
        format = try row.get("format")
        language = try row.get("language")
        title = try row.get("title")
        fileName = try row.get("file_name")
        state = try row.get("state")
        fault = try row.get("fault")
        attempts = try row.get("attempts")
        rowsDone = try row.get("rows_done")
        rowsAll = try row.get("rows_all")
        byteCount = try row.get("byte_count")
        createdAt = try row.get("created_at")
        endedAt = try row.get("ended_at")
        expiresAt = try row.get("expires_at")
    }
}

extension PersonalData {
    static func exports(of person: String, in db: Connection) throws -> Table {
        try table(
            "exports", ["programme", "title", "format", "state", "created_at", "ended_at"],
            """
            SELECT p.slug AS programme, e.title, e.format, e.state, e.created_at, e.ended_at
            FROM export_job e JOIN programme p ON p.id = e.programme_id
            WHERE e.person_id = \(person) ORDER BY e.created_at, e.id
            """, in: db)
    }
}
