// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Programme {
    public static func find(_ id: String, in db: Connection) throws -> Programme? {
        try db.row(
            """
            SELECT p.id, p.title, p.subtitle, p.summary, p.region_name, p.responsible, p.attribution, p.starts_on,
                p.ends_on, p.note
            FROM programme p JOIN public_matter m ON m.id = p.id WHERE p.id = \(id)
            """
        ).map(Programme.init)
    }

    private init(row: Row) throws {
        id = try row.get("id")
        title = try row.get("title")
        subtitle = try row.get("subtitle")
        summary = try row.get("summary")
        regionName = try row.get("region_name")
        responsible = try row.get("responsible")
        attribution = try row.get("attribution")
        startsOn = try row.date("starts_on")
        endsOn = try row.date("ends_on")
        note = try row.get("note")
    }
}

extension Phase {
    /// All phases in the order of the package.
    public static func list(in programme: String, _ db: Connection) throws -> [Phase] {
        let rows = try db.rows(
            """
            SELECT x.id, m.key, x.kind, x.name, x.description, x.starts_on, x.ends_on
            FROM phase x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY m.position, x.id
            """)
        let openings = try db.texts(
            """
            SELECT phase_id AS owner, text FROM phase_opening
            WHERE phase_id IN \(list: try rows.map { try $0.get("id", as: String.self) }) ORDER BY phase_id, position
            """)
        return try rows.map { row in
            let id: String = try row.get("id")
            return Phase(
                id: id, key: try row.get("key"), kind: try row.get("kind"), name: try row.get("name"),
                description: try row.get("description"), startsOn: try row.date("starts_on"),
                endsOn: try row.date("ends_on"), openings: openings[id] ?? [])
        }
    }
}

extension Pillar {
    /// All pillars in their own order.
    public static func list(in programme: String, _ db: Connection) throws -> [Pillar] {
        let rows = try db.rows(
            """
            SELECT x.id, m.key, x.name, x.description, x.who_proposes, x.who_decides, x.official_total, x.confidence,
                x.note
            FROM pillar x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.rank, x.id
            """)
        let criteria = try db.texts(
            """
            SELECT pillar_id AS owner, text FROM pillar_criterion
            WHERE pillar_id IN \(list: try rows.map { try $0.get("id", as: String.self) })
            ORDER BY pillar_id, position
            """)
        return try rows.map { row in
            let id: String = try row.get("id")
            return Pillar(
                id: id, key: try row.get("key"), name: try row.get("name"), description: try row.get("description"),
                whoProposes: try row.get("who_proposes"), whoDecides: try row.get("who_decides"),
                criteria: criteria[id] ?? [], officialTotal: try row.get("official_total"),
                confidence: try row.get("confidence"), note: try row.get("note"))
        }
    }
}

extension Board {
    /// All boards in the order of the package, each with its public sittings by date.
    public static func list(in programme: String, _ db: Connection) throws -> [Board] {
        var decisions: [String: [MatterSummary]] = [:]
        for row in try db.rows(
            """
            SELECT d.sitting_id, m.id, m.kind, m.key, m.number, d.title, NULL AS state, d.outcome, NULL AS dated_on
            FROM decision d JOIN public_matter m ON m.id = d.id
            WHERE m.programme_id = \(programme) ORDER BY m.number, d.id
            """)
        {
            decisions[try row.get("sitting_id"), default: []].append(try MatterSummary(row: row))
        }
        let sittings = try db.rows(
            """
            SELECT x.id, x.board_id, m.number, x.held_on, x.place, x.note
            FROM sitting x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY x.held_on, m.number
            """
        ).map { row in
            let id: String = try row.get("id")
            return (
                board: try row.get("board_id", as: String.self),
                sitting: Sitting(
                    number: try row.get("number"), heldOn: try row.date("held_on"), place: try row.get("place"),
                    note: try row.get("note"), decisions: decisions[id] ?? [])
            )
        }
        return try db.rows(
            """
            SELECT x.id, x.name, x.description FROM board x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY m.position, x.id
            """
        ).map { row in
            let id: String = try row.get("id")
            return Board(
                id: id, name: try row.get("name"), description: try row.get("description"),
                sittings: sittings.filter { $0.board == id }.map(\.sitting))
        }
    }
}

extension Lesson {
    /// All lessons in the order of the package.
    public static func list(in programme: String, _ db: Connection) throws -> [Lesson] {
        try db.rows(
            """
            SELECT x.id, x.topic, x.finding, x.raised_by, x.dated_on, x.software_need, x.confidence
            FROM lesson x JOIN public_matter m ON m.id = x.id AND m.kind = 'lesson'
            WHERE m.programme_id = \(programme) ORDER BY m.position, x.id
            """
        ).map { row in
            Lesson(
                id: try row.get("id"), topic: try row.get("topic"), finding: try row.get("finding"),
                raisedBy: try row.get("raised_by"), datedOn: try row.date("dated_on"),
                consequence: try row.get("software_need"), confidence: try row.get("confidence"))
        }
    }
}
