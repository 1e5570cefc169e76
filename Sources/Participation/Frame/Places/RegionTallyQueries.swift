// SPDX-License-Identifier: EUPL-1.2

import Storage

extension RegionTally {
    /// Twelve statements, however many places and projects there are; kept until the journal has gone on.
    /// - Parameter towns: all municipalities of the programme
    public static func load(
        for towns: [MappedMunicipality], in programme: String, _ db: Connection
    ) throws -> RegionTally {
        try db.counted("region", in: programme) {
            RegionTally(try RegionFacts.load(for: towns, in: programme, db), towns: towns.map(\.id))
        }
    }
}

extension RegionFacts {
    fileprivate static func load(
        for towns: [MappedMunicipality], in programme: String, _ db: Connection
    ) throws -> RegionFacts {
        var facts = RegionFacts()
        facts.projects = try projects(in: programme, db)
        try facts.readPlaces(in: programme, db)
        facts.links = try links(in: programme, db)
        facts.applications = try applications(in: programme, db)
        try facts.readRoles(in: programme, db)
        for (stage, kinds) in [
            (RegionStage.proposal, [FundingKind.applied]), (.decision, [.approved]), (.today, [.paid, .returned]),
        ] {
            facts.funds[stage] = try funds(kinds, in: programme, db)
        }
        let names = Dictionary(towns.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        facts.events = try events(names, in: programme, db)
        facts.participation = try ideas(in: programme, db) + attendances(in: programme, db)
        facts.ends = try ends(in: programme, db)
        return facts
    }

    private static func projects(in programme: String, _ db: Connection) throws -> [Project] {
        try db.rows(
            """
            SELECT x.id, CASE WHEN x.state = 'project.discontinued' THEN 1 ELSE 0 END AS is_discontinued,
                CASE WHEN x.ministry_id IS NULL THEN 0 ELSE 1 END AS has_ministry
            FROM project x JOIN public_matter m ON m.id = x.id WHERE m.programme_id = \(programme) ORDER BY x.id
            """
        ).map {
            Project(
                id: try $0.get("id"), isDiscontinued: try $0.get("is_discontinued"),
                hasMinistry: try $0.get("has_ministry"))
        }
    }

    private mutating func readPlaces(in programme: String, _ db: Connection) throws {
        try db.forEach(
            """
            SELECT l.project_id, l.municipality_id FROM project_municipality l
            JOIN public_matter m ON m.id = l.project_id
            WHERE m.programme_id = \(programme)
            """
        ) { places[try $0.get("project_id"), default: []].append(try $0.get("municipality_id")) }
        try db.forEach(
            """
            SELECT l.to_id, i.municipality_id FROM thread_link l JOIN public_matter m ON m.id = l.id
            JOIN public_matter t ON t.id = l.to_id JOIN idea i ON i.id = l.from_id JOIN public_matter f ON f.id = i.id
            WHERE l.programme_id = \(programme) AND l.kind = 'taken_up_in' AND i.municipality_id IS NOT NULL
            GROUP BY l.to_id, i.municipality_id
            """
        ) { origins[try $0.get("to_id"), default: []].append(try $0.get("municipality_id")) }
    }

    private static func links(in programme: String, _ db: Connection) throws -> [Link] {
        try db.rows(
            """
            SELECT l.from_id, l.to_id, l.kind FROM thread_link l JOIN public_matter m ON m.id = l.id
            JOIN public_matter f ON f.id = l.from_id JOIN public_matter t ON t.id = l.to_id
            WHERE l.programme_id = \(programme) AND l.kind IN ('decided_by', 'led_to', 'accepted_as') ORDER BY l.id
            """
        ).map { Link(from: try $0.get("from_id"), to: try $0.get("to_id"), kind: try $0.get("kind")) }
    }

    private static func applications(in programme: String, _ db: Connection) throws -> [Application] {
        try db.rows(
            """
            SELECT x.id, o.municipality_id FROM application x JOIN public_matter m ON m.id = x.id
            JOIN organisation o ON o.id = x.organisation_id
            WHERE m.programme_id = \(programme) AND x.state <> 'application.draft' ORDER BY x.id
            """
        ).map { Application(id: try $0.get("id"), seat: try $0.get("municipality_id")) }
    }

    /// A body that is named like a partner of the programme is that partner.
    private mutating func readRoles(in programme: String, _ db: Connection) throws {
        roles = try db.rows(
            """
            SELECT r.project_id, r.role, o.municipality_id FROM project_partner_role r
            JOIN public_matter m ON m.id = r.project_id
            LEFT JOIN organisation o ON o.programme_id = m.programme_id AND o.name = r.name
            WHERE m.programme_id = \(programme) ORDER BY r.project_id, r.position
            """
        ).map { (try $0.get("project_id"), try $0.get("role"), try $0.get("municipality_id")) }
    }

    /// State funds of projects that name one place and no other; what was returned is taken off.
    private static func funds(
        _ kinds: [FundingKind], in programme: String, _ db: Connection
    ) throws -> [String: Int64] {
        let rows = try db.rows(
            """
            SELECT l.municipality_id AS place,
                CAST(SUM(CASE WHEN f.kind = 'returned' THEN -f.amount_cents ELSE f.amount_cents END) AS BIGINT) AS cents
            FROM funding f JOIN public_matter m ON m.id = f.id
            JOIN project x ON x.id = f.project_id JOIN public_matter p ON p.id = x.id
            JOIN project_municipality l ON l.project_id = x.id
            WHERE m.programme_id = \(programme) AND f.kind IN \(list: kinds.map(\.rawValue))
                AND f.basis = 'state_share' AND x.is_region_wide = 0
                AND (SELECT COUNT(*) FROM project_municipality o WHERE o.project_id = x.id) = 1
            GROUP BY l.municipality_id ORDER BY l.municipality_id
            """)
        return Dictionary(
            try rows.map { (try $0.get("place", as: String.self), try $0.get("cents", as: Int64.self)) },
            uniquingKeysWith: +)
    }

    /// The places of events are written as "Essen, Zollverein": what stands before the comma must be the whole name.
    private static func events(
        _ names: [String: String], in programme: String, _ db: Connection
    ) throws -> [Dated] {
        try db.rows(
            """
            SELECT x.place, x.held_on, COUNT(*) AS events FROM event x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.state <> 'event.cancelled' AND x.place IS NOT NULL
            GROUP BY x.place, x.held_on ORDER BY x.place, x.held_on
            """
        ).compactMap { row in
            let place: String = try row.get("place")
            return try names[String(place.prefix { $0 != "," })].map {
                Dated(place: $0, day: try row.date("held_on"), number: try row.get("events"))
            }
        }
    }

    private static func ideas(in programme: String, _ db: Connection) throws -> [Dated] {
        try db.rows(
            """
            SELECT x.municipality_id AS place, x.submitted_on, COUNT(*) AS ideas
            FROM idea x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND x.municipality_id IS NOT NULL
            GROUP BY x.municipality_id, x.submitted_on
            """
        ).map { Dated(place: try $0.get("place"), day: try $0.date("submitted_on"), number: try $0.get("ideas")) }
    }

    private static func attendances(in programme: String, _ db: Connection) throws -> [Dated] {
        try db.rows(
            """
            SELECT o.municipality_id AS place, x.held_on, CAST(SUM(o.participants) AS BIGINT) AS people
            FROM event_origin o JOIN event x ON x.id = o.event_id JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND o.municipality_id IS NOT NULL
            GROUP BY o.municipality_id, x.held_on
            """
        ).map { Dated(place: try $0.get("place"), day: try $0.date("held_on"), number: try $0.get("people")) }
    }

    /// The ends of the first phase of each kind; a programme may have more than one round.
    private static func ends(in programme: String, _ db: Connection) throws -> [RegionStage: PartialDate] {
        let stages: [String: RegionStage] = ["listening": .proposal, "deciding": .decision]
        var ends: [RegionStage: PartialDate?] = [:]
        try db.forEach(
            """
            SELECT x.kind, x.ends_on FROM phase x JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) ORDER BY COALESCE(x.starts_on, '9999'), m.position
            """
        ) { row in
            guard let stage = stages[try row.get("kind")], ends[stage] == nil else { return }
            ends.updateValue(try row.date("ends_on"), forKey: stage)
        }
        return ends.compactMapValues { $0 }
    }
}
