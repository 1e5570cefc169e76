// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Project {
    /// A public project by its number.
    public static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> Project? {
        try db.row(
            """
            SELECT \(ProjectSummary.columns), p.reference, p.description, p.state_note, p.starts_on, p.ends_on,
                p.cited_budget_cents, p.cited_budget_note, p.is_citizen_origin, p.field_confidence,
                p.membership_confidence, p.confidence, p.light, p.light_reason, p.end_reason, p.lessons,
                p.contact, p.report_months, p.funding_ends_on, u.name AS office_name,
                \(StateProgrammeTerms.columns),
                o.id AS forum_id, om.key AS forum_key, om.number AS forum_number,
                COALESCE(o.title, o.topic) AS forum_name,
                l.id AS pillar_id, NULL AS pillar_number, l.name AS pillar_name,
                w.id AS whole_id, wm.key AS whole_key, wm.number AS whole_number, w.title AS whole_name
            FROM \(ProjectSummary.tables) JOIN pillar l ON l.id = p.pillar_id
            LEFT JOIN public_matter om ON om.id = p.forum_id LEFT JOIN forum o ON o.id = om.id
            LEFT JOIN public_matter wm ON wm.id = p.part_of_id LEFT JOIN project w ON w.id = wm.id
            LEFT JOIN office u ON u.id = p.office_id
            WHERE m.programme_id = \(programme) AND m.kind = 'project' AND m.number = \(number)
            """
        ).map(Project.init)
    }

    init(row: Row) throws {
        summary = try ProjectSummary(row: row)
        reference = try row.get("reference")
        description = try row.get("description")
        stateNote = try row.get("state_note")
        starts = try row.date("starts_on")
        ends = try row.date("ends_on")
        citedBudgetCents = try row.get("cited_budget_cents")
        citedBudgetNote = try row.get("cited_budget_note")
        isCitizenOrigin = try row.get("is_citizen_origin")
        fieldConfidence = try row.get("field_confidence")
        membershipConfidence = try row.get("membership_confidence")
        confidence = try row.get("confidence")
        light = try row.get("light")
        lightReason = try row.get("light_reason")
        endReason = try row.get("end_reason")
        lessons = try row.get("lessons")
        forum = try ProjectRelation(row, "forum")
        pillar = ProjectRelation(
            id: try row.get("pillar_id"), key: summary.pillar, number: nil, title: try row.get("pillar_name"))
        whole = try ProjectRelation(row, "whole")
        office = try row.get("office_name")
        contact = try row.get("contact")
        reportMonths = try row.get("report_months")
        fundingEndsOn = try row.date("funding_ends_on")
        stateProgramme =
            summary.pillar == ProgrammePillar.stateProgrammes ? try StateProgrammeTerms(row: row) : nil
    }
}

extension ProjectParts {
    /// What hangs on a project; one statement for each kind.
    public static func load(of project: String, in programme: String, _ db: Connection) throws -> ProjectParts {
        ProjectParts(
            goals: try goals(of: project, db), municipalities: try municipalities(of: project, db),
            districts: try districts(of: project, db), partners: try partners(of: project, in: programme, db),
            parts: try parts(of: project, db), milestones: try ProjectMilestone.list(of: project, db),
            reports: try reports(of: project, db), documents: try documents(of: project, db),
            history: try history(of: project, db), funding: try FundingLine.list(of: project, db))
    }

    static func goals(of project: String, _ db: Connection) throws -> [ProjectRelation] {
        try db.rows(
            """
            SELECT g.id AS goal_id, m.key AS goal_key, m.number AS goal_number, g.title AS goal_name
            FROM project_goal c JOIN goal g ON g.id = c.goal_id JOIN public_matter m ON m.id = g.id
            WHERE c.project_id = \(project) ORDER BY c.position
            """
        ).compactMap { try ProjectRelation($0, "goal") }
    }

    private static func municipalities(of project: String, _ db: Connection) throws -> [ProjectRelation] {
        try db.rows(
            """
            SELECT t.id AS place_id, t.ags AS place_key, NULL AS place_number, t.name AS place_name
            FROM project_municipality c JOIN municipality t ON t.id = c.municipality_id
            JOIN public_matter m ON m.id = t.id
            WHERE c.project_id = \(project) ORDER BY t.sort_key, t.id
            """
        ).compactMap { row in
            ProjectRelation(
                id: try row.get("place_id"), key: try row.get("place_key"), number: nil,
                title: try row.get("place_name"))
        }
    }

    private static func districts(of project: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT d.name FROM project_district c JOIN district d ON d.id = c.district_id
            WHERE c.project_id = \(project) ORDER BY d.sort_key, d.id
            """
        ).map { try $0.get("name") }
    }

    private static func partners(
        of project: String, in programme: String, _ db: Connection
    ) throws -> [ProjectPartner] {
        try db.rows(
            """
            SELECT c.name, m.number, (SELECT MAX(r.role) FROM project_partner_role r
                WHERE r.project_id = c.project_id AND r.name = c.name) AS role
            FROM project_partner c
            LEFT JOIN organisation o ON o.programme_id = \(programme) AND o.name = c.name
            LEFT JOIN public_matter m ON m.id = o.id
            WHERE c.project_id = \(project) ORDER BY c.position
            """
        ).map {
            ProjectPartner(
                name: try $0.get("name"), organisation: try $0.get("number"), role: try $0.get("role"))
        }
    }

    private static func parts(of project: String, _ db: Connection) throws -> [ProjectRelation] {
        try db.rows(
            """
            SELECT p.id AS part_id, m.key AS part_key, m.number AS part_number, p.title AS part_name
            FROM project p JOIN public_matter m ON m.id = p.id
            WHERE p.part_of_id = \(project) ORDER BY p.sort_key, p.id
            """
        ).compactMap { try ProjectRelation($0, "part") }
    }

    /// The public reports of a project, the latest first.
    public static func reports(of project: String, _ db: Connection) throws -> [ProjectReport] {
        try db.rows(
            """
            SELECT c.id, m.number, c.as_of, c.light, c.done, c.next, c.blocked, c.light_reason, c.forecast,
                c.released_on
            FROM report c JOIN public_matter m ON m.id = c.id WHERE c.project_id = \(project)
            ORDER BY c.as_of DESC, m.number, c.id
            """
        ).map { row in
            ProjectReport(
                id: try row.get("id"), number: try row.get("number"),
                asOf: try PartialDate(row: row, column: "as_of"), light: try row.get("light"),
                done: try row.get("done"), next: try row.get("next"), blocked: try row.get("blocked"),
                lightReason: try row.get("light_reason"), forecast: try row.get("forecast"),
                releasedOn: try row.date("released_on"))
        }
    }

    /// Those whose files do not lie here; the others are shown with their files.
    private static func documents(of project: String, _ db: Connection) throws -> [ProjectDocument] {
        try db.rows(
            """
            SELECT d.title, d.url, d.rights, d.dated_on FROM document d JOIN public_matter m ON m.id = d.id
            LEFT JOIN stored_file f ON f.digest = d.file_digest
            WHERE d.matter_id = \(project) AND f.digest IS NULL ORDER BY m.number
            """
        ).map { row in
            ProjectDocument(
                title: try row.get("title"), url: try row.get("url"), rights: try row.get("rights"),
                datedOn: try row.date("dated_on"))
        }
    }

    private static func history(of project: String, _ db: Connection) throws -> [ProjectChange] {
        try db.rows(
            """
            SELECT c.state, c.effective_on, c.reason FROM state_change c JOIN state s ON s.key = c.state
            WHERE c.matter_id = \(project) AND s.matter_kind = 'project' AND s.aspect = 'state' ORDER BY c.position
            """
        ).map { row in
            ProjectChange(
                state: try row.get("state"), effectiveOn: try row.date("effective_on"), reason: try row.get("reason"))
        }
    }
}
