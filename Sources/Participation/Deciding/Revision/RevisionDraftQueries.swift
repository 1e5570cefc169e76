// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RevisionDraft {
    /// What has been written so far; the paragraphs of the latest version before the first saving.
    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> RevisionDraft? {
        guard let target = try target(number, in: programme, db) else { return nil }
        let base = try Proposal.versions(of: target.id, db).last { $0.publishedOn != nil }
        let saved = try db.row(
            "SELECT base, revision FROM revision_draft WHERE proposal_id = \(target.id)")
        let isCurrent = try saved.map { try $0.get("base", as: Int64.self) == base?.number } ?? false
        return RevisionDraft(
            proposal: target, base: base, revision: try saved?.get("revision") ?? 0,
            paragraphs: isCurrent ? try paragraphs(of: target.id, base, db) : fresh(base),
            points: try points(on: target.id, db))
    }

    private static func fresh(_ base: Proposal.Version?) -> [Paragraph] {
        (base?.paragraphs ?? []).map {
            Paragraph(lineage: $0.lineage, label: $0.label, text: $0.text, isEditorial: false, causes: [])
        }
    }

    private static func target(_ number: Int64, in programme: String, _ db: Connection) throws -> Target? {
        try db.row(
            """
            SELECT v.id, m.number, v.title, v.state, v.ministry_id, v.cost_cents, gm.key AS goal, fm.key AS field,
                (SELECT f.text FROM proposal_fact f WHERE f.proposal_id = v.id AND f.aspect = 'indicators'
                    ORDER BY f.position LIMIT 1) AS indicators,
                (SELECT MIN(cm.number) FROM consultation_document d JOIN consultation c ON c.id = d.consultation_id
                    JOIN matter cm ON cm.id = c.id
                    WHERE d.proposal_id = v.id AND c.state = 'consultation.open') AS open_consultation,
                (SELECT COUNT(*) FROM decision_item i JOIN paper p ON p.id = i.paper_id
                    JOIN matter pm ON pm.id = p.id WHERE i.proposal_id = v.id AND pm.visible_from IS NULL
                        AND p.state IN ('paper.co_signing', 'paper.submitted', 'paper.on_agenda', 'paper.decided'))
                    AS papers
            FROM proposal v JOIN public_matter m ON m.id = v.id LEFT JOIN matter gm ON gm.id = v.goal_id
            LEFT JOIN matter fm ON fm.id = v.field_id
            WHERE m.programme_id = \(programme) AND m.number = \(number)
            """
        ).map { row in
            Target(
                id: try row.get("id"), number: try row.get("number"), title: try row.get("title"),
                state: try row.get("state"), ministryID: try row.get("ministry_id"),
                costCents: try row.get("cost_cents"), goal: try row.get("goal"), field: try row.get("field"),
                indicators: try row.get("indicators"), openConsultation: try row.get("open_consultation"),
                isInPaper: try row.get("papers", as: Int64.self) > 0)
        }
    }

    private static func paragraphs(
        of proposal: String, _ base: Proposal.Version?, _ db: Connection
    ) throws -> [Paragraph] {
        var causes: [String: [SynopsisPlace]] = [:]
        for row in try db.rows(
            """
            SELECT c.lineage, m.number AS statement, p.position FROM revision_cause c JOIN point p ON p.id = c.point_id
            JOIN matter m ON m.id = p.statement_id WHERE c.proposal_id = \(proposal) ORDER BY m.number, p.position
            """)
        {
            causes[try row.get("lineage"), default: []].append(
                SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")))
        }
        return try db.rows(
            """
            SELECT lineage, text, is_editorial FROM revision_paragraph
            WHERE proposal_id = \(proposal) ORDER BY position
            """
        ).map { row in
            let lineage: String = try row.get("lineage")
            return Paragraph(
                lineage: lineage, label: base?.paragraphs.first { $0.lineage == lineage }?.label ?? "",
                text: try row.get("text"), isEditorial: try row.get("is_editorial", as: Int64.self) == 1,
                causes: causes[lineage] ?? [])
        }
    }

    private static func points(on proposal: String, _ db: Connection) throws -> [Cause] {
        try db.rows(
            """
            SELECT p.id, pm.key, sm.number AS statement, p.position, cm.number AS consultation,
                COALESCE(o.name, k.name, s.author_label) AS sender, p.text, p.assessment, p.change_new, p.paragraph,
                p.state
            FROM point p JOIN matter pm ON pm.id = p.id JOIN statement s ON s.id = p.statement_id
            JOIN matter sm ON sm.id = s.id JOIN matter cm ON cm.id = s.consultation_id
            LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE p.proposal_id = \(proposal) AND p.outcome IN ('point.accepted', 'point.in_part')
                AND p.state NOT IN ('point.received', 'point.assigned')
                AND s.state IN ('statement.submitted', 'statement.amended')
            ORDER BY sm.number, p.position
            """
        ).map { row in
            Cause(
                id: try row.get("id"), key: try row.get("key"),
                place: SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")),
                consultation: try row.get("consultation"), sender: try row.get("sender"), text: try row.get("text"),
                assessment: try row.get("assessment"), changeNew: try row.get("change_new"),
                lineage: try row.get("paragraph"),
                isPublic: try row.get("state", as: PointState.self) == .published)
        }
    }

    /// Writes down what has been written so far.
    static func keep(
        _ paragraphs: [Paragraph], of draft: RevisionDraft, in programme: String, at now: Moment, _ db: Connection
    ) throws {
        let id = draft.proposal.id
        try discard(id, db)
        try db.execute(
            """
            INSERT INTO revision_draft (proposal_id, programme_id, base, revision, saved_at)
            VALUES (\(id), \(programme), \(draft.base?.number ?? 1), \(draft.revision + 1), \(now.text))
            """)
        let ids = Dictionary(draft.points.map { ($0.place, $0.id) }, uniquingKeysWith: { first, _ in first })
        for (index, paragraph) in paragraphs.enumerated() {
            try db.execute(
                """
                INSERT INTO revision_paragraph (proposal_id, position, lineage, text, is_editorial)
                VALUES (\(id), \(Int64(index + 1)), \(paragraph.lineage), \(paragraph.text),
                    \(Int64(paragraph.isEditorial ? 1 : 0)))
                """)
            for cause in paragraph.causes.compactMap({ ids[$0] }) {
                try db.execute(
                    """
                    INSERT INTO revision_cause (proposal_id, lineage, point_id)
                    VALUES (\(id), \(paragraph.lineage), \(cause))
                    """)
            }
        }
    }

    static func discard(_ proposal: String, _ db: Connection) throws {
        try db.execute("DELETE FROM revision_cause WHERE proposal_id = \(proposal)")
        try db.execute("DELETE FROM revision_paragraph WHERE proposal_id = \(proposal)")
        try db.execute("DELETE FROM revision_draft WHERE proposal_id = \(proposal)")
    }
}
