// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Forum {
    /// All forums of a programme by their number.
    public static func list(in programme: String, _ db: Connection) throws -> [Forum] {
        try db.counted("forums", in: programme) {
            try db.rows(selection(in: programme) + " ORDER BY m.number").map(Forum.init)
        }
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Forum? {
        try db.counted("forum \(number)", in: programme) {
            try db.row(selection(in: programme) + " AND m.number = \(number)").map(Forum.init)
        }
    }

    /// Number and topic of every public forum, for lists to choose from.
    public static func choices(in programme: String, _ db: Connection) throws -> [Choice] {
        try db.rows(
            """
            SELECT m.number, COALESCE(f.topic, f.title) AS topic FROM forum f JOIN public_matter m ON m.id = f.id
            WHERE m.programme_id = \(programme) ORDER BY m.number
            """
        ).map { Choice(number: try $0.get("number"), topic: try $0.get("topic")) }
    }

    public static func members(of forum: String, _ db: Connection) throws -> [Member] {
        try db.rows(
            "SELECT organisation_id, function FROM forum_member WHERE forum_id = \(forum) ORDER BY position"
        ).map { Member(organisationID: try $0.get("organisation_id"), function: try $0.get("function")) }
    }

    /// The ids of the public projects that came out of a forum, by title.
    public static func projects(of forum: String, in programme: String, _ db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT p.id FROM project p JOIN public_matter m ON m.id = p.id
            WHERE p.forum_id = \(forum) AND m.programme_id = \(programme) ORDER BY p.sort_key, p.id
            """
        ).map { try $0.get("id") }
    }

    private static func selection(in programme: String) -> SQL {
        """
        SELECT f.id, m.number, f.number_confidence, f.title, f.topic, f.ministry_id, f.moderator_role,
            f.co_moderator_role, f.guiding_question, f.events_known, f.proposals_submitted, f.confidence, f.note,
            (SELECT COUNT(*) FROM event e JOIN public_matter em ON em.id = e.id WHERE e.parent_id = f.id) AS events,
            (SELECT COUNT(*) FROM idea i JOIN public_matter im ON im.id = i.id WHERE i.forum_id = f.id) AS ideas,
            (SELECT COUNT(*) FROM proposal v JOIN public_matter vm ON vm.id = v.id WHERE v.forum_id = f.id)
                AS proposals,
            (SELECT COUNT(*) FROM project p JOIN public_matter pm ON pm.id = p.id WHERE p.forum_id = f.id) AS projects
        FROM forum f JOIN public_matter m ON m.id = f.id WHERE m.programme_id = \(programme)
        """
    }

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        numberConfidence = try row.get("number_confidence")
        title = try row.get("title")
        topic = try row.get("topic")
        ministryID = try row.get("ministry_id")
        moderatorRole = try row.get("moderator_role")
        coModeratorRole = try row.get("co_moderator_role")
        guidingQuestion = try row.get("guiding_question")
        eventsKnown = try row.get("events_known")
        proposalsSubmitted = try row.get("proposals_submitted")
        confidence = try row.get("confidence")
        note = try row.get("note")
        counts = Counts(
            events: try row.get("events"), ideas: try row.get("ideas"), proposals: try row.get("proposals"),
            projects: try row.get("projects"))
    }
}
