// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ProposalDraft {
    /// The drafts of some forums, those last saved first.
    public static func list(
        ofForums forums: [String], in programme: String, _ db: Connection
    ) throws -> [ProposalDraft] {
        try db.rows(
            """
            \(selection(in: programme)) AND d.forum_id IN \(list: forums) ORDER BY d.saved_at DESC, d.id
            """
        ).map(ProposalDraft.init)
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> ProposalDraft? {
        try db.row(selection(in: programme) + " AND d.id = \(id)").map(ProposalDraft.init)
    }

    static func existing(_ id: String, in programme: String, _ db: Connection) throws -> ProposalDraft {
        guard let draft = try find(id, in: programme, db) else { throw MissingMatter(.proposal, 0) }
        return draft
    }

    /// The texts as they were in a revision; nil for those of today.
    public static func texts(of draft: String, in revision: Int64? = nil, _ db: Connection) throws -> ProposalTexts {
        let latest = revision ?? Int64.max
        let rows = try db.rows(
            """
            SELECT t.part, t.text FROM proposal_draft_text t WHERE t.proposal_draft_id = \(draft) AND t.revision =
                (SELECT MAX(o.revision) FROM proposal_draft_text o WHERE o.proposal_draft_id = \(draft)
                    AND o.part = t.part AND o.revision <= \(latest))
            """)
        var texts: [String: String] = [:]
        for row in rows { texts[try row.get("part")] = try row.get("text") }
        return ProposalTexts(texts)
    }

    static func insert(
        _ id: String, forum: String, by person: String, at now: Moment, in programme: String, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO proposal_draft (id, programme_id, forum_id, state, revision, created_at, saved_at, saved_by)
            VALUES (\(id), \(programme), \(forum), 'draft', 1, \(now.text), \(now.text), \(person))
            """)
    }

    static func keep(_ text: String, as part: String, of draft: String, revision: Int64, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO proposal_draft_text (proposal_draft_id, part, revision, text)
            VALUES (\(draft), \(part), \(revision), \(text))
            """)
    }

    static func advance(
        _ id: String, to revision: Int64, by person: String, at now: Moment, in db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE proposal_draft SET revision = \(revision), saved_at = \(now.text), saved_by = \(person)
            WHERE id = \(id)
            """)
    }

    static func set(_ state: State, of id: String, proposal: String?, in db: Connection) throws {
        try db.execute(
            "UPDATE proposal_draft SET state = \(state), proposal_id = \(proposal) WHERE id = \(id)")
    }

    /// The texts of a programme that is taken out; its drafts follow.
    static func deleteTexts(of programme: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM proposal_draft_text WHERE proposal_draft_id IN
                (SELECT id FROM proposal_draft WHERE programme_id = \(programme))
            """)
    }

    static func take(_ idea: String, into draft: String, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO proposal_draft_idea (proposal_draft_id, idea_id) VALUES (\(draft), \(idea))
            ON CONFLICT (proposal_draft_id, idea_id) DO NOTHING
            """)
    }

    private static func selection(in programme: String) -> SQL {
        """
        SELECT d.id, d.forum_id, m.number AS forum_number, d.state, d.revision, d.saved_at, pm.number AS proposal,
            p.display_name, COALESCE((SELECT t.text FROM proposal_draft_text t
                WHERE t.proposal_draft_id = d.id AND t.part = 'title'
                ORDER BY t.revision DESC LIMIT 1), '') AS title
        FROM proposal_draft d JOIN public_matter m ON m.id = d.forum_id
        LEFT JOIN public_matter pm ON pm.id = d.proposal_id LEFT JOIN person p ON p.id = d.saved_by
        WHERE d.programme_id = \(programme)
        """
    }

    private init(row: Row) throws {
        self.init(
            id: try row.get("id"), forum: try row.get("forum_id"), forumNumber: try row.get("forum_number"),
            state: try row.get("state"), revision: try row.get("revision"), title: try row.get("title"),
            proposal: try row.get("proposal"), savedAt: try row.get("saved_at"),
            savedBy: try row.get("display_name"))
    }
}

extension SelectionCriterion {
    /// What a programme asks of its proposals; the usual criteria until it names its own.
    public static func list(in programme: String, _ db: Connection) throws -> [SelectionCriterion] {
        let own: [String] = try db.rows(
            "SELECT text FROM selection_criterion WHERE programme_id = \(programme) ORDER BY position"
        ).map { try $0.get("text") }
        return own.isEmpty ? usual : own.map(SelectionCriterion.init)
    }

    static func replace(_ criteria: [String], in programme: String, _ db: Connection) throws {
        try db.execute("DELETE FROM selection_criterion WHERE programme_id = \(programme)")
        for (index, text) in criteria.enumerated() {
            try db.execute(
                """
                INSERT INTO selection_criterion (programme_id, position, text)
                VALUES (\(programme), \(Int64(index + 1)), \(text))
                """)
        }
    }
}

/// A goal or a field of action as forms offer it.
public struct MatterChoice: Equatable, Sendable {
    public let key: String
    public let title: String

    /// All public matters of a kind, in the order of their package.
    public static func list(_ kind: MatterKind, in programme: String, _ db: Connection) throws -> [MatterChoice] {
        try db.rows(
            """
            SELECT m.key, t.title FROM public_matter m JOIN matter_title t ON t.id = m.id
            WHERE m.programme_id = \(programme) AND m.kind = \(kind) ORDER BY m.position, m.id
            """
        ).map { MatterChoice(key: try $0.get("key"), title: try $0.get("title")) }
    }
}
