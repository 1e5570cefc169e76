// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProjectAtWork {
    public static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> ProjectAtWork? {
        try db.row(
            "SELECT \(columns) FROM \(tables) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(ProjectAtWork.init)
    }

    static func existing(_ number: Int64, in programme: String, _ db: Connection) throws -> ProjectAtWork {
        guard let project = try find(number, in: programme, db) else { throw MissingMatter(.project, number) }
        return project
    }

    /// One page of the projects that a visitor may look into.
    public static func list(
        in programme: String, for visitor: Visitor, _ filter: ProjectWorkFilter, on today: PartialDate,
        _ page: ListPage, _ db: Connection
    ) throws -> Listed<ProjectAtWork> {
        let condition = condition(programme, visitor, filter, today)
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(tables) WHERE \(condition)
            ORDER BY \(order(filter)) LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(ProjectAtWork.init)
        let total: Int64? = try db.value(
            "SELECT COUNT(*) FROM project p JOIN matter m ON m.id = p.id WHERE \(condition)")
        return Listed(rows: rows, total: total ?? 0)
    }

    public static func count(
        in programme: String, for visitor: Visitor, _ filter: ProjectWorkFilter, on today: PartialDate,
        _ db: Connection
    ) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM project p JOIN matter m ON m.id = p.id
            WHERE \(condition(programme, visitor, filter, today))
            """) ?? 0
    }

    private static let columns: SQL = """
        p.id, m.programme_id, m.key, m.number, p.title, p.state, p.light, p.ministry_id, r.name AS ministry,
        p.starts_on, p.ends_on, p.funding_ends_on, p.report_months,
        (SELECT MAX(c.as_of) FROM report c JOIN public_matter cm ON cm.id = c.id WHERE c.project_id = p.id)
            AS last_report_on,
        (SELECT MIN(d.due_on) FROM duty d WHERE d.matter_id = p.id AND d.kind = 'report' AND d.state = 'duty.open'
            AND d.is_owed_to_public = 1) AS report_due_on,
        (SELECT MAX(w.state) FROM report_draft w WHERE w.project_id = p.id AND w.state <> 'released') AS draft
        """
    private static let tables: SQL = """
        project p JOIN public_matter m ON m.id = p.id LEFT JOIN ministry r ON r.id = p.ministry_id
        """

    private static func order(_ filter: ProjectWorkFilter) -> SQL {
        switch filter {
        case .own, .all, .red, .submitted: "p.sort_key, p.id"
        case .overdue, .escalated: "report_due_on, p.sort_key, p.id"
        case .fundingEnd: "p.funding_ends_on, p.sort_key, p.id"
        }
    }

    private static let ends: [ProjectState] = ProjectState.allCases.filter(\.isEnd)

    fileprivate static func condition(
        _ programme: String, _ visitor: Visitor, _ filter: ProjectWorkFilter, _ today: PartialDate
    ) -> SQL {
        var conditions: [SQL] = ["m.programme_id = \(programme) AND m.visible_from IS NOT NULL"]
        let seesAll = visitor.holds(anyOf: [.programmeOffice, .administrator], in: programme)
        if filter != .all, !seesAll { conditions.append(own(of: visitor, in: programme)) }
        switch filter {
        case .own, .all: break
        case .red: conditions.append("p.light = 'light.red' AND p.state NOT IN \(list: ends)")
        case .overdue:
            conditions.append(
                """
                EXISTS (SELECT 1 FROM duty d WHERE d.matter_id = p.id AND d.kind = 'report'
                    AND d.state = 'duty.open' AND d.is_owed_to_public = 1 AND d.due_on < \(today.text))
                """)
        case .escalated:
            conditions.append(
                """
                EXISTS (SELECT 1 FROM duty d JOIN duty_escalation x ON x.duty_id = d.id AND x.due_on = d.due_on
                    WHERE d.matter_id = p.id AND d.state = 'duty.open')
                """)
        case .submitted:
            conditions.append(
                "EXISTS (SELECT 1 FROM report_draft w WHERE w.project_id = p.id AND w.state = 'submitted')")
        case .fundingEnd:
            conditions.append(
                "p.funding_ends_on <= \(today.later(byMonths: 12).text) AND p.state NOT IN \(list: ends)")
        }
        return conditions.joined(separator: " AND ")
    }

    /// What belongs to somebody: the projects they lead and those of their ministries.
    private static func own(of visitor: Visitor, in programme: String) -> SQL {
        let held = visitor.roles(in: programme)
        let ministries = held.filter { $0.role == .ministryOfficer }.compactMap(\.matter)
        let projects = held.filter { $0.role == .projectLead }.compactMap(\.matter)
        return "(p.ministry_id IN \(list: ministries + [""]) OR p.id IN \(list: projects + [""]))"
    }

    private init(row: Row) throws {
        self.init(
            id: try row.get("id"), programme: try row.get("programme_id"), key: try row.get("key"),
            number: try row.get("number"), title: try row.get("title"), state: try row.get("state"),
            light: try row.get("light"), ministryID: try row.get("ministry_id"), ministry: try row.get("ministry"),
            startsOn: try row.date("starts_on"), endsOn: try row.date("ends_on"),
            fundingEndsOn: try row.date("funding_ends_on"), reportMonths: try row.get("report_months"),
            lastReportOn: try row.date("last_report_on"), reportDueOn: try row.date("report_due_on"),
            draft: try row.get("draft"))
    }
}

extension ProjectWorkload {
    /// What the projects of somebody are likely to ask for within a year; of all projects for the programme office.
    public static func estimate(
        in programme: String, for visitor: Visitor, on today: PartialDate, _ db: Connection
    ) throws -> ProjectWorkload {
        let own = ProjectAtWork.condition(programme, visitor, .own, today)
        let end = today.later(byMonths: 12).text
        let row = try db.row(
            """
            SELECT
                (SELECT CAST(SUM(12 / p.report_months) AS BIGINT) FROM project p JOIN matter m ON m.id = p.id
                    WHERE \(own) AND p.state = 'project.running' AND p.report_months IS NOT NULL) AS reports,
                (SELECT COUNT(*) FROM milestone s JOIN project p ON p.id = s.project_id JOIN matter m ON m.id = p.id
                    WHERE \(own) AND s.state = 'milestone.planned'
                        AND COALESCE(s.forecast_on, s.dated_on) <= \(end)) AS milestones,
                (SELECT COUNT(*) FROM project p JOIN matter m ON m.id = p.id
                    WHERE \(own) AND p.state NOT IN \(list: ProjectState.allCases.filter(\.isEnd))
                        AND p.funding_ends_on BETWEEN \(today.text) AND \(end)) AS funding_ends
            """)
        return ProjectWorkload(
            reports: try row?.get("reports", as: Int64?.self) ?? 0, milestones: try row?.get("milestones") ?? 0,
            fundingEnds: try row?.get("funding_ends") ?? 0)
    }
}

/// What a project can be given when it is begun or changed.
public struct ProjectFormChoices: Sendable {
    public let pillars: [MatterChoice]
    public let fields: [MatterChoice]
    public let goals: [MatterChoice]
    public let ministries: [MatterChoice]
    public let municipalities: [MatterChoice]
    public let offices: [DutyOffice]

    /// - Parameter current: the ministry that is kept although it exists no longer
    public static func load(
        in programme: String, keeping current: String? = nil, on today: PartialDate, _ db: Connection
    ) throws -> ProjectFormChoices {
        let living: [String] = try db.rows(
            """
            SELECT m.key FROM ministry x JOIN public_matter m ON m.id = x.id WHERE m.programme_id = \(programme)
                AND (x.ends_on IS NULL OR x.ends_on >= substr(\(today.text), 1, length(x.ends_on)))
            """
        ).map { try $0.get("key") }
        return ProjectFormChoices(
            pillars: try MatterChoice.list(.pillar, in: programme, db),
            fields: try MatterChoice.list(.field, in: programme, db),
            goals: try MatterChoice.list(.goal, in: programme, db),
            ministries: try MatterChoice.list(.ministry, in: programme, db)
                .filter { living.contains($0.key) || $0.key == current },
            municipalities: try MatterChoice.list(.municipality, in: programme, db),
            offices: try DutyOffice.all(in: programme, db))
    }

    /// The pillars in which a project can begin without a decision of the cabinet.
    public var openPillars: [MatterChoice] { pillars.filter { $0.key != Self.decidedPillar } }

    /// Its projects follow from decisions alone.
    static let decidedPillar = "ressort"
}

enum ProjectRevision {
    /// The number of the last entry of the journal about a matter: whoever changes it says which one they have read.
    static func current(of matter: String, _ db: Connection) throws -> Int64 {
        try db.value("SELECT MAX(number) FROM journal_entry WHERE subject = \(matter)") ?? 0
    }
}
