// SPDX-License-Identifier: EUPL-1.2

import Storage

extension LedgerProject {
    /// A public project by its number.
    public static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> LedgerProject? {
        try db.row(
            """
            SELECT \(columns) FROM project p JOIN public_matter m ON m.id = p.id
            WHERE m.programme_id = \(programme) AND m.kind = 'project' AND m.number = \(number)
            """
        ).map(LedgerProject.init)
    }

    /// All public projects, for the reading of a list.
    static func all(in programme: String, _ db: Connection) throws -> [LedgerProject] {
        try db.rows(
            """
            SELECT \(columns) FROM project p JOIN public_matter m ON m.id = p.id
            WHERE p.programme_id = \(programme) ORDER BY m.number
            """
        ).map(LedgerProject.init)
    }

    /// The public projects of which nothing is booked, by number.
    public static func withoutEntries(in programme: String, _ db: Connection) throws -> [LedgerProject] {
        try db.rows(
            """
            SELECT \(columns) FROM project p JOIN public_matter m ON m.id = p.id
            WHERE p.programme_id = \(programme) AND NOT EXISTS (
                SELECT 1 FROM funding f JOIN public_matter fm ON fm.id = f.id WHERE f.project_id = p.id)
            ORDER BY m.number
            """
        ).map(LedgerProject.init)
    }

    /// The public projects that some ministries lead, or all of them for nil; in German order.
    public static func list(
        ofMinistries ministries: [String]?, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<LedgerProject> {
        var condition: SQL = "p.programme_id = \(programme)"
        if let ministries { condition += " AND p.ministry_id IN \(list: ministries)" }
        let total: Int64? = try db.value(
            "SELECT COUNT(*) FROM project p JOIN public_matter m ON m.id = p.id WHERE \(condition)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM project p JOIN public_matter m ON m.id = p.id WHERE \(condition)
            ORDER BY p.sort_key, p.id LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(LedgerProject.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    private static let columns: SQL =
        "p.id, m.key, m.number, p.title, p.official_code, p.reference, p.ministry_id, p.state"

    private init(row: Row) throws {
        id = try row.get("id")
        key = try row.get("key")
        number = try row.get("number")
        title = try row.get("title")
        officialCode = try row.get("official_code")
        reference = try row.get("reference")
        ministry = try row.get("ministry_id")
        state = try row.get("state")
    }

    /// The partners of a project that are organisations of the programme: package key and name.
    public static func partners(
        of project: String, in programme: String, _ db: Connection
    ) throws -> [(key: String, name: String)] {
        try db.rows(
            """
            SELECT m.key, o.name FROM project_partner c
            JOIN organisation o ON o.programme_id = \(programme) AND o.name = c.name
            JOIN public_matter m ON m.id = o.id WHERE c.project_id = \(project) ORDER BY c.position, o.id
            """
        ).map { (try $0.get("key"), try $0.get("name")) }
    }
}

extension LedgerEntry {
    /// The public entries of one project, the newest first.
    public static func list(of project: String, _ db: Connection) throws -> [LedgerEntry] {
        try db.rows(
            "\(selection) WHERE f.project_id = \(project) ORDER BY f.booked_on DESC, fm.position DESC, f.id"
        ).map(LedgerEntry.init)
    }

    /// A batch of all public entries of a programme in the order in which they were booked.
    ///
    /// - Parameter position: the last one that has been read
    public static func batch(
        in programme: String, after position: Int64, size: Int64, _ db: Connection
    ) throws -> [(entry: LedgerEntry, position: Int64)] {
        try db.rows(
            """
            \(selection) WHERE fm.programme_id = \(programme) AND fm.kind = 'funding' AND fm.position > \(position)
            ORDER BY fm.position LIMIT \(size)
            """
        ).map { (try LedgerEntry(row: $0), try $0.get("position")) }
    }

    /// How many public entries a programme has.
    public static func count(in programme: String, _ db: Connection) throws -> Int64 {
        try db.value(
            "SELECT COUNT(*) FROM public_matter WHERE programme_id = \(programme) AND kind = 'funding'") ?? 0
    }

    static func find(_ key: String, in programme: String, _ db: Connection) throws -> LedgerEntry? {
        try db.row(
            "\(selection) WHERE fm.programme_id = \(programme) AND fm.kind = 'funding' AND fm.key = \(key)"
        ).map(LedgerEntry.init)
    }

    private static let selection: SQL = """
        SELECT f.id, fm.key, fm.position, f.project_id, pm.number, p.title, f.kind, f.basis, f.source,
            o.name AS partner, f.budget_line, f.fiscal_year, f.booked_on, f.amount_cents, rm.key AS reverses,
            CASE WHEN EXISTS (SELECT 1 FROM funding c WHERE c.reverses_id = f.id) THEN 1 ELSE 0 END AS is_reversed,
            f.reason, f.told
        FROM public_matter fm JOIN funding f ON f.id = fm.id JOIN project p ON p.id = f.project_id
        JOIN public_matter pm ON pm.id = p.id LEFT JOIN organisation o ON o.id = f.organisation_id
        LEFT JOIN matter rm ON rm.id = f.reverses_id
        """

    private init(row: Row) throws {
        id = try row.get("id")
        key = try row.get("key")
        project = try row.get("project_id")
        projectNumber = try row.get("number")
        projectTitle = try row.get("title")
        kind = try row.get("kind")
        basis = try row.get("basis")
        source = try row.get("source")
        partner = try row.get("partner")
        budgetLine = try row.get("budget_line")
        fiscalYear = try row.get("fiscal_year")
        bookedOn = try PartialDate(row: row, column: "booked_on")
        cents = try row.get("amount_cents")
        reverses = try row.get("reverses")
        isReversed = try row.get("is_reversed")
        reason = try row.get("reason")
        told = try row.get("told")
    }
}

extension LedgerBalance {
    /// How a project stands on one basis.
    static func find(of project: String, on basis: FundingBasis, _ db: Connection) throws -> LedgerBalance {
        var balance = LedgerBalance()
        for row in try db.rows(
            """
            SELECT kind, CAST(SUM(amount_cents) AS BIGINT) AS cents FROM funding
            WHERE project_id = \(project) AND basis = \(basis) GROUP BY kind ORDER BY kind
            """)
        {
            balance.add(try row.get("kind"), try row.get("cents"))
        }
        return balance
    }

    /// How all projects of a programme stand, by project and basis.
    static func all(in programme: String, _ db: Connection) throws -> [LedgerAccount: LedgerBalance] {
        var balances: [LedgerAccount: LedgerBalance] = [:]
        try db.forEach(
            """
            SELECT project_id, basis, kind, CAST(SUM(amount_cents) AS BIGINT) AS cents FROM funding
            WHERE programme_id = \(programme) GROUP BY project_id, basis, kind
            """
        ) { row in
            let account = LedgerAccount(project: try row.get("project_id"), basis: try row.get("basis"))
            balances[account, default: LedgerBalance()].add(try row.get("kind"), try row.get("cents"))
        }
        return balances
    }
}

/// A project on one basis.
struct LedgerAccount: Hashable {
    /// The id of the project.
    let project: String
    let basis: FundingBasis
}

/// A fiscal year in which nothing can be booked any more.
public struct ClosedYear: Equatable, Sendable {
    public let year: Int64
    public let closedAt: String

    public static func list(in programme: String, _ db: Connection) throws -> [ClosedYear] {
        try db.rows(
            "SELECT fiscal_year, closed_at FROM closed_year WHERE programme_id = \(programme) ORDER BY fiscal_year"
        ).map { ClosedYear(year: try $0.get("fiscal_year"), closedAt: try $0.get("closed_at")) }
    }

    static func insert(_ year: Int64, in programme: String, at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO closed_year (programme_id, fiscal_year, closed_at)
            VALUES (\(programme), \(year), \(now.text)) ON CONFLICT (programme_id, fiscal_year) DO NOTHING
            """)
    }

    static func delete(_ year: Int64, in programme: String, _ db: Connection) throws {
        try db.execute("DELETE FROM closed_year WHERE programme_id = \(programme) AND fiscal_year = \(year)")
    }
}
