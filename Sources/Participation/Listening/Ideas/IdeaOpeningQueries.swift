// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaOpening {
    public static func find(in programme: String, _ db: Connection) throws -> IdeaOpening {
        let periods = try db.rows(
            """
            SELECT x.starts_on, x.ends_on FROM phase x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.kind = 'listening'
            UNION ALL
            SELECT x.starts_on, x.ends_on FROM activity x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.kind = 'idea_submission'
            """
        ).map { Period(start: try $0.date("starts_on"), end: try $0.date("ends_on")) }
        let offices: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM office o JOIN public_matter m ON m.id = o.id WHERE m.programme_id = \(programme)
            """)
        return IdeaOpening(periods: periods, hasOffice: (offices ?? 0) > 0)
    }
}
