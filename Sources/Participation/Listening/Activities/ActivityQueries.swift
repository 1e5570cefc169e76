// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Activity {
    /// Activities by their beginning, oldest first.
    public static func list(
        _ filter: Filter, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Activity> {
        let conditions = conditions(filter, in: programme)
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(joined) WHERE \(conditions)")
        let rows = try db.rows(
            """
            SELECT \(columns) FROM \(joined) WHERE \(conditions)
            ORDER BY CASE WHEN a.starts_on IS NULL THEN 1 ELSE 0 END, a.starts_on, m.number
            LIMIT \(page.size) OFFSET \(page.offset)
            """
        ).map(Activity.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    public static func find(number: Int64, in programme: String, _ db: Connection) throws -> Activity? {
        try db.row(
            "SELECT \(columns) FROM \(joined) WHERE m.programme_id = \(programme) AND m.number = \(number)"
        ).map(Activity.init)
    }

    private static let columns: SQL = """
        a.id, m.number, a.kind, a.title, a.stage, a.starts_on, a.ends_on, a.forum_id, a.audience, a.channel,
        a.use_of_input, a.feedback_to_participants, a.confidence, a.note
        """
    private static let joined: SQL = """
        activity a JOIN public_matter m ON m.id = a.id LEFT JOIN public_matter f ON f.id = a.forum_id
        """

    private static func conditions(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = ["m.programme_id = \(programme)"]
        if let kind = filter.kind { all.append("a.kind = \(kind)") }
        if let forum = filter.forum { all.append("f.number = \(forum)") }
        return all.joined(separator: " AND ")
    }

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        kind = try row.get("kind")
        title = try row.get("title")
        stage = try row.get("stage")
        startsOn = try PartialDate?(row: row, column: "starts_on")
        endsOn = try PartialDate?(row: row, column: "ends_on")
        forumID = try row.get("forum_id")
        audience = try row.get("audience")
        channel = try row.get("channel")
        useOfInput = try row.get("use_of_input")
        feedback = try row.get("feedback_to_participants")
        confidence = try row.get("confidence")
        note = try row.get("note")
    }
}

extension Offer {
    /// The offer of a public activity or consultation.
    public static func find(of matter: String, _ db: Connection) throws -> Offer {
        let options: [String] = try db.rows(
            "SELECT text FROM participation_offer WHERE matter_id = \(matter) ORDER BY position"
        ).map { try $0.get("text") }
        return Offer(options: options, figures: try CitedFigure.list(of: matter, db), results: try results(matter, db))
    }

    private static func results(_ matter: String, _ db: Connection) throws -> [PriorityResult] {
        let ranks = try db.rows(
            """
            SELECT r.priority_result_id, r.topic, r.forum_id, r.percent, r.votes
            FROM priority_rank r JOIN priority_result p ON p.id = r.priority_result_id
            WHERE p.matter_id = \(matter) ORDER BY p.position, r.position
            """)
        let turnout = try db.rows(
            """
            SELECT t.priority_result_id, t.municipality_id, y.name, y.population, t.ballots
            FROM priority_turnout t JOIN priority_result p ON p.id = t.priority_result_id
            LEFT JOIN municipality y ON y.id = t.municipality_id
            WHERE p.matter_id = \(matter) ORDER BY p.position, t.position
            """)
        let rows = try db.rows(
            "SELECT id, as_of, source_url, ballots FROM priority_result WHERE matter_id = \(matter) ORDER BY position")
        return try rows.map { row in
            let id: String = try row.get("id")
            return PriorityResult(
                id: id, asOf: try row.date("as_of"), sourceURL: try row.get("source_url"),
                ballots: try row.get("ballots"),
                ranks: try ranks.filter { try $0.get("priority_result_id") == id }.map(PriorityResult.Rank.init),
                turnout: try turnout.filter { try $0.get("priority_result_id") == id }.map(PriorityResult.Turnout.init))
        }
    }
}

extension PriorityResult.Rank {
    fileprivate init(row: Row) throws {
        self.init(
            topic: try row.get("topic"), forumID: try row.get("forum_id"), percent: try row.get("percent"),
            votes: try row.get("votes"))
    }
}

extension PriorityResult.Turnout {
    fileprivate init(row: Row) throws {
        self.init(
            municipalityID: try row.get("municipality_id"), name: try row.get("name"),
            ballots: try row.get("ballots"), population: try row.get("population"))
    }
}

extension CitedFigure {
    /// The official numbers that a source gives for a matter, in its order.
    public static func list(of matter: String, _ db: Connection) throws -> [CitedFigure] {
        try db.rows(
            """
            SELECT label, value, unit, as_of, qualifier, source_url FROM cited_figure
            WHERE matter_id = \(matter) ORDER BY position
            """
        ).map(CitedFigure.init)
    }

    private init(row: Row) throws {
        label = try row.get("label")
        value = try row.get("value")
        unit = try row.get("unit")
        asOf = try PartialDate?(row: row, column: "as_of")
        qualifier = try row.get("qualifier")
        sourceURL = try row.get("source_url")
    }
}
