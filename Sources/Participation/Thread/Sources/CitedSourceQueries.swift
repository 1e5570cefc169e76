// SPDX-License-Identifier: EUPL-1.2

import Storage

extension CitedSource {
    public static func list(
        by order: Order = .citations, in programme: String, page: ListPage, _ db: Connection
    ) throws -> [CitedSource] {
        try db.counted("sources by \(order.rawValue) \(page.size) \(page.number)", in: programme) {
            try read(order, page, in: programme, db)
        }
    }

    private static func read(
        _ order: Order, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> [CitedSource] {
        let columns: SQL = order == .citations ? "citations DESC, s.url" : "s.url"
        let rows = try db.rows(
            """
            SELECT s.url, COUNT(*) AS citations FROM \(citations(programme)) s
            GROUP BY s.url ORDER BY \(columns) LIMIT \(page.size) OFFSET \(page.size * (page.number - 1))
            """)
        let matters = try matters(citing: try rows.map { try $0.get("url") }, programme, db)
        return try rows.map { row in
            let url: String = try row.get("url")
            return CitedSource(url: url, citations: try row.get("citations"), matters: matters[url] ?? [])
        }
    }

    /// How many different sources there are.
    public static func count(in programme: String, _ db: Connection) throws -> Int64 {
        try db.counted("sources", in: programme) {
            try db.value("SELECT COUNT(DISTINCT s.url) FROM \(citations(programme)) s") ?? 0
        }
    }

    private static func matters(
        citing urls: [String], _ programme: String, _ db: Connection
    ) throws -> [String: [MatterSummary]] {
        let rows = try db.rows(
            """
            SELECT r.url, r.id FROM (SELECT s.url, m.id,
                    ROW_NUMBER() OVER (PARTITION BY s.url ORDER BY k.position, m.number, m.position, m.id) AS place
                FROM \(citations(programme)) s JOIN public_matter m ON m.id = s.matter_id
                JOIN matter_kind k ON k.key = m.kind WHERE s.url IN \(list: urls)) r
            WHERE r.place <= \(mattersShown) ORDER BY r.url, r.place
            """)
        let ids: [String] = try rows.map { try $0.get("id") }
        var known: [String: MatterSummary] = [:]
        for matter in try MatterSummary.list(ids, in: programme, db) { known[matter.id] = matter }
        var matters: [String: [MatterSummary]] = [:]
        for row in rows {
            if let matter = known[try row.get("id")] { matters[try row.get("url"), default: []].append(matter) }
        }
        return matters
    }

    /// Which public matter cites which address, each pair once.
    private static func citations(_ programme: String) -> SQL {
        """
        (SELECT c.matter_id, c.url FROM source c CROSS JOIN public_matter p
            WHERE p.id = c.matter_id AND p.programme_id = \(programme)
        UNION SELECT i.id, i.source_url FROM indicator i JOIN public_matter p ON p.id = i.id
            WHERE p.programme_id = \(programme) AND i.source_url IS NOT NULL
        UNION SELECT f.matter_id, f.source_url FROM cited_figure f JOIN public_matter p ON p.id = f.matter_id
            WHERE p.programme_id = \(programme) AND f.source_url IS NOT NULL)
        """
    }
}

extension Source {
    /// The sources of several matters, each in order; one statement for a whole page.
    public static func lists(of matters: [String], in db: Connection) throws -> [String: [Source]] {
        var sources: [String: [Source]] = [:]
        for row in try db.rows(
            "SELECT matter_id, url FROM source WHERE matter_id IN \(list: matters) ORDER BY matter_id, position")
        {
            sources[try row.get("matter_id"), default: []].append(Source(url: try row.get("url")))
        }
        return sources
    }
}
