// SPDX-License-Identifier: EUPL-1.2

import Storage

extension ConsultationRules {
    /// Deadlines of open consultations that come within some days and that nobody was reminded of.
    static func awaitingReminder(
        on day: PartialDate, withinDays days: Int, _ db: Connection
    ) throws -> [(consultation: String, endsOn: PartialDate)] {
        let last = PartialDate(day: day.firstDay + days)
        return try db.rows(
            """
            SELECT d.id, d.ends_on FROM (
                SELECT c.id, c.ends_on FROM consultation c WHERE c.state = 'consultation.open'
                UNION
                SELECT c.id, x.ends_on FROM consultation c JOIN consultation_extension x ON x.consultation_id = c.id
                WHERE c.state = 'consultation.open') d
            WHERE d.ends_on >= \(day.text) AND d.ends_on <= \(last.text) AND LENGTH(d.ends_on) = 10
                AND NOT EXISTS (SELECT 1 FROM consultation_reminder r
                    WHERE r.consultation_id = d.id AND r.ends_on = d.ends_on)
                AND EXISTS (SELECT 1 FROM consultation_invitee i WHERE i.consultation_id = d.id)
            ORDER BY d.ends_on, d.id
            """
        ).map { (try $0.get("id"), try $0.date("ends_on") ?? .unset) }
    }

    func noteReminder(of endsOn: PartialDate, at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO consultation_reminder (consultation_id, ends_on, reminded_at)
            VALUES (\(id), \(endsOn.text), \(now.text))
            """)
    }
}

extension Consultation {
    /// Who has handed in something, and be it that they have nothing to say, or has taken it back again.
    static func senders(of consultation: String, _ db: Connection) throws -> [StatementParty] {
        try db.rows(
            """
            SELECT DISTINCT s.organisation_id, s.municipality_id, COALESCE(o.name, k.name) AS name
            FROM statement s LEFT JOIN organisation o ON o.id = s.organisation_id
            LEFT JOIN municipality k ON k.id = s.municipality_id
            WHERE s.consultation_id = \(consultation) AND (s.channel IS NULL OR s.channel <> 'conference')
                AND s.state IN ('statement.submitted', 'statement.amended', 'statement.withdrawn')
                AND (o.id IS NOT NULL OR k.id IS NOT NULL)
            ORDER BY name, s.organisation_id, s.municipality_id
            """
        ).map { row in
            let organisation: String? = try row.get("organisation_id")
            return StatementParty(
                organisation == nil ? .municipality : .organisation,
                id: try organisation ?? row.get("municipality_id"), name: try row.get("name"))
        }
    }
}

extension InvitedPerson {
    static func list(for party: StatementParty, on day: PartialDate, _ db: Connection) throws -> [InvitedPerson] {
        try db.rows(
            """
            SELECT DISTINCT p.id, p.email, p.language FROM role_assignment a JOIN person p ON p.id = a.person_id
            WHERE a.matter_id = \(party.id)
                AND a.role IN (\(Role.organisationRepresentative), \(Role.municipalityDelegate))
                AND a.starts_on <= \(day.text) AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
                AND p.email IS NOT NULL
            ORDER BY p.id
            """
        ).map { InvitedPerson(id: try $0.get("id"), email: try $0.get("email"), language: try $0.get("language")) }
    }
}
