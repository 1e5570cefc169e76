// SPDX-License-Identifier: EUPL-1.2

import Storage

extension IdeaMerge {
    func insert(by person: String, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO idea_merge (id, idea_id, target_id, state_before, outcome_before, target_state_before, duty_id,
                duty_reason_before, target_duty_id, target_due_before, done_by, done_at)
            VALUES (\(id), \(idea), \(target), \(stateBefore), \(outcomeBefore), \(targetStateBefore), \(duty),
                \(dutyReasonBefore), \(targetDuty), \(targetDueBefore?.text), \(person), \(now.text))
            """)
    }

    /// The merging of an idea that holds now; nil for one that was imported as it is.
    static func find(of idea: String, in db: Connection) throws -> IdeaMerge? {
        try db.row(
            """
            SELECT id, idea_id, target_id, state_before, outcome_before, target_state_before, duty_id,
                duty_reason_before, target_duty_id, target_due_before
            FROM idea_merge WHERE idea_id = \(idea) AND undone_at IS NULL ORDER BY done_at DESC LIMIT 1
            """
        ).map { row in
            IdeaMerge(
                id: try row.get("id"), idea: try row.get("idea_id"), target: try row.get("target_id"),
                stateBefore: try row.get("state_before"), outcomeBefore: try row.get("outcome_before"),
                targetStateBefore: try row.get("target_state_before"), duty: try row.get("duty_id"),
                dutyReasonBefore: try row.get("duty_reason_before"), targetDuty: try row.get("target_duty_id"),
                targetDueBefore: try row.date("target_due_before"))
        }
    }

    /// The state of the idea that goes on.
    func targetState(in db: Connection) throws -> IdeaState? {
        try db.row("SELECT state FROM idea WHERE id = \(target)").map { try $0.get("state") }
    }

    /// Those who have handed in or follow the one idea do so with the other, too; who comes along is noted.
    func carryPeople(in db: Connection) throws {
        for (table, isAuthor) in [("contribution_author", true), ("follow", false)] {
            try db.execute(
                """
                INSERT INTO idea_merge_follower (idea_merge_id, person_id, is_author)
                SELECT \(id), a.person_id, \(isAuthor) FROM \(identifier: table) a
                WHERE a.matter_id = \(idea) AND a.person_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM \(identifier: table) b
                    WHERE b.matter_id = \(target) AND b.person_id = a.person_id)
                """)
        }
        try db.execute(
            """
            INSERT INTO contribution_author (matter_id, person_id, organisation_id, since)
            SELECT \(target), a.person_id, a.organisation_id, a.since FROM contribution_author a
            JOIN idea_merge_follower c ON c.person_id = a.person_id AND c.is_author = 1
            WHERE a.matter_id = \(idea) AND c.idea_merge_id = \(id)
            """)
        try db.execute(
            """
            INSERT INTO follow (person_id, matter_id, since)
            SELECT a.person_id, \(target), a.since FROM follow a
            JOIN idea_merge_follower c ON c.person_id = a.person_id AND c.is_author = 0
            WHERE a.matter_id = \(idea) AND c.idea_merge_id = \(id)
            """)
    }

    /// That somebody came along leads to nobody any more.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("DELETE FROM idea_merge_follower WHERE person_id = \(person)")
    }

    /// Those who only came along are as they were before.
    func sendPeopleBack(at now: Moment, in db: Connection) throws {
        for (table, isAuthor) in [("contribution_author", true), ("follow", false)] {
            try db.execute(
                """
                DELETE FROM \(identifier: table) WHERE matter_id = \(target) AND person_id IN (
                    SELECT person_id FROM idea_merge_follower WHERE idea_merge_id = \(id) AND is_author = \(isAuthor))
                """)
        }
        try db.execute("UPDATE idea_merge SET undone_at = \(now.text) WHERE id = \(id)")
    }
}
