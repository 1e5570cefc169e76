// SPDX-License-Identifier: EUPL-1.2

import Storage

extension StatementAccess {
    public static func find(_ secret: Secret, in db: Connection) throws -> StatementAccess? {
        try db.row("\(selection) WHERE a.token_digest = \(secret.digest)").map(StatementAccess.init)
    }

    /// The ways in that were mailed for a consultation, the latest first.
    public static func list(of consultation: String, in db: Connection) throws -> [StatementAccess] {
        try db.rows("\(selection) WHERE a.consultation_id = \(consultation) ORDER BY a.created_at DESC, a.id")
            .map(StatementAccess.init)
    }

    /// Nobody who is only known by an address has an account; the journal knows them by an actor of their own.
    static func insert(
        _ rules: ConsultationRules, _ party: StatementParty, _ email: EmailAddress, language: String, secret: Secret,
        wave: InvitationWave?, until end: Moment, at now: Moment, in db: Connection
    ) throws {
        let actor = Digest.random(bytes: 16)
        try db.execute("INSERT INTO journal_actor (id, label) VALUES (\(actor), \(String?.none))")
        try db.execute(
            """
            INSERT INTO statement_access (id, programme_id, consultation_id, organisation_id, municipality_id, email,
                language, token_digest, actor_id, created_at, expires_at, wave)
            VALUES (\(Digest.random(bytes: 16)), \(rules.programme), \(rules.id), \(party.organisationID),
                \(party.municipalityID), \(email), \(language), \(secret.digest), \(actor), \(now.text), \(end.text),
                \(wave?.rawValue))
            """)
    }

    /// The addresses of somebody who leaves lead nowhere any more.
    static func erase(_ email: EmailAddress, at now: Moment, in db: Connection) throws {
        try db.execute(
            """
            UPDATE statement_access SET email = 'erased@invalid.example', ended_at = \(now.text)
            WHERE email = \(email)
            """)
        try PlannedInvitation.erase(email, in: db)
    }

    private static let selection: SQL = """
        SELECT a.id, a.consultation_id, a.organisation_id, a.municipality_id, COALESCE(o.name, k.name) AS name, a.email,
            a.language, a.actor_id, a.created_at, a.expires_at, a.ended_at, a.wave
        FROM statement_access a LEFT JOIN organisation o ON o.id = a.organisation_id
        LEFT JOIN municipality k ON k.id = a.municipality_id
        """

    private init(row: Row) throws {
        let organisation: String? = try row.get("organisation_id")
        let municipality: String? = try row.get("municipality_id")
        let ended: String? = try row.get("ended_at")
        id = try row.get("id")
        consultationID = try row.get("consultation_id")
        party = StatementParty(
            organisation == nil ? .municipality : .organisation, id: organisation ?? municipality ?? "",
            name: try row.get("name"))
        email = try row.get("email")
        language = try row.get("language")
        actor = try row.get("actor_id")
        createdAt = try row.moment("created_at")
        expiresAt = try row.moment("expires_at")
        isEnded = ended != nil
        let number: Int64? = try row.get("wave")
        wave = number.flatMap(InvitationWave.init)
    }
}

extension Row {
    /// A moment of a column that always has one.
    func moment(_ column: String) throws -> Moment {
        guard let moment = Moment(text: try get(column)) else { throw ValueFault("column \(column) is no moment") }
        return moment
    }
}

extension StatementParty {
    var organisationID: String? { kind == .organisation ? id : nil }
    var municipalityID: String? { kind == .municipality ? id : nil }
    var personID: String? { kind == .person ? id : nil }

    /// The organisations and municipalities for which a visitor speaks.
    static func represented(
        by visitor: Visitor, in programme: String, _ db: Connection
    ) throws -> [StatementParty] {
        let held = visitor.roles(in: programme).filter {
            [.organisationRepresentative, .municipalityDelegate].contains($0.role)
        }
        let ids = held.compactMap(\.matter)
        guard !ids.isEmpty else { return [] }
        let organisations = try db.rows(
            """
            SELECT x.id, x.name, x.sort_key FROM organisation x
            WHERE x.programme_id = \(programme) AND x.id IN \(list: ids) ORDER BY x.sort_key, x.id
            """)
        let municipalities = try db.rows(
            """
            SELECT x.id, x.name, x.sort_key FROM municipality x
            WHERE x.programme_id = \(programme) AND x.id IN \(list: ids) ORDER BY x.sort_key, x.id
            """)
        return try organisations.map { StatementParty(.organisation, id: try $0.get("id"), name: try $0.get("name")) }
            + municipalities.map { StatementParty(.municipality, id: try $0.get("id"), name: try $0.get("name")) }
    }

    /// The body that a name on an invitation means.
    static func find(named name: String, in programme: String, _ db: Connection) throws -> StatementParty? {
        let names = [name] + [administration(of: name)].compactMap { $0 }
        let organisation = try db.row(
            """
            SELECT id, name FROM organisation WHERE programme_id = \(programme) AND name IN \(list: names)
            ORDER BY id LIMIT 1
            """)
        if let organisation {
            return StatementParty(.organisation, id: try organisation.get("id"), name: try organisation.get("name"))
        }
        let bare = ranks.first { name.hasPrefix("\($0) ") }.map { String(name.dropFirst($0.count + 1)) } ?? name
        return try db.row(
            """
            SELECT id, name FROM municipality WHERE programme_id = \(programme) AND name IN \(list: [name, bare])
            ORDER BY id LIMIT 1
            """
        ).map { StatementParty(.municipality, id: try $0.get("id"), name: try $0.get("name")) }
    }
}
