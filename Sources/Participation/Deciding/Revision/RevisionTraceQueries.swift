// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RevisionTrace {
    /// The causes of all changes of a proposal, as far as the public may know them: a point whose answer is not public
    /// yet is not named.
    public static func list(of proposal: String, _ db: Connection) throws -> [RevisionTrace] {
        try db.rows(
            """
            SELECT n.number AS version, c.lineage, c.point_id, sm.number AS statement, p.position,
                COALESCE(o.name, k.name, s.author_label) AS sender
            FROM paragraph_change c JOIN proposal_version n ON n.id = c.proposal_version_id
            LEFT JOIN point p ON p.id = c.point_id AND p.state = 'point.published'
            LEFT JOIN public_matter pm ON pm.id = p.id
            LEFT JOIN statement s ON s.id = p.statement_id AND pm.id IS NOT NULL
            LEFT JOIN public_matter sm ON sm.id = s.id
            LEFT JOIN organisation o ON o.id = s.organisation_id LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE n.proposal_id = \(proposal) AND (c.point_id IS NULL OR sm.id IS NOT NULL)
            ORDER BY n.number, c.position
            """
        ).map { row in
            let point: String? = try row.get("point_id")
            return RevisionTrace(
                version: try row.get("version"), lineage: try row.get("lineage"),
                cause: try point.map { _ in
                    Cause(
                        place: SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")),
                        sender: try row.get("sender"))
                })
        }
    }
}

extension RevisionTrace {
    /// The causes in a programme that is taken out; the versions follow.
    static func deleteAll(of programme: String, in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM paragraph_change WHERE proposal_version_id IN (SELECT n.id FROM proposal_version n
                JOIN proposal v ON v.id = n.proposal_id WHERE v.programme_id = \(programme))
            """)
    }
}

extension PointChange {
    /// The changes that a point, or one whose answer it has, has caused.
    public static func list(of point: String, _ db: Connection) throws -> [PointChange] {
        try db.rows(
            """
            SELECT DISTINCT m.number AS proposal, n.number AS version, c.lineage
            FROM paragraph_change c JOIN proposal_version n ON n.id = c.proposal_version_id
            JOIN public_matter m ON m.id = n.proposal_id
            WHERE c.point_id = \(point)
                OR c.point_id = (SELECT p.answered_with_id FROM point p WHERE p.id = \(point))
            ORDER BY m.number, n.number, c.lineage
            """
        ).map {
            PointChange(
                proposal: try $0.get("proposal"), version: try $0.get("version"), lineage: try $0.get("lineage"))
        }
    }
}

extension RevisionFault {
    /// Everything that does not fit together, by proposal; two statements.
    public static func list(in programme: String, _ db: Connection) throws -> [RevisionFault] {
        let points = try db.rows(
            """
            SELECT m.number AS proposal, v.title, sm.number AS statement, p.position, cm.number AS consultation
            FROM point p JOIN proposal v ON v.id = p.proposal_id JOIN public_matter m ON m.id = v.id
            JOIN statement s ON s.id = p.statement_id JOIN matter sm ON sm.id = s.id
            JOIN matter cm ON cm.id = s.consultation_id
            WHERE p.programme_id = \(programme) AND p.outcome IN ('point.accepted', 'point.in_part')
                AND p.state IN ('point.released', 'point.published') AND p.answered_with_id IS NULL
                AND v.state NOT IN ('proposal.decided', 'proposal.withdrawn')
                AND NOT EXISTS (SELECT 1 FROM paragraph_change c WHERE c.point_id = p.id)
            ORDER BY m.number, sm.number, p.position
            """
        ).map { row in
            RevisionFault(
                proposal: try row.get("proposal"), title: try row.get("title"),
                kind: .pointWithoutChange(
                    SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")),
                    consultation: try row.get("consultation")))
        }
        let changes = try db.rows(
            """
            SELECT m.number AS proposal, v.title, n.number AS version, a.label
            FROM proposal v JOIN public_matter m ON m.id = v.id JOIN proposal_version n ON n.proposal_id = v.id
            JOIN proposal_version o ON o.proposal_id = v.id AND o.number = n.number - 1
            JOIN paragraph a ON a.proposal_version_id = n.id
            LEFT JOIN paragraph b ON b.proposal_version_id = o.id AND b.lineage = a.lineage
            WHERE m.programme_id = \(programme) AND v.state NOT IN ('proposal.decided', 'proposal.withdrawn')
                AND (b.text IS NULL OR b.text <> a.text) AND NOT EXISTS (SELECT 1 FROM paragraph_change c
                    WHERE c.proposal_version_id = n.id AND c.lineage = a.lineage)
            ORDER BY m.number, n.number, a.position
            """
        ).map { row in
            RevisionFault(
                proposal: try row.get("proposal"), title: try row.get("title"),
                kind: .changeWithoutCause(version: try row.get("version"), paragraph: try row.get("label")))
        }
        return (points + changes).enumerated().sorted {
            ($0.element.proposal, $0.offset) < ($1.element.proposal, $1.offset)
        }.map(\.element)
    }
}
