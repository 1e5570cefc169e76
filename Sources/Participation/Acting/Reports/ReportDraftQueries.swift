// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ReportDraft {
    /// The report that is being written about a project; nil where nobody has begun one.
    public static func open(of project: String, _ db: Connection) throws -> ReportDraft? {
        try db.row(
            """
            SELECT d.*, p.display_name FROM report_draft d LEFT JOIN person p ON p.id = d.saved_by
            WHERE d.project_id = \(project) AND d.state <> 'released' ORDER BY d.saved_at DESC, d.id LIMIT 1
            """
        ).map(ReportDraft.init)
    }

    static func insert(
        _ id: String, about project: ProjectAtWork, _ form: ReportForm, _ state: State, by person: String,
        at now: Moment, in db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO report_draft (id, programme_id, project_id, state, revision, as_of, done, next, blocked, light,
                light_reason, forecast, saved_at, saved_by)
            VALUES (\(id), \(project.programme), \(project.id), \(state), 1, \(form.asOf ?? ""), \(form.done ?? ""),
                \(form.next ?? ""), \(form.blocked ?? ""), \(form.light ?? ""), \(form.lightReason ?? ""),
                \(form.forecast ?? ""), \(now.text), \(person))
            """)
    }

    static func update(
        _ draft: ReportDraft, _ form: ReportForm, _ state: State, by person: String, at now: Moment,
        in db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE report_draft SET state = \(state), revision = revision + 1, as_of = \(form.asOf ?? ""),
                done = \(form.done ?? ""), next = \(form.next ?? ""), blocked = \(form.blocked ?? ""),
                light = \(form.light ?? ""), light_reason = \(form.lightReason ?? ""),
                forecast = \(form.forecast ?? ""), saved_at = \(now.text), saved_by = \(person)
            WHERE id = \(draft.id)
            """)
    }

    static func giveBack(_ id: String, _ note: String, in db: Connection) throws {
        try db.execute(
            "UPDATE report_draft SET state = 'draft', note = \(note), revision = revision + 1 WHERE id = \(id)")
    }

    static func markReleased(_ id: String, as report: String, in db: Connection) throws {
        try db.execute("UPDATE report_draft SET state = 'released', report_id = \(report) WHERE id = \(id)")
    }

    private init(row: Row) throws {
        var form = ReportForm()
        let text = { (column: String) in
            let text: String = try row.get(column)
            return text.isEmpty ? nil : text
        }
        form.asOf = try text("as_of")
        form.done = try text("done")
        form.next = try text("next")
        form.blocked = try text("blocked")
        form.light = try text("light")
        form.lightReason = try text("light_reason")
        form.forecast = try text("forecast")
        self.init(
            id: try row.get("id"), project: try row.get("project_id"), state: try row.get("state"),
            revision: try row.get("revision"), form: form, note: try row.get("note"),
            savedAt: try row.get("saved_at"), savedBy: try row.get("display_name"))
    }
}

extension PersonalData {
    static func reportDrafts(by person: String, in db: Connection) throws -> Table {
        try table(
            "report_drafts",
            [
                "project", "as_of", "done", "next", "blocked", "light", "light_reason", "forecast",
                "state", "saved_at",
            ],
            """
            SELECT p.title AS project, d.as_of, d.done, d.next, d.blocked, d.light, d.light_reason, d.forecast,
                d.state, d.saved_at
            FROM report_draft d JOIN project p ON p.id = d.project_id
            WHERE d.saved_by = \(person) ORDER BY d.saved_at, d.id
            """, in: db)
    }
}
