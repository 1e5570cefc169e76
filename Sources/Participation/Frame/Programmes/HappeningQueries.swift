// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Happening {
    /// The latest changes of state, as far as their day is known.
    public static func latest(_ count: Int64, in programme: String, _ db: Connection) throws -> [Happening] {
        // CROSS JOIN keeps the order: the newest days first, by index, until there are enough.
        let rows = try db.rows(
            """
            SELECT m.id, c.state, c.effective_on, c.reason FROM state_change c CROSS JOIN public_matter m
            WHERE m.id = c.matter_id AND m.programme_id = \(programme) AND c.effective_on IS NOT NULL
                AND m.kind IN ('idea', 'proposal', 'consultation', 'project', 'event')
            ORDER BY c.effective_on DESC, m.kind, m.number, c.position DESC LIMIT \(count)
            """)
        let ids: [String] = try rows.map { try $0.get("id") }
        var matters: [String: MatterSummary] = [:]
        for matter in try MatterSummary.list(ids, in: programme, db) { matters[matter.id] = matter }
        return try rows.compactMap { row in
            guard let matter = matters[try row.get("id")] else { return nil }
            return Happening(
                matter: matter, state: try row.get("state"), effectiveOn: try row.date("effective_on"),
                reason: try row.get("reason"))
        }
    }

    /// What the public can take part in from a day on: open consultations, then events still to come, the next first.
    public static func open(
        from day: PartialDate, in programme: String, _ db: Connection
    ) throws -> [MatterSummary] {
        try db.rows(
            """
            SELECT m.id, m.kind, m.key, m.number, x.title, x.state, NULL AS outcome, x.ends_on AS dated_on,
                COALESCE(x.ends_on, '9999') AS sorted
            FROM consultation x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.state = 'consultation.open'
            UNION ALL
            SELECT m.id, m.kind, m.key, m.number, x.title, x.state, NULL, x.held_on, COALESCE(x.held_on, '9999')
            FROM event x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.state IN ('event.planned', 'event.open')
                AND COALESCE(x.held_on, '9999') >= \(day.text)
            ORDER BY 2, 9, 4 LIMIT 6
            """
        ).map(MatterSummary.init)
    }
}

extension ExampleThread {
    /// The idea whose project tells most: one that was ended again, or else the first that became a project.
    public static func find(in programme: String, _ db: Connection) throws -> ExampleThread? {
        try db.counted("example thread", in: programme) { try read(in: programme, db) }
    }

    private static func read(in programme: String, _ db: Connection) throws -> ExampleThread? {
        let row = try db.row(
            """
            SELECT i.id AS idea, i.summary, p.id AS project, p.end_reason, p.state_note, p.state_as_of
            FROM project p CROSS JOIN idea i JOIN public_matter m ON m.id = i.id JOIN public_matter n ON n.id = p.id
            WHERE p.programme_id = \(programme) AND i.project_id = p.id AND m.programme_id = \(programme)
            ORDER BY CASE WHEN p.end_reason IS NULL THEN 1 ELSE 0 END, m.number LIMIT 1
            """)
        guard let row else { return nil }
        let idea: String = try row.get("idea")
        let project: String = try row.get("project")
        let matters = try MatterSummary.list([idea, project], in: programme, db)
        guard let origin = matters.first(where: { $0.id == idea }),
            let result = matters.first(where: { $0.id == project })
        else { return nil }
        return ExampleThread(
            idea: origin, ideaSummary: try row.get("summary"), project: result,
            endReason: try row.get("end_reason"), stateNote: try row.get("state_note"),
            stateAsOf: try row.date("state_as_of"))
    }
}
