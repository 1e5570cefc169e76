// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PartialDate {
    /// For the comparison of stored dates with a day: `2024` counts from the last day of the year on, `2024-02` from
    /// the last of the month.
    fileprivate func isReached(by column: SQL) -> SQL {
        let cutoff = self == endOfMonth ? String(text.prefix(8)) + "31" : text
        return """
            \(column) || CASE length(\(column)) WHEN 4 THEN '-12-31' WHEN 7 THEN '-31' ELSE '' END <= \(cutoff)
            """
    }
}

/// The latest report about a project up to a day. Reports never change once they are released.
struct LatestReport {
    let asOf: PartialDate
    let light: TrafficLight?

    static func list(
        on day: PartialDate, asOf knowledge: Knowledge, in programme: String, _ db: Connection
    ) throws -> [String: LatestReport] {
        var latest: [String: LatestReport] = [:]
        try db.forEach(
            """
            SELECT r.project_id, r.as_of, r.light FROM report r JOIN public_matter m ON m.id = r.id
            WHERE m.programme_id = \(programme) AND m.visible_from <= \(knowledge.recordedAt.text)
                AND \(day.isReached(by: "r.as_of"))
            ORDER BY r.as_of, m.number
            """
        ) { row in
            latest[try row.get("project_id")] = LatestReport(
                asOf: try PartialDate(row: row, column: "as_of"), light: try row.get("light"))
        }
        return latest
    }
}

/// The sums of the ledger up to a day.
struct FundsOnDay {
    let sums: [Stocktaking.FundsStanding]
    let projects: Set<String>

    static func list(
        on day: PartialDate, asOf knowledge: Knowledge, in programme: String, _ db: Connection
    ) throws -> FundsOnDay {
        let isTouched = try knowledge.hasChanged(.funding, in: programme, db)
        let untouched: SQL = isTouched ? "AND \(knowledge.untouched("f.id"))" : ""
        var cents: [String: Int64] = [:]
        var projects: [String: Set<String>] = [:]
        try db.forEach(
            """
            SELECT f.project_id, f.basis, f.kind, CAST(SUM(f.amount_cents) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id
            WHERE m.programme_id = \(programme) AND \(day.isReached(by: "f.booked_on")) \(untouched)
            GROUP BY f.project_id, f.basis, f.kind
            """
        ) { row in
            let key = "\(try row.get("basis", as: String.self)) \(try row.get("kind", as: String.self))"
            cents[key, default: 0] += try row.get("cents", as: Int64.self)
            projects[key, default: []].insert(try row.get("project_id"))
        }
        if isTouched { try addTouched(day, knowledge, programme, db, &cents, &projects) }
        let sums = FundingBasis.allCases.flatMap { basis in
            FundingKind.allCases.compactMap { kind -> Stocktaking.FundsStanding? in
                let key = "\(basis.rawValue) \(kind.rawValue)"
                return cents[key].map {
                    Stocktaking.FundsStanding(
                        basis: basis, kind: kind, cents: $0, projects: Int64(projects[key]?.count ?? 0))
                }
            }
        }
        return FundsOnDay(sums: sums, projects: projects.values.reduce(into: []) { $0.formUnion($1) })
    }

    /// What has been recorded about since: as it was known then.
    private static func addTouched(
        _ day: PartialDate, _ knowledge: Knowledge, _ programme: String, _ db: Connection,
        _ cents: inout [String: Int64], _ projects: inout [String: Set<String>]
    ) throws {
        for known in try KnownRecord<FundingRecord>.list(in: programme, asOf: knowledge, onlyTouched: true, db) {
            let record = known.record
            guard record.bookedOn.lastDay <= day.lastDay, let project = record.project,
                let matter = try MatterRow.find(MatterReference(.project, project), of: programme, in: db)
            else { continue }
            let key = "\(record.basis.rawValue) \(record.fundingKind.rawValue)"
            cents[key, default: 0] += record.amountCents
            projects[key, default: []].insert(matter.id)
        }
    }
}

extension Stocktaking.DutyStandings {
    static func load(
        on day: PartialDate, asOf knowledge: Knowledge, in programme: String, _ db: Connection
    ) throws -> Stocktaking.DutyStandings {
        let isTouched = try knowledge.hasChanged(.duty, in: programme, db)
        let untouched: SQL = isTouched ? "AND \(knowledge.untouched("d.id"))" : ""
        let row = try db.row(
            """
            SELECT COUNT(*) AS due,
                CAST(SUM(CASE WHEN d.met_on <= \(day.text) THEN 1 ELSE 0 END) AS BIGINT) AS met,
                CAST(SUM(CASE WHEN d.met_on <= \(day.text) AND d.met_on <= d.due_on THEN 1 ELSE 0 END) AS BIGINT)
                    AS in_time
            FROM duty d JOIN public_matter m ON m.id = d.id
            WHERE m.programme_id = \(programme) AND d.is_owed_to_public = 1 AND d.due_on <= \(day.text)
                AND d.state IN ('duty.open', 'duty.met') \(untouched)
            """)
        var standings = Stocktaking.DutyStandings()
        standings.due = try row?.get("due") ?? 0
        standings.met = try row?.get("met", as: Int64?.self) ?? 0
        standings.inTime = try row?.get("in_time", as: Int64?.self) ?? 0
        if isTouched {
            for known in try KnownRecord<DutyRecord>.list(in: programme, asOf: knowledge, onlyTouched: true, db) {
                standings.add(known.record, on: day)
            }
        }
        standings.open = standings.due - standings.met
        return standings
    }

    private mutating func add(_ duty: DutyRecord, on day: PartialDate) {
        guard duty.dueOn <= day, duty.state == .open || duty.state == .met else { return }
        due += 1
        guard let metOn = duty.metOn, metOn <= day else { return }
        met += 1
        if metOn <= duty.dueOn { inTime += 1 }
    }
}

extension PublishedStocktaking {
    public static func list(in programme: String, _ db: Connection) throws -> [PublishedStocktaking] {
        try db.rows(
            """
            SELECT id, number, effective_on, known_at, journal_number, digest, published_at FROM stocktaking
            WHERE programme_id = \(programme) ORDER BY number DESC
            """
        ).map(PublishedStocktaking.init)
    }

    public static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> PublishedStocktaking? {
        try db.row(
            """
            SELECT id, number, effective_on, known_at, journal_number, digest, published_at FROM stocktaking
            WHERE programme_id = \(programme) AND number = \(number)
            """
        ).map(PublishedStocktaking.init)
    }

    /// The file as it was published.
    public func file(_ db: Connection) throws -> String? {
        try db.value("SELECT content FROM frozen_file WHERE digest = \(digest)")
    }

    static func insert(
        _ stocktaking: Stocktaking, file: String, in programme: String, at now: Moment, _ db: Connection
    ) throws -> PublishedStocktaking {
        let digest = Digest.make(file)
        let last: Int64? = try db.value("SELECT MAX(number) FROM stocktaking WHERE programme_id = \(programme)")
        let published = PublishedStocktaking(
            id: Digest.random(bytes: 16), number: (last ?? 0) + 1, day: stocktaking.day,
            knownAt: stocktaking.knowledge.recordedAt.text, journalNumber: stocktaking.knowledge.number,
            digest: digest, publishedAt: now.text)
        try db.execute(
            """
            INSERT INTO frozen_file (digest, media_type, content) VALUES (\(digest), 'text/html', \(file))
            ON CONFLICT (digest) DO NOTHING
            """)
        try db.execute(
            """
            INSERT INTO stocktaking (id, programme_id, number, effective_on, known_at, journal_number, digest,
                published_at)
            VALUES (\(published.id), \(programme), \(published.number), \(published.day.text), \(published.knownAt),
                \(published.journalNumber), \(digest), \(now.text))
            """)
        return published
    }

    private init(row: Row) throws {
        self.init(
            id: try row.get("id"), number: try row.get("number"),
            day: try PartialDate(row: row, column: "effective_on"),
            knownAt: try row.get("known_at"), journalNumber: try row.get("journal_number"),
            digest: try row.get("digest"), publishedAt: try row.get("published_at"))
    }
}
