// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ModerationYear {
    /// The latest year first.
    public static func list(in programme: String, _ db: Connection) throws -> [ModerationYear] {
        let waits = try waits(in: programme, db)
        return try db.rows(
            """
            SELECT CAST(x.year AS BIGINT) AS year, COUNT(CASE WHEN x.what = 'flag' THEN 1 END) AS flags,
                COUNT(CASE WHEN x.what = 'hidden' THEN 1 END) AS hidden,
                COUNT(CASE WHEN x.what = 'kept' THEN 1 END) AS kept,
                COUNT(CASE WHEN x.what = 'released' THEN 1 END) AS released,
                COUNT(CASE WHEN x.what = 'rejected' THEN 1 END) AS rejected,
                COUNT(CASE WHEN x.what = 'objection' THEN 1 END) AS objections,
                COUNT(CASE WHEN x.what = 'granted' THEN 1 END) AS granted,
                COUNT(CASE WHEN x.what = 'upheld' THEN 1 END) AS upheld,
                COUNT(CASE WHEN x.what = 'restored' THEN 1 END) AS restored
            FROM (\(happenings(programme))) x GROUP BY x.year ORDER BY x.year DESC
            """
        ).map { row in
            let year: Int64 = try row.get("year")
            let own = waits[year] ?? []
            return ModerationYear(
                year: year, flags: try row.get("flags"), decided: own.reduce(0) { $0 + $1.count },
                medianDays: median(own), hidden: try row.get("hidden"), kept: try row.get("kept"),
                released: try row.get("released"), rejected: try row.get("rejected"),
                objections: try row.get("objections"), granted: try row.get("granted"),
                upheld: try row.get("upheld"), restored: try row.get("restored"))
        }
    }

    private static func happenings(_ programme: String) -> SQL {
        """
        SELECT substr(created_at, 1, 4) AS year, 'flag' AS what FROM flag WHERE programme_id = \(programme)
        UNION ALL
        SELECT substr(objected_at, 1, 4), 'objection' FROM objection
        WHERE programme_id = \(programme) AND objected_at IS NOT NULL
        UNION ALL
        SELECT substr(d.decided_at, 1, 4), 'granted' FROM objection o JOIN moderation_decision d ON d.id = o.answer_id
        WHERE o.programme_id = \(programme) AND d.verdict <> 'upheld'
        UNION ALL
        SELECT substr(decided_at, 1, 4), verdict FROM moderation_decision
        WHERE programme_id = \(programme) AND undone_at IS NULL
        """
    }

    /// By the year of the decision.
    private static func waits(
        in programme: String, _ db: Connection
    ) throws -> [Int64: [(days: Int64, count: Int64)]] {
        let rows = try db.rows(
            """
            SELECT substr(f.created_at, 1, 10) AS came, substr(d.decided_at, 1, 10) AS decided, COUNT(*) AS flags
            FROM flag f JOIN moderation_decision d ON d.id = f.decision_id WHERE f.programme_id = \(programme)
            GROUP BY substr(f.created_at, 1, 10), substr(d.decided_at, 1, 10)
            """)
        var found: [Int64: [(days: Int64, count: Int64)]] = [:]
        for row in rows {
            let (came, decided): (String, String) = (try row.get("came"), try row.get("decided"))
            guard let first = PartialDate(came)?.firstDay, let last = PartialDate(decided)?.firstDay,
                let year = Int64(decided.prefix(4))
            else { throw ValueFault("a report came in on \(came) and was decided on \(decided)") }
            found[year, default: []].append((days: Int64(last - first), count: try row.get("flags")))
        }
        return found
    }
}
