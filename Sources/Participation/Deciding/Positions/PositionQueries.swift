// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MunicipalPosition {
    /// By municipality, then proposal.
    ///
    /// - Parameter publicOnly: what everybody may read
    public static func list(
        of consultation: String, publicOnly: Bool, _ db: Connection
    ) throws -> [MunicipalPosition] {
        let visible: SQL = publicOnly ? "EXISTS (SELECT 1 FROM public_matter x WHERE x.id = s.id)" : "1 = 1"
        let text: SQL = publicOnly ? "COALESCE(p.public_text, p.text)" : "p.text"
        return try db.rows(
            """
            SELECT COALESCE(k.id, o.id) AS id, k.ags, COALESCE(k.name, o.name) AS name, vm.number AS proposal, p.stance,
                \(text) AS text, sm.number AS statement, p.position, s.may_publish
            FROM statement s JOIN matter sm ON sm.id = s.id JOIN point p ON p.statement_id = s.id
            LEFT JOIN municipality k ON k.id = s.municipality_id LEFT JOIN organisation o ON o.id = s.organisation_id
            JOIN matter vm ON vm.id = p.proposal_id
            WHERE s.consultation_id = \(consultation) AND p.stance IS NOT NULL
                AND s.state IN ('statement.submitted', 'statement.amended') AND \(visible)
            ORDER BY CASE WHEN k.id IS NULL THEN 1 ELSE 0 END, k.sort_key, sm.number, vm.number, p.position
            """
        ).map { row in
            let mayPublish: Bool? = try row.get("may_publish")
            let ags: String? = try row.get("ags")
            return MunicipalPosition(
                party: StatementParty(
                    ags == nil ? .organisation : .municipality, id: try row.get("id"), name: try row.get("name")),
                ags: ags,
                proposal: try row.get("proposal"), stance: try row.get("stance"), text: try row.get("text"),
                place: SynopsisPlace(statement: try row.get("statement"), position: try row.get("position")),
                mayPublish: mayPublish ?? false)
        }
    }

    /// The statement that takes up what a municipality or district says in the conference.
    static func statement(of party: String, in consultation: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT id FROM statement WHERE consultation_id = \(consultation)
                AND (municipality_id = \(party) OR organisation_id = \(party)) AND channel = 'conference'
            ORDER BY id LIMIT 1
            """)
    }
}
