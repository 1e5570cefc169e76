// SPDX-License-Identifier: EUPL-1.2

import Storage

extension CorrectedDecision {
    static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> CorrectedDecision? {
        try db.row(
            """
            SELECT m.id, m.key, (SELECT pm.key FROM thread_link l JOIN matter pm ON pm.id = l.from_id
                WHERE l.to_id = m.id AND l.kind = 'decided_by' AND pm.kind = 'proposal' ORDER BY pm.number LIMIT 1)
                AS proposal
            FROM public_matter m
            WHERE m.programme_id = \(programme) AND m.kind = 'decision' AND m.number = \(number)
            """
        ).map { CorrectedDecision(id: try $0.get("id"), key: try $0.get("key"), proposal: try $0.get("proposal")) }
    }
}
