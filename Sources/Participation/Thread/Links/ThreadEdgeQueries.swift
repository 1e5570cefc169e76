// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ThreadEdge {
    init(row: Row) throws {
        from = try row.get("from_id")
        to = try row.get("to_id")
        kind = try row.get("kind")
        effectiveOn = try row.date("effective_on")
        confidence = try row.get("confidence")
        note = try row.get("note")
    }
}

extension ThreadNeighbour {
    /// How many matters of one kind are named before the rest is only counted.
    static let named: Int64 = 50

    /// The public steps that lead away from these matters in one direction; both ends and the link itself are public.
    static func list(
        of matters: [String], _ direction: ThreadDirection, in programme: String, _ db: Connection
    ) throws -> [ThreadNeighbour] {
        guard !matters.isEmpty else { return [] }
        let near: SQL = direction == .origins ? "to_id" : "from_id"
        let far: SQL = direction == .origins ? "from_id" : "to_id"
        // The list stands inside, where both engines look it up by index in each part of the view.
        let rows = try db.rows(
            """
            SELECT from_id, to_id, kind, effective_on, confidence, note, far_kind, group_size FROM (
                SELECT e.from_id, e.to_id, e.kind, e.effective_on, e.confidence, e.note, m.kind AS far_kind,
                    m.position, m.id AS far_id,
                    COUNT(*) OVER (PARTITION BY e.\(near), e.kind, m.kind) AS group_size,
                    ROW_NUMBER() OVER (PARTITION BY e.\(near), e.kind, m.kind ORDER BY m.position, m.id) AS place
                FROM (SELECT from_id, to_id, kind, effective_on, confidence, note FROM thread_edge
                    WHERE \(near) IN \(list: matters) AND kind <> 'related') e
                JOIN public_matter m ON m.id = e.\(far) AND m.programme_id = \(programme)
                JOIN public_matter n ON n.id = e.\(near)
                LEFT JOIN thread_link l ON l.from_id = e.from_id AND l.to_id = e.to_id AND l.kind = e.kind
                LEFT JOIN public_matter p ON p.id = l.id
                WHERE l.id IS NULL OR p.id IS NOT NULL
            ) neighbour WHERE place <= \(named) ORDER BY position, far_id, kind, from_id, to_id
            """)
        return try rows.map { row in
            ThreadNeighbour(
                edge: try ThreadEdge(row: row), farKind: try row.get("far_kind"), count: try row.get("group_size"))
        }
    }
}

extension ThreadEdge {
    /// What hangs together with a matter without having led to it or followed from it.
    static func related(to matter: String, in programme: String, _ db: Connection) throws -> [ThreadEdge] {
        try db.rows(
            """
            SELECT l.from_id, l.to_id, l.kind, l.effective_on, l.confidence, l.note
            FROM thread_link l JOIN public_matter p ON p.id = l.id
            WHERE p.programme_id = \(programme) AND l.kind = 'related'
                AND (l.from_id = \(matter) OR l.to_id = \(matter))
            ORDER BY p.position, l.id
            """
        ).map(ThreadEdge.init)
    }
}

extension ThreadEdge {
    /// Every public step of the thread of a programme, by the matter it leads away from. Both ends and the link itself
    /// are public.
    public static func list(in programme: String, _ page: ListPage, _ db: Connection) throws -> [ThreadEdge] {
        try db.rows(
            """
            SELECT e.from_id, e.to_id, e.kind, e.effective_on, e.confidence, e.note FROM thread_edge e
            JOIN public_matter f ON f.id = e.from_id JOIN public_matter t ON t.id = e.to_id
            JOIN matter_kind fk ON fk.key = f.kind JOIN link_kind lk ON lk.key = e.kind
            LEFT JOIN thread_link l ON l.from_id = e.from_id AND l.to_id = e.to_id AND l.kind = e.kind
            LEFT JOIN public_matter p ON p.id = l.id
            WHERE f.programme_id = \(programme) AND t.programme_id = \(programme) AND (l.id IS NULL OR p.id IS NOT NULL)
            ORDER BY fk.position, f.position, f.id, lk.position, t.position, t.id
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(ThreadEdge.init)
    }
}

extension ThreadReason {
    static func list(of matters: [String], in programme: String, _ db: Connection) throws -> [String: ThreadReason] {
        guard !matters.isEmpty else { return [:] }
        let rows = try db.rows(
            """
            SELECT m.id, r.field, r.reason FROM public_matter m JOIN (
                SELECT id, CASE WHEN end_reason IS NULL THEN 'state_note' ELSE 'end_reason' END AS field,
                    COALESCE(end_reason, state_note) AS reason FROM project WHERE id IN \(list: matters)
                    AND state IN ('project.discontinued', 'project.not_started', 'project.suspended',
                        'project.handed_over')
                UNION ALL
                SELECT id, 'reason', reason FROM decision WHERE id IN \(list: matters)
                UNION ALL
                SELECT id, 'reason', reason FROM application WHERE id IN \(list: matters)
            ) r ON r.id = m.id
            WHERE m.programme_id = \(programme) AND r.reason IS NOT NULL
            """)
        var reasons: [String: ThreadReason] = [:]
        for row in rows {
            reasons[try row.get("id")] = ThreadReason(field: try row.get("field"), text: try row.get("reason"))
        }
        return reasons
    }
}
