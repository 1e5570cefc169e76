// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Remark {
    /// How many public answers there are to a remark.
    static func countAnswers(to remark: String, _ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM remark r JOIN public_matter m ON m.id = r.id WHERE r.parent_id = \(remark)
            """) ?? 0
    }

    /// The conversations on a matter, a page of them; two statements. No text of a hidden remark leaves the database.
    public static func conversations(
        on matter: String, _ order: Order, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> [Conversation] {
        let direction: SQL = order == .newest ? "DESC" : "ASC"
        let remarks = try db.rows(
            """
            SELECT \(columns), o.name AS office
            FROM remark r JOIN public_matter m ON m.id = r.id LEFT JOIN office o ON o.id = r.office_id
            WHERE m.programme_id = \(programme) AND r.matter_id = \(matter) AND r.parent_id IS NULL
            ORDER BY r.sort_key \(direction) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Remark.init)
        let answers = try firstAnswers(to: remarks.map(\.id), in: programme, db)
        return remarks.map { remark in
            let own = answers.filter { $0.answer.parentID == remark.id }
            return Conversation(remark: remark, answers: own.map(\.answer), answerCount: own.first?.total ?? 0)
        }
    }

    private static func firstAnswers(
        to remarks: [String], in programme: String, _ db: Connection
    ) throws -> [(answer: Remark, total: Int64)] {
        guard !remarks.isEmpty else { return [] }
        return try db.rows(
            """
            SELECT x.* FROM (SELECT \(columns), o.name AS office, r.sort_key,
                ROW_NUMBER() OVER (PARTITION BY r.parent_id ORDER BY r.sort_key) AS place,
                COUNT(*) OVER (PARTITION BY r.parent_id) AS total
                FROM remark r JOIN public_matter m ON m.id = r.id LEFT JOIN office o ON o.id = r.office_id
                WHERE m.programme_id = \(programme) AND r.parent_id IN \(list: remarks)) x
            WHERE x.place <= \(shownAnswers) ORDER BY x.sort_key
            """
        ).map { (try Remark(row: $0), try $0.get("total")) }
    }

    /// All answers to a remark, oldest first.
    public static func answers(
        to remark: String, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Remark> {
        let total: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM remark r JOIN public_matter m ON m.id = r.id
            WHERE m.programme_id = \(programme) AND r.parent_id = \(remark)
            """)
        let rows = try db.rows(
            """
            SELECT \(columns), o.name AS office
            FROM remark r JOIN public_matter m ON m.id = r.id LEFT JOIN office o ON o.id = r.office_id
            WHERE m.programme_id = \(programme) AND r.parent_id = \(remark)
            ORDER BY r.sort_key LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Remark.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// How many remarks on a matter can be read, answers too, and how many conversations there are, hidden ones too.
    public static func count(
        on matter: String, in programme: String, _ db: Connection
    ) throws -> (readable: Int64, conversations: Int64) {
        let row = try db.row(
            """
            SELECT CAST(SUM(CASE WHEN r.is_hidden = 0 AND r.is_withdrawn = 0 THEN 1 ELSE 0 END) AS BIGINT) AS readable,
                CAST(SUM(CASE WHEN r.parent_id IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS conversations
            FROM remark r JOIN public_matter m ON m.id = r.id
            WHERE m.programme_id = \(programme) AND r.matter_id = \(matter)
            """)
        let number = { (column: String) in try row?.get(column, as: Int64?.self) ?? 0 }
        return (try number("readable"), try number("conversations"))
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Remark? {
        try first(where: "m.number = \(number)", in: programme, db)
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> Remark? {
        try first(where: "m.id = \(id)", in: programme, db)
    }

    private static func first(where condition: SQL, in programme: String, _ db: Connection) throws -> Remark? {
        try db.row(
            """
            SELECT \(columns), o.name AS office
            FROM remark r JOIN public_matter m ON m.id = r.id LEFT JOIN office o ON o.id = r.office_id
            WHERE m.programme_id = \(programme) AND m.kind = 'remark' AND \(condition)
            """
        ).map(Remark.init)
    }

    /// Since when the public can read a remark.
    static func visibleFrom(_ id: String, in programme: String, _ db: Connection) throws -> Moment? {
        let text: String? = try db.value(
            "SELECT visible_from FROM public_matter WHERE id = \(id) AND programme_id = \(programme)")
        return text.flatMap { Moment(text: $0) }
    }

    static let columns: SQL = """
        r.id, m.number, r.matter_id, r.parent_id, r.written_on, r.is_hidden, r.is_withdrawn,
        CASE WHEN r.is_hidden = 1 OR r.is_withdrawn = 1 THEN NULL ELSE r.author_label END AS author_label,
        CASE WHEN r.is_hidden = 1 OR r.is_withdrawn = 1 THEN NULL ELSE r.text END AS text,
        CASE WHEN r.is_hidden = 1 THEN r.hidden_reason END AS hidden_reason
        """

    init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        matterID = try row.get("matter_id")
        parentID = try row.get("parent_id")
        authorLabel = try row.get("author_label")
        office = try row.get("office")
        text = try row.get("text")
        writtenOn = try PartialDate?(row: row, column: "written_on")
        hiddenReason = try row.get("hidden_reason")
        isHidden = try row.get("is_hidden")
        isWithdrawn = try row.get("is_withdrawn")
    }
}

/// An office in whose name somebody may write today.
public struct OwnOffice: Equatable, Sendable {
    public let id: String
    public let key: String
    public let name: String

    /// The public offices of a programme to which a person belongs on a day.
    public static func list(
        of person: String, on day: PartialDate, in programme: String, _ db: Connection
    ) throws -> [OwnOffice] {
        try db.rows(
            """
            SELECT o.id, m.key, o.name, o.sort_key FROM office o JOIN public_matter m ON m.id = o.id
            WHERE m.programme_id = \(programme) AND EXISTS (SELECT 1 FROM office_member w WHERE w.office_id = o.id
                AND w.person_id = \(person) AND w.starts_on <= \(day.text)
                AND (w.ends_on IS NULL OR w.ends_on >= \(day.text)))
            ORDER BY o.sort_key, o.id
            """
        ).map { OwnOffice(id: try $0.get("id"), key: try $0.get("key"), name: try $0.get("name")) }
    }
}
