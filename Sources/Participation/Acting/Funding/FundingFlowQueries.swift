// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FundingSum {
    /// All public entries of a programme by kind, basis and year; one statement.
    public static func list(in programme: String, _ db: Connection) throws -> [FundingSum] {
        try db.counted("funding by year", in: programme) { try read(in: programme, db) }
    }

    private static func read(in programme: String, _ db: Connection) throws -> [FundingSum] {
        try db.rows(
            """
            SELECT f.kind, f.basis, f.fiscal_year, CAST(SUM(f.amount_cents) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id JOIN public_matter p ON p.id = f.project_id
            WHERE f.programme_id = \(programme)
            GROUP BY f.kind, f.basis, f.fiscal_year ORDER BY f.fiscal_year, f.kind, f.basis
            """
        ).map { row in
            FundingSum(
                kind: try row.get("kind"), basis: try row.get("basis"), year: try row.get("fiscal_year"),
                cents: try row.get("cents"))
        }
    }
}

extension FundingFlow {
    /// The largest amounts first; one statement.
    public static func list(
        in programme: String, _ selection: FundingSelection, _ db: Connection
    ) throws -> [FundingFlow] {
        try db.counted("funding on its way \(selection.name)", in: programme) {
            try read(in: programme, selection, db)
        }
    }

    private static func read(
        in programme: String, _ selection: FundingSelection, _ db: Connection
    ) throws -> [FundingFlow] {
        let year: SQL = selection.year.map { "f.fiscal_year = \($0)" } ?? "1 = 1"
        return try db.rows(
            """
            SELECT f.source, r.id AS ministry_id, g.id AS field_id, p.id AS project_id, p.number, x.title, x.sort_key,
                CAST(SUM(f.amount_cents) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id JOIN public_matter p ON p.id = f.project_id
            JOIN project x ON x.id = p.id LEFT JOIN public_matter r ON r.id = x.ministry_id
            LEFT JOIN public_matter g ON g.id = x.field_id
            WHERE f.programme_id = \(programme) AND f.kind = \(selection.kind) AND f.basis = \(selection.basis)
                AND \(year)
            GROUP BY f.source, r.id, g.id, p.id, p.number, x.title, x.sort_key
            ORDER BY cents DESC, x.sort_key, p.id, f.source
            """
        ).map { row in
            FundingFlow(
                source: try row.get("source"), ministry: try row.get("ministry_id"), field: try row.get("field_id"),
                project: try row.get("project_id"), projectNumber: try row.get("number"),
                projectTitle: try row.get("title"), cents: try row.get("cents"))
        }
    }
}

extension CitedAmount {
    /// The public projects for which a source has named an amount, the largest first; one statement.
    public static func list(in programme: String, _ db: Connection) throws -> [CitedAmount] {
        try db.rows(
            """
            SELECT x.id, m.number, x.title, x.state, g.id AS field_id, x.cited_budget_cents, x.cited_budget_note
            FROM project x JOIN public_matter m ON m.id = x.id LEFT JOIN public_matter g ON g.id = x.field_id
            WHERE x.programme_id = \(programme) AND x.cited_budget_cents IS NOT NULL
            ORDER BY x.cited_budget_cents DESC, x.sort_key, x.id
            """
        ).map { row in
            CitedAmount(
                project: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                state: try row.get("state"), field: try row.get("field_id"), cents: try row.get("cited_budget_cents"),
                note: try row.get("cited_budget_note"))
        }
    }
}

/// How many public projects there are, and how many of them have an entry in the ledger or a cited amount.
public struct FundingReach: Equatable, Sendable {
    public let projects: Int64
    public let booked: Int64
    public let cited: Int64

    /// One statement.
    public static func load(in programme: String, _ db: Connection) throws -> FundingReach {
        try db.counted("funding's reach", in: programme) { try read(in: programme, db) }
    }

    private static func read(in programme: String, _ db: Connection) throws -> FundingReach {
        let row = try db.row(
            """
            SELECT COUNT(*) AS projects, COUNT(b.project_id) AS booked, COUNT(x.cited_budget_cents) AS cited
            FROM project x JOIN public_matter m ON m.id = x.id
            LEFT JOIN (SELECT f.project_id FROM funding f JOIN public_matter fm ON fm.id = f.id
                WHERE f.programme_id = \(programme) GROUP BY f.project_id) b ON b.project_id = x.id
            WHERE x.programme_id = \(programme)
            """)
        guard let row else { return FundingReach(projects: 0, booked: 0, cited: 0) }
        return FundingReach(
            projects: try row.get("projects"), booked: try row.get("booked"), cited: try row.get("cited"))
    }
}
