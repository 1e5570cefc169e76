// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Looks for the duty of a point.
enum DutyQuery {
    static func openAssessment(of point: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT id FROM duty WHERE matter_id = \(point) AND kind = 'assessment' AND state = 'duty.open'
            ORDER BY id LIMIT 1
            """)
    }
}
