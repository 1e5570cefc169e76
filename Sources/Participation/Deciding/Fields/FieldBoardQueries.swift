// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FieldBoard {
    /// The whole board: two statements.
    public static func load(in programme: String, _ db: Connection) throws -> FieldBoard {
        var placed: [String: [Placed]] = [:]
        for row in try db.rows(
            """
            SELECT v.id, m.number, v.title, l.field_draft_id, l.reason
            FROM proposal v JOIN public_matter m ON m.id = v.id
            LEFT JOIN field_move l ON l.proposal_id = v.id AND l.position =
                (SELECT MAX(x.position) FROM field_move x WHERE x.proposal_id = v.id)
            WHERE m.programme_id = \(programme)
                AND (v.state NOT IN ('proposal.decided', 'proposal.withdrawn') OR l.field_draft_id IS NOT NULL)
            ORDER BY m.number
            """)
        {
            let draft: String? = try row.get("field_draft_id")
            placed[draft ?? "", default: []].append(
                Placed(
                    id: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                    reason: try row.get("reason")))
        }
        let drafts = try db.rows(
            """
            SELECT d.id, d.name, d.aim, d.goals, d.revision, m.number FROM field_draft d
            LEFT JOIN matter m ON m.id = d.field_id WHERE d.programme_id = \(programme) ORDER BY d.position, d.id
            """
        ).map { row in
            let id: String = try row.get("id")
            return Draft(
                id: id, name: try row.get("name"), aim: try row.get("aim"), goals: try row.get("goals"),
                revision: try row.get("revision"), field: try row.get("number"), proposals: placed[id] ?? [])
        }
        return FieldBoard(drafts: drafts, loose: placed[""] ?? [])
    }

    static func insert(
        _ id: String, _ name: String, _ aim: String, _ goals: String?, in programme: String, _ db: Connection
    ) throws {
        let last: Int64? = try db.value("SELECT MAX(position) FROM field_draft WHERE programme_id = \(programme)")
        try db.execute(
            """
            INSERT INTO field_draft (id, programme_id, position, name, aim, goals, revision)
            VALUES (\(id), \(programme), \((last ?? 0) + 1), \(name), \(aim), \(goals), 1)
            """)
    }

    static func update(
        _ id: String, _ name: String, _ aim: String, _ goals: String?, revision: Int64, _ db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE field_draft SET name = \(name), aim = \(aim), goals = \(goals), revision = \(revision)
            WHERE id = \(id)
            """)
    }

    static func move(
        _ proposal: String, to draft: String?, because reason: String, at now: Moment, in programme: String,
        _ db: Connection
    ) throws {
        let last: Int64? = try db.value("SELECT MAX(position) FROM field_move WHERE programme_id = \(programme)")
        try db.execute(
            """
            INSERT INTO field_move (programme_id, position, proposal_id, field_draft_id, reason, moved_at)
            VALUES (\(programme), \((last ?? 0) + 1), \(proposal), \(draft), \(reason), \(now.text))
            """)
    }

    static func fix(_ draft: String, as field: String, _ db: Connection) throws {
        try db.execute("UPDATE field_draft SET field_id = \(field) WHERE id = \(draft)")
    }
}
