// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Sitting {
    /// All public sittings, newest first.
    public static func list(in programme: String, _ db: Connection) throws -> [Sitting] {
        try db.rows(
            """
            SELECT s.id, s.board_id, bm.key AS board_key, b.name AS board, s.held_on, s.place, s.note
            FROM sitting s JOIN public_matter m ON m.id = s.id JOIN board b ON b.id = s.board_id
            JOIN public_matter bm ON bm.id = b.id
            WHERE m.programme_id = \(programme) ORDER BY s.held_on DESC, s.id
            """
        ).map { try Sitting(row: $0, id: "id", note: "note") }
    }

    /// The sittings that no public decision comes from.
    public static func withoutDecision(in programme: String, _ db: Connection) throws -> Set<String> {
        Set(
            try db.rows(
                """
                SELECT s.id FROM sitting s JOIN public_matter m ON m.id = s.id WHERE m.programme_id = \(programme)
                    AND NOT EXISTS (
                        SELECT 1 FROM decision d JOIN public_matter dm ON dm.id = d.id WHERE d.sitting_id = s.id)
                """
            ).map { try $0.get("id") })
    }

    /// The agendas of these sittings.
    public static func agenda(of sittings: [String], _ db: Connection) throws -> [AgendaEntry] {
        try db.rows(
            """
            SELECT a.sitting_id, a.label, a.title FROM agenda_item a JOIN public_matter m ON m.id = a.sitting_id
            WHERE a.sitting_id IN \(list: sittings) ORDER BY a.sitting_id, a.position
            """
        ).map { row in
            AgendaEntry(sittingID: try row.get("sitting_id"), label: try row.get("label"), title: try row.get("title"))
        }
    }

    init(row: Row, id: String, note: String) throws {
        self.id = try row.get(id)
        boardID = try row.get("board_id")
        boardKey = try row.get("board_key")
        board = try row.get("board")
        heldOn = try PartialDate(row: row, column: "held_on")
        place = try row.get("place")
        self.note = try row.get(note)
    }
}

extension Paper {
    /// A paper, once it is public.
    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> Paper? {
        let found = try db.row(
            """
            SELECT p.id, m.number, p.title, p.file_number, p.ministry_id, p.state, p.submitted_on, p.summary
            FROM paper p JOIN public_matter m ON m.id = p.id
            WHERE m.programme_id = \(programme) AND p.id = \(id)
            """)
        return try found.map { row in
            Paper(
                id: id, number: try row.get("number"), title: try row.get("title"),
                fileNumber: try row.get("file_number"), ministryID: try row.get("ministry_id"),
                state: try row.get("state"), submittedOn: try PartialDate?(row: row, column: "submitted_on"),
                summary: try row.get("summary"), entries: try entries(of: id, db),
                signatures: try signatures(of: id, db))
        }
    }

    private static func entries(of paper: String, _ db: Connection) throws -> [Entry] {
        try db.rows(
            "SELECT label, title, proposal_id, version FROM decision_item WHERE paper_id = \(paper) ORDER BY position"
        ).map { row in
            Entry(
                label: try row.get("label"), title: try row.get("title"), proposalID: try row.get("proposal_id"),
                version: try row.get("version"))
        }
    }

    private static func signatures(of paper: String, _ db: Connection) throws -> [Signature] {
        try db.rows(
            "SELECT ministry_id, state, signed_on, note FROM co_signature WHERE paper_id = \(paper) ORDER BY position"
        ).map { row in
            Signature(
                ministryID: try row.get("ministry_id"), state: try row.get("state"),
                signedOn: try PartialDate?(row: row, column: "signed_on"), note: try row.get("note"))
        }
    }
}
