// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A duty that is open or rests.
struct OpenDuty {
    let id: String
    let state: DutyState

    static func list(_ kind: DutyKind, of matter: String, _ db: Connection) throws -> [OpenDuty] {
        try db.rows(
            """
            SELECT id, state FROM duty WHERE matter_id = \(matter) AND kind = \(kind) AND is_owed_to_public = 1
                AND state IN ('duty.open', 'duty.resting') ORDER BY due_on, id
            """
        ).map { OpenDuty(id: try $0.get("id"), state: try $0.get("state")) }
    }

    static func lastReport(of project: String, _ db: Connection) throws -> PartialDate? {
        let day: String? = try db.value(
            """
            SELECT MAX(c.as_of) FROM report c JOIN public_matter m ON m.id = c.id WHERE c.project_id = \(project)
            """)
        return day.flatMap(PartialDate.init)
    }
}

extension DutyOffice {
    /// The office that answers for a project: the one that it names, else the one responsible for it or for its field,
    /// else one of the ministry that leads it. Nil where no office could.
    static func responsible(
        forProject project: String, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> DutyOffice? {
        try db.row(
            """
            SELECT o.id, om.key, o.name, COALESCE(r.name, g.name) AS body FROM (
                SELECT office_id AS id, 0 AS rank, '' AS since FROM project WHERE id = \(project)
                UNION ALL
                SELECT p.office_id, CASE WHEN p.matter_id = \(project) THEN 1 ELSE 2 END, COALESCE(p.starts_on, '')
                FROM responsibility p JOIN project x ON x.id = \(project)
                    AND (p.matter_id = x.id OR p.matter_id = x.field_id)
                WHERE (p.starts_on IS NULL OR p.starts_on <= \(day.text))
                    AND (p.ends_on IS NULL OR p.ends_on >= substr(\(day.text), 1, length(p.ends_on)))
                UNION ALL
                SELECT f.id, 3, '' FROM office f JOIN project x ON x.id = \(project) AND f.ministry_id = x.ministry_id
            ) c JOIN office o ON o.id = c.id JOIN public_matter om ON om.id = o.id
            LEFT JOIN ministry r ON r.id = o.ministry_id LEFT JOIN organisation g ON g.id = o.organisation_id
            ORDER BY c.rank, c.since DESC, o.sort_key, o.id LIMIT 1
            """
        ).map { row in
            DutyOffice(
                id: try row.get("id"), key: try row.get("key"), name: try row.get("name"), body: try row.get("body"))
        }
    }
}

/// What is owed because of a project, as its page shows it.
public struct ProjectDuty: Equatable, Sendable {
    public let kind: DutyKind
    public let dueOn: PartialDate
    public let office: String

    /// What is owed to the public now, the most urgent first.
    public static func list(of project: String, _ db: Connection) throws -> [ProjectDuty] {
        try db.rows(
            """
            SELECT d.kind, d.due_on, o.name FROM duty d JOIN public_matter m ON m.id = d.id
            JOIN office o ON o.id = d.office_id
            WHERE d.matter_id = \(project) AND d.is_owed_to_public = 1 AND d.state = 'duty.open'
            ORDER BY d.due_on, m.number
            """
        ).map {
            ProjectDuty(
                kind: try $0.get("kind"), dueOn: try PartialDate(row: $0, column: "due_on"), office: try $0.get("name"))
        }
    }
}

extension FollowProjectDates {
    /// Running projects of which something should be owed and is not.
    static func waiting(on today: PartialDate, _ db: Connection) throws -> [(programme: String, project: String)] {
        try db.rows(
            """
            SELECT m.programme_id, p.id FROM project p JOIN public_matter m ON m.id = p.id
            WHERE p.state = 'project.running' AND ((p.report_months IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM duty d WHERE d.matter_id = p.id AND d.kind = 'report' AND d.is_owed_to_public = 1
                    AND d.state IN ('duty.open', 'duty.resting')))
                OR (p.funding_ends_on <= \(today.later(byMonths: 12).text) AND NOT EXISTS (
                    SELECT 1 FROM duty d WHERE d.matter_id = p.id AND d.kind = 'funding_end'
                        AND d.state IN ('duty.open', 'duty.resting'))))
                AND EXISTS (SELECT 1 FROM office f WHERE f.programme_id = m.programme_id AND (f.id = p.office_id
                    OR f.ministry_id = p.ministry_id OR EXISTS (SELECT 1 FROM responsibility r
                        WHERE r.office_id = f.id AND (r.matter_id = p.id OR r.matter_id = p.field_id))))
            ORDER BY m.programme_id, m.number
            """
        ).map { (try $0.get("programme_id"), try $0.get("id")) }
    }
}
