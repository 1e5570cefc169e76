// SPDX-License-Identifier: EUPL-1.2

import Storage

extension WaveDays {
    public static func load(of consultation: String, _ db: Connection) throws -> WaveDays {
        var days: [InvitationWave: PartialDate] = [:]
        for row in try db.rows("SELECT wave, sends_on FROM consultation_wave WHERE consultation_id = \(consultation)") {
            guard let wave = InvitationWave(rawValue: try row.get("wave")) else { continue }
            days[wave] = try row.date("sends_on")
        }
        return WaveDays(days)
    }

    func store(for consultation: String, _ db: Connection) throws {
        try db.execute("DELETE FROM consultation_wave WHERE consultation_id = \(consultation)")
        for wave in InvitationWave.allCases {
            guard let day = days[wave] else { continue }
            try db.execute(
                """
                INSERT INTO consultation_wave (consultation_id, wave, sends_on)
                VALUES (\(consultation), \(wave.rawValue), \(day.text))
                """)
        }
    }
}

extension PlannedInvitation {
    /// The invitations of a consultation that have not gone out, by wave.
    public static func list(of consultation: String, _ db: Connection) throws -> [PlannedInvitation] {
        try db.rows(
            """
            SELECT i.id, i.consultation_id, i.name, i.email, i.language, i.wave FROM planned_invitation i
            WHERE i.consultation_id = \(consultation) ORDER BY i.wave, i.created_at, i.id
            """
        ).compactMap(PlannedInvitation.init)
    }

    static func count(of consultation: String, _ wave: InvitationWave, _ db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(*) FROM planned_invitation
            WHERE consultation_id = \(consultation) AND wave = \(wave.rawValue)
            """) ?? 0
    }

    /// The invitations whose day has come, of consultations that still take statements.
    static func due(on day: PartialDate, limit: Int64, _ db: Connection) throws -> [PlannedInvitation] {
        try db.rows(
            """
            SELECT i.id, i.consultation_id, i.name, i.email, i.language, i.wave FROM planned_invitation i
            JOIN consultation_wave w ON w.consultation_id = i.consultation_id AND w.wave = i.wave
            JOIN consultation c ON c.id = i.consultation_id
            WHERE w.sends_on <= \(day.text) AND c.state IN ('consultation.planned', 'consultation.open')
            ORDER BY i.wave, i.created_at, i.id LIMIT \(limit)
            """
        ).compactMap(PlannedInvitation.init)
    }

    /// The same address is not planned twice for the same body; the later wave holds.
    static func insert(
        _ name: String, _ email: EmailAddress, language: String, _ wave: InvitationWave, in rules: ConsultationRules,
        at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO planned_invitation (id, programme_id, consultation_id, name, email, language, wave, created_at)
            VALUES (\(Digest.random(bytes: 16)), \(rules.programme), \(rules.id), \(name), \(email), \(language),
                \(wave.rawValue), \(now.text))
            ON CONFLICT (consultation_id, name, email) DO UPDATE SET wave = excluded.wave
            """)
    }

    func delete(_ db: Connection) throws {
        try db.execute("DELETE FROM planned_invitation WHERE id = \(id)")
    }

    /// The addresses of somebody who leaves are written to no more.
    static func erase(_ email: EmailAddress, in db: Connection) throws {
        try db.execute("DELETE FROM planned_invitation WHERE email = \(email)")
    }

    private init?(row: Row) throws {
        guard let wave = InvitationWave(rawValue: try row.get("wave")) else { return nil }
        self.init(
            id: try row.get("id"), consultationID: try row.get("consultation_id"), name: try row.get("name"),
            email: try row.get("email"), language: try row.get("language"), wave: wave)
    }
}
