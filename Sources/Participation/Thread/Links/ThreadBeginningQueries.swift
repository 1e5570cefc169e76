// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ThreadBeginning {
    static func pairs(
        in programme: String, limit: Int64, _ db: Connection
    ) throws -> [(idea: String, result: String)] {
        try db.rows(
            """
            SELECT i.id AS idea_id, r.id AS result_id FROM idea i
            JOIN public_matter m ON m.id = i.id AND m.programme_id = \(programme)
            JOIN (
                SELECT id AS idea_id, project_id AS result_id FROM idea
                    WHERE programme_id = \(programme) AND project_id IS NOT NULL
                UNION
                SELECT l.from_id, l.to_id FROM thread_link l
                    JOIN public_matter lm ON lm.id = l.id
                    JOIN idea li ON li.id = l.from_id AND li.project_id IS NULL
                    WHERE l.programme_id = \(programme) AND l.kind = 'taken_up_in'
            ) b ON b.idea_id = i.id
            JOIN public_matter r ON r.id = b.result_id
            ORDER BY m.number, r.position, r.id LIMIT \(limit)
            """
        ).map { (idea: try $0.get("idea_id"), result: try $0.get("result_id")) }
    }
}
