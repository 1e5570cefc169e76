// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FundingLine {
    /// The public entries of a project's ledger, summed up by basis, kind and year.
    public static func list(of project: String, _ db: Connection) throws -> [FundingLine] {
        try db.rows(
            """
            SELECT f.basis, f.kind, f.fiscal_year, CAST(SUM(f.amount_cents) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id
            WHERE f.project_id = \(project)
            GROUP BY f.basis, f.kind, f.fiscal_year ORDER BY f.fiscal_year, f.basis, f.kind
            """
        ).map { row in
            FundingLine(
                basis: try row.get("basis"), kind: try row.get("kind"), year: try row.get("fiscal_year"),
                cents: try row.get("cents"))
        }
    }
}
