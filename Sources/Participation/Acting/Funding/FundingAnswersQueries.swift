// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FundingTotals {
    /// Nil where nothing of a kind is booked.
    fileprivate static let columns: SQL = SQL.joined(
        FundingKind.allCases.map { kind in
            "CAST(SUM(CASE WHEN f.kind = \(kind) THEN f.amount_cents END) AS BIGINT) AS \(identifier: kind.rawValue)"
        }, separator: ", ")

    fileprivate init(row: Row) throws {
        budgeted = try row.get("budgeted")
        applied = try row.get("applied")
        approved = try row.get("approved")
        planned = try row.get("planned")
        paid = try row.get("paid")
        returned = try row.get("returned")
    }
}

extension FundingAnswers {
    /// The answers for one project, basis by basis.
    public static func list(of project: String, on day: PartialDate, _ db: Connection) throws -> [FundingAnswers] {
        try list("x.id = \(project)", on: day, db)
    }

    /// The answers for all projects of a programme that the ledger knows.
    public static func list(in programme: String, on day: PartialDate, _ db: Connection) throws -> [FundingAnswers] {
        try list("f.programme_id = \(programme)", on: day, db)
    }

    private static func list(_ condition: SQL, on day: PartialDate, _ db: Connection) throws -> [FundingAnswers] {
        let year = Int64(day.year)
        let told = try lastTold(condition, db)
        return try db.rows(
            """
            SELECT x.id, p.number, x.title, x.ministry_id, f.basis, \(FundingTotals.columns),
                CAST(SUM(CASE WHEN f.kind = 'planned' AND f.fiscal_year >= \(year) THEN f.amount_cents END) AS BIGINT)
                    AS ahead,
                CAST(SUM(CASE WHEN f.kind = 'planned' AND f.fiscal_year <= \(year) THEN f.amount_cents END) AS BIGINT)
                    AS so_far,
                MAX(CASE WHEN f.kind = 'paid' AND f.reverses_id IS NULL THEN f.booked_on END) AS paid_until
            FROM funding f JOIN public_matter m ON m.id = f.id JOIN project x ON x.id = f.project_id
            JOIN public_matter p ON p.id = x.id
            WHERE \(condition) GROUP BY x.id, p.number, x.title, x.ministry_id, f.basis ORDER BY p.number, f.basis
            """
        ).map { row in
            let project: String = try row.get("id")
            let basis: FundingBasis = try row.get("basis")
            let word = told[LedgerAccount(project: project, basis: basis)]
            return FundingAnswers(
                project: project, projectNumber: try row.get("number"), projectTitle: try row.get("title"),
                ministry: try row.get("ministry_id"), basis: basis, totals: try FundingTotals(row: row),
                plannedAhead: try row.get("ahead"), plannedSoFar: try row.get("so_far"),
                paidUntil: try row.date("paid_until"), told: word?.text, toldOn: word?.day)
        }
    }

    /// What partners were told last, by project and basis. What belongs to an entry that was taken back was not said.
    private static func lastTold(
        _ condition: SQL, _ db: Connection
    ) throws -> [LedgerAccount: (text: String, day: PartialDate)] {
        var told: [LedgerAccount: (text: String, day: PartialDate)] = [:]
        try db.forEach(
            """
            SELECT f.project_id, f.basis, f.told, f.booked_on FROM funding f
            JOIN public_matter m ON m.id = f.id JOIN project x ON x.id = f.project_id
            WHERE \(condition) AND f.told IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM funding c WHERE c.reverses_id = f.id)
            ORDER BY f.booked_on, m.position
            """
        ) { row in
            let account = LedgerAccount(project: try row.get("project_id"), basis: try row.get("basis"))
            told[account] = (try row.get("told"), try PartialDate(row: row, column: "booked_on"))
        }
        return told
    }
}

extension FundingGroup {
    /// The ledger on one basis, part by part; a project in several municipalities stands in each of them.
    public static func list(
        by grouping: FundingGrouping, on basis: FundingBasis, in programme: String, _ db: Connection
    ) throws -> [FundingGroup] {
        try db.counted("funding by \(grouping.rawValue) on \(basis.rawValue)", in: programme) {
            try db.rows(
                """
                SELECT \(grouping.column) AS part, COUNT(DISTINCT f.project_id) AS projects, \(FundingTotals.columns),
                    MAX(CASE WHEN f.kind = 'paid' AND f.reverses_id IS NULL THEN f.booked_on END) AS paid_until
                FROM funding f JOIN public_matter m ON m.id = f.id JOIN project x ON x.id = f.project_id
                JOIN public_matter p ON p.id = x.id \(grouping.join)
                WHERE f.programme_id = \(programme) AND f.basis = \(basis) GROUP BY \(grouping.column)
                """
            ).map { row in
                FundingGroup(
                    key: try row.get("part"), projects: try row.get("projects"), totals: try FundingTotals(row: row),
                    paidUntil: try row.date("paid_until"))
            }.sorted { ($0.totals.approved ?? -1, $1.key ?? "") > ($1.totals.approved ?? -1, $0.key ?? "") }
        }
    }
}

extension FundingGrouping {
    fileprivate var column: SQL {
        switch self {
        case .ministry: "x.ministry_id"
        case .field: "x.field_id"
        case .municipality: "g.municipality_id"
        case .partner: "f.organisation_id"
        case .source: "f.source"
        case .year: "CAST(f.fiscal_year AS TEXT)"
        }
    }

    fileprivate var join: SQL {
        switch self {
        case .municipality: "LEFT JOIN project_municipality g ON g.project_id = x.id"
        case .ministry, .field, .partner, .source, .year: ""
        }
    }
}
