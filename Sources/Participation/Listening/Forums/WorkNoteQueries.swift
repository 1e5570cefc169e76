// SPDX-License-Identifier: EUPL-1.2

import Storage

extension WorkNote {
    public static func list(onIdea idea: String, in db: Connection) throws -> [WorkNote] {
        try list("n.idea_id = \(idea)", in: db)
    }

    public static func list(onDraft draft: String, in db: Connection) throws -> [WorkNote] {
        try list("n.proposal_draft_id = \(draft)", in: db)
    }

    static func insert(
        _ text: String, onIdea idea: String?, draft: String?, by person: String, at now: Moment,
        in programme: String, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO work_note (id, programme_id, idea_id, proposal_draft_id, person_id, text, written_at)
            VALUES (\(Digest.random(bytes: 16)), \(programme), \(idea), \(draft), \(person), \(text), \(now.text))
            """)
    }

    private static func list(_ condition: SQL, in db: Connection) throws -> [WorkNote] {
        try db.rows(
            """
            SELECT n.text, p.display_name, n.written_at FROM work_note n JOIN person p ON p.id = n.person_id
            WHERE \(condition) ORDER BY n.written_at, n.id
            """
        ).map {
            WorkNote(
                text: try $0.get("text"), author: try $0.get("display_name"), writtenAt: try $0.get("written_at"))
        }
    }
}

extension PersonalData {
    static func workNotes(of person: String, in db: Connection) throws -> Table {
        try table(
            "work_notes", ["text", "written_at"],
            "SELECT text, written_at FROM work_note WHERE person_id = \(person) ORDER BY written_at, id", in: db)
    }
}
