// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FundingCourse {
    /// The public courses of some projects, by project; one statement. A project of which nothing is booked has none.
    public static func lists(of projects: [String], _ db: Connection) throws -> [String: FundingCourse] {
        var years: [String: [Year]] = [:]
        for row in try db.rows(
            """
            SELECT f.project_id, f.fiscal_year, CAST(SUM(f.amount_cents) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id
            WHERE f.project_id IN \(list: projects) AND f.kind = 'paid' AND f.basis = 'state_share'
            GROUP BY f.project_id, f.fiscal_year ORDER BY f.project_id, f.fiscal_year
            """)
        {
            years[try row.get("project_id"), default: []].append(
                Year(year: try row.get("fiscal_year"), cents: try row.get("cents")))
        }
        return years.mapValues(FundingCourse.init)
    }
}
