// SPDX-License-Identifier: EUPL-1.2

import Storage

extension OfficeMember {
    /// Who belongs to an office on a day or will later: head, deputies, members.
    public static func list(of office: String, from day: PartialDate, _ db: Connection) throws -> [OfficeMember] {
        try db.rows(
            """
            SELECT b.person_id, p.display_name, p.email, b.part, b.starts_on, b.ends_on
            FROM office_member b JOIN person p ON p.id = b.person_id JOIN office_part k ON k.key = b.part
            WHERE b.office_id = \(office) AND (b.ends_on IS NULL OR b.ends_on >= \(day.text))
            ORDER BY k.position, b.starts_on, p.display_name, p.id
            """
        ).map { row in
            OfficeMember(
                person: try row.get("person_id"), displayName: try row.get("display_name"),
                email: try row.get("email"), part: try row.get("part"),
                startsOn: try PartialDate(row: row, column: "starts_on"), endsOn: try row.date("ends_on"))
        }
    }

    /// How many belong to each office on a day, by the id of the office.
    public static func counts(
        in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> [String: (members: Int64, heads: Int64)] {
        let rows = try db.rows(
            """
            SELECT b.office_id, COUNT(*) AS members,
                CAST(SUM(CASE WHEN b.part = 'head' THEN 1 ELSE 0 END) AS BIGINT) AS heads
            FROM office_member b JOIN office o ON o.id = b.office_id
            WHERE o.programme_id = \(programme) AND b.starts_on <= \(day.text)
                AND (b.ends_on IS NULL OR b.ends_on >= \(day.text))
            GROUP BY b.office_id
            """)
        return Dictionary(
            try rows.map { row in
                (try row.get("office_id"), (members: try row.get("members"), heads: try row.get("heads")))
            }
        ) { first, _ in first }
    }

    /// Whether somebody already belongs to an office for a part of a time.
    static func overlaps(_ person: String, _ office: String, _ time: OfficeTime, in db: Connection) throws -> Bool {
        let count: Int64? = try db.value(
            """
            SELECT COUNT(*) FROM office_member
            WHERE office_id = \(office) AND person_id = \(person)
                AND (ends_on IS NULL OR ends_on >= \(time.start.text))
                AND (starts_on <= \(time.end?.text ?? "9999-12-31") OR starts_on = \(time.start.text))
            """)
        return (count ?? 0) > 0
    }

    /// One that ended before it began may begin again on the same day.
    static func insert(
        _ person: String, _ office: String, _ part: OfficePart, _ time: OfficeTime, in db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO office_member (office_id, person_id, part, starts_on, ends_on)
            VALUES (\(office), \(person), \(part.rawValue), \(time.start.text), \(time.end?.text))
            ON CONFLICT (office_id, person_id, starts_on)
            DO UPDATE SET part = excluded.part, ends_on = excluded.ends_on
            """)
    }

    /// Makes somebody the head of the office that owes most, so that a demonstration has something to show.
    static func leadBusiest(
        _ person: String, in programme: String, on day: PartialDate, _ db: Connection
    ) throws {
        let office: String? = try db.value(
            """
            SELECT d.office_id FROM duty d WHERE d.programme_id = \(programme) AND d.state = 'duty.open'
            GROUP BY d.office_id ORDER BY COUNT(*) DESC, d.office_id LIMIT 1
            """)
        guard let office else { return }
        try db.execute(
            """
            INSERT INTO office_member (office_id, person_id, part, starts_on, ends_on)
            VALUES (\(office), \(person), 'head', \(day.text), \(String?.none))
            """)
    }

    static func end(
        _ person: String, _ office: String, since startsOn: String, on day: PartialDate, in db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE office_member SET ends_on = \(day.text)
            WHERE office_id = \(office) AND person_id = \(person) AND starts_on = \(startsOn)
            """)
    }
}

extension DutyOffice {
    /// An office by its key.
    public static func find(_ key: String, in programme: String, _ db: Connection) throws -> DutyOffice? {
        try all(in: programme, db).first { $0.key == key }
    }
}

/// What an office is responsible for, from when to when.
public struct HeldResponsibility: Equatable, Sendable {
    /// `forum/3`
    public let matter: String
    public let kind: MatterKind
    public let title: String
    public let period: Period
    public let reason: String?

    /// What holds on a day or will later.
    public static func list(
        of office: String, from day: PartialDate, _ db: Connection
    ) throws -> [HeldResponsibility] {
        let rows = try db.rows(
            """
            SELECT p.matter_id, p.starts_on, p.ends_on, p.reason FROM responsibility p
            WHERE p.office_id = \(office)
                AND (p.ends_on IS NULL OR p.ends_on >= substr(\(day.text), 1, length(p.ends_on)))
            ORDER BY p.position
            """)
        let matters = try MatterSummary.inside(rows.map { try $0.get("matter_id") }, db)
        let known = Dictionary(matters.map { ($0.id, $0) }) { first, _ in first }
        return try rows.compactMap { row in
            guard let matter = known[try row.get("matter_id")] else { return nil }
            return HeldResponsibility(
                matter: MatterReference(matter.kind, matter.key).text, kind: matter.kind,
                title: matter.title ?? matter.number.map(String.init) ?? matter.key,
                period: Period(start: try row.date("starts_on"), end: try row.date("ends_on")),
                reason: try row.get("reason"))
        }
    }
}

extension RoleMatterChoice {
    /// Everything public that an office can be responsible for, the whole programme first.
    public static func responsibilities(in programme: String, _ db: Connection) throws -> [RoleMatterChoice] {
        let kinds: [MatterKind] = [.programme, .field, .forum, .consultation, .project, .call]
        return try db.rows(
            """
            SELECT m.kind, m.key, COALESCE(t.title, m.key) AS title FROM public_matter m
            JOIN matter_kind k ON k.key = m.kind LEFT JOIN matter_title t ON t.id = m.id
            WHERE m.programme_id = \(programme) AND m.kind IN \(list: kinds)
            ORDER BY k.position, m.position, m.key
            """
        ).map { RoleMatterChoice(kind: try $0.get("kind"), key: try $0.get("key"), title: try $0.get("title")) }
    }
}
