// SPDX-License-Identifier: EUPL-1.2

import Storage

extension NoticeEvent {
    func insert(in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO notice_event (id, programme_id, matter_id, kind, occurred_at)
            VALUES (\(id), \(programme), \(matter), \(kind), \(occurredAt))
            """)
    }

    /// A notice for each follower who has none of this event yet, in one statement for hundreds of matters, however
    /// many follow them. Those without an address, and those who want no mails, find it on their own page alone.
    func tell(followersOf matters: [String], but actor: String?, onlyAuthors: Bool, in db: Connection) throws {
        let authors: SQL =
            onlyAuthors
            ? """
            AND EXISTS (SELECT 1 FROM contribution_author a
                WHERE a.matter_id = f.matter_id AND a.person_id = f.person_id)
            """ : ""
        for start in stride(from: 0, to: matters.count, by: Self.mattersAtOnce) {
            let some = Array(matters[start..<min(start + Self.mattersAtOnce, matters.count)])
            try db.execute(
                """
                INSERT INTO notice (event_id, person_id, programme_id, followed_id, occurred_at, awaits_mail)
                SELECT \(id), f.person_id, \(programme), MIN(f.matter_id), \(occurredAt),
                    CAST(MAX(CASE WHEN p.email IS NULL OR s.delivery = 'none' THEN 0 ELSE 1 END) AS BIGINT)
                FROM follow f JOIN person p ON p.id = f.person_id
                LEFT JOIN notice_setting s ON s.person_id = f.person_id
                WHERE f.matter_id IN \(list: some) AND p.erased_at IS NULL
                    AND p.id <> \(actor ?? "") AND COALESCE(p.actor_id, '') <> \(actor ?? "-")
                    AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.event_id = \(id) AND n.person_id = f.person_id)
                    \(authors)
                GROUP BY f.person_id
                """)
        }
    }

    private static let mattersAtOnce = 500

    /// What nobody was told of need not be kept.
    func removeIfNobodyWasTold(in db: Connection) throws {
        try db.execute(
            """
            DELETE FROM notice_event
            WHERE id = \(id) AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.event_id = \(id))
            """)
    }
}

extension NoticeOrigin {
    /// The public matters that these came from, one step back.
    static func list(of matters: [String], in programme: String, _ db: Connection) throws -> [NoticeOrigin] {
        var origins: [NoticeOrigin] = []
        for start in stride(from: 0, to: matters.count, by: 500) {
            let some = Array(matters[start..<min(start + 500, matters.count)])
            origins += try db.rows(
                """
                SELECT DISTINCT m.id, m.kind FROM (
                    SELECT from_id, to_id, kind FROM thread_edge WHERE to_id IN \(list: some) AND kind <> 'related'
                ) e JOIN public_matter m ON m.id = e.from_id
                WHERE m.programme_id = \(programme) ORDER BY m.id
                """
            ).map { NoticeOrigin(id: try $0.get("id"), kind: try $0.get("kind")) }
        }
        return origins
    }
}
