// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ApplicationReview {
    /// The reviews of an application, in the order of the names.
    public static func list(of caseID: String, _ db: Connection) throws -> [ApplicationReview] {
        try list("r.application_case_id = \(caseID)", db)
    }

    /// What somebody was asked to review.
    public static func list(by person: String, _ db: Connection) throws -> [ApplicationReview] {
        try list("r.person_id = \(person)", db)
    }

    /// The same within one programme.
    public static func list(
        by person: String, in programme: String, _ db: Connection
    ) throws -> [ApplicationReview] {
        try list(
            """
            r.person_id = \(person)
                AND r.application_case_id IN (SELECT id FROM application_case WHERE programme_id = \(programme))
            """, db)
    }

    public static func find(_ id: String, _ db: Connection) throws -> ApplicationReview? {
        try list("r.id = \(id)", db).first
    }

    private static func list(_ condition: SQL, _ db: Connection) throws -> [ApplicationReview] {
        var scores: [String: [Score]] = [:]
        for row in try db.rows(
            """
            SELECT s.application_review_id, s.points, s.reason FROM application_score s
            JOIN application_review r ON r.id = s.application_review_id WHERE \(condition)
            ORDER BY s.application_review_id, s.position
            """)
        {
            scores[try row.get("application_review_id"), default: []].append(
                Score(points: try row.get("points"), reason: try row.get("reason")))
        }
        return try db.rows(
            """
            SELECT r.id, r.application_case_id, r.person_id, p.display_name, r.state, r.due_on, r.conflict, r.summary
            FROM application_review r JOIN person p ON p.id = r.person_id WHERE \(condition)
            ORDER BY p.display_name, r.id
            """
        ).map { row in
            let id: String = try row.get("id")
            return ApplicationReview(
                id: id, caseID: try row.get("application_case_id"), person: try row.get("person_id"),
                personName: try row.get("display_name"), state: try row.get("state"),
                dueOn: try PartialDate(row: row, column: "due_on"), conflict: try row.get("conflict"),
                summary: try row.get("summary"), scores: scores[id] ?? [])
        }
    }

    static func invite(_ person: String, to caseID: String, until day: PartialDate, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO application_review (id, application_case_id, person_id, state, due_on)
            VALUES (\(Digest.random(bytes: 16)), \(caseID), \(person), \(State.invited), \(day.text))
            """)
    }

    func accept(_ db: Connection) throws {
        try db.execute("UPDATE application_review SET state = \(State.accepted) WHERE id = \(id)")
    }

    func declare(_ conflict: String, _ db: Connection) throws {
        try db.execute(
            "UPDATE application_review SET state = \(State.conflict), conflict = \(conflict) WHERE id = \(id)")
    }

    func submit(_ scores: [Score], _ summary: String, at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            UPDATE application_review SET state = \(State.submitted), summary = \(summary), submitted_at = \(now.text)
            WHERE id = \(id)
            """)
        let values = scores.enumerated().map { index, score -> SQL in
            "(\(id), \(Int64(index + 1)), \(score.points), \(score.reason))"
        }
        guard !values.isEmpty else { return }
        try db.execute(
            "INSERT INTO application_score (application_review_id, position, points, reason) VALUES "
                + SQL.joined(values, separator: ", "))
    }

    /// Whether somebody may speak for an organisation on a day.
    static func represents(
        _ person: String, _ organisation: String, on day: PartialDate, in programme: String, _ db: Connection
    ) throws -> Bool {
        try HeldRole.list(of: person, on: day, in: db).contains {
            $0.role == .organisationRepresentative && $0.matter == organisation
        }
    }
}
