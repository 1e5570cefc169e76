// SPDX-License-Identifier: EUPL-1.2

import Storage

extension OwnIdea {
    public static func find(
        number: Int64, for visitor: Visitor, in programme: String, at now: Moment, _ db: Connection
    ) throws -> OwnIdea? {
        try db.row(
            """
            SELECT i.id, m.number, i.title, i.summary, i.state, i.merged_into_id, i.project_id,
                (SELECT MAX(e.number) FROM journal_entry e WHERE e.matter_id = i.id) AS entry,
                (SELECT MIN(c.recorded_at) FROM state_change c WHERE c.matter_id = i.id) AS received_at,
                (SELECT COUNT(*) FROM thread_link l WHERE l.from_id = i.id) AS links
            FROM public_matter m JOIN idea i ON i.id = m.id
            WHERE m.programme_id = \(programme) AND m.kind = 'idea' AND m.number = \(number)
            """
        ).map { row in
            let id: String = try row.get("id")
            let received = try row.get("received_at", as: String?.self).flatMap { Moment(text: $0) }
            let (links, project): (Int64, String?) = (try row.get("links"), try row.get("project_id"))
            return OwnIdea(
                id: id, number: try row.get("number"), title: try row.get("title"), text: try row.get("summary"),
                standing: OwnIdeaStanding(
                    isOwn: try isOwn(id, visitor, in: programme, db), state: try row.get("state"),
                    isMerged: try row.get("merged_into_id", as: String?.self) != nil,
                    isTakenUp: links > 0 || project != nil, secondsReceived: received?.seconds(until: now) ?? .max),
                version: String(try row.get("entry", as: Int64?.self) ?? 0))
        }
    }

    /// Whether a visitor has handed an idea in, or speaks for the organisation that has.
    private static func isOwn(
        _ id: String, _ visitor: Visitor, in programme: String, _ db: Connection
    ) throws -> Bool {
        guard let person = visitor.person else { return false }
        if try ContributionAuthor.isAuthor(person.id, of: id, in: db) { return true }
        let represented = visitor.roles(in: programme)
            .filter { $0.role == .organisationRepresentative }.compactMap(\.matter)
        guard !represented.isEmpty else { return false }
        let found: Int64? = try db.value(
            """
            SELECT 1 FROM contribution_author
            WHERE matter_id = \(id) AND organisation_id IN \(list: represented) LIMIT 1
            """)
        return found != nil
    }
}

extension Idea {
    /// What an idea said before it was changed, the oldest first.
    public static func earlierVersions(of idea: String, _ db: Connection) throws -> [EarlierVersion] {
        try db.rows(
            "SELECT title, summary, replaced_on FROM idea_version WHERE idea_id = \(idea) ORDER BY position"
        ).map { row in
            EarlierVersion(
                title: try row.get("title"), text: try row.get("summary"),
                replacedOn: try PartialDate(row: row, column: "replaced_on"))
        }
    }

    /// Whether an idea that is not to be seen any more was taken back by whoever handed it in.
    public static func isWithdrawn(number: Int64, in programme: String, _ db: Connection) throws -> Bool {
        let found: Int64? = try db.value(
            """
            SELECT 1 FROM idea i JOIN matter m ON m.id = i.id
            WHERE m.programme_id = \(programme) AND m.kind = 'idea' AND m.number = \(number)
                AND i.withdrawn_on IS NOT NULL
            """)
        return found != nil
    }

    /// The duties that are open for an idea.
    static func openDuties(of idea: String, _ db: Connection) throws -> [String] {
        try db.rows("SELECT id FROM duty WHERE matter_id = \(idea) AND state = 'duty.open' ORDER BY id").map {
            try $0.get("id")
        }
    }
}
