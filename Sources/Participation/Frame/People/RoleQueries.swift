// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A role as it was given to somebody, with its time.
public struct RoleAssignment: Equatable, Sendable {
    public let id: String
    public let person: String
    public let held: HeldRole
    public let startsOn: PartialDate
    public let endsOn: PartialDate?
    /// The slug of the programme and the name of the matter, for those who read.
    public let programmeSlug: String?
    public let matterTitle: String?
}

extension HeldRole {
    /// What a person may do on a day: by the roles that were given, and as a member of an office, which works for its
    /// ministry.
    static func list(of person: String, on day: PartialDate, in db: Connection) throws -> [HeldRole] {
        let given = try given(to: person, on: day, in: db)
        return try given + ofOffices(of: person, on: day, in: db).filter { !given.contains($0) }
    }

    /// Whoever belongs to an office of a ministry, whether as head, deputy or member.
    private static func ofOffices(of person: String, on day: PartialDate, in db: Connection) throws -> [HeldRole] {
        try db.rows(
            """
            SELECT DISTINCT o.programme_id, o.ministry_id FROM office_member b JOIN office o ON o.id = b.office_id
            WHERE b.person_id = \(person) AND b.starts_on <= \(day.text)
                AND (b.ends_on IS NULL OR b.ends_on >= \(day.text)) AND o.ministry_id IS NOT NULL
            ORDER BY o.programme_id, o.ministry_id
            """
        ).map { HeldRole(.ministryOfficer, in: try $0.get("programme_id"), for: try $0.get("ministry_id")) }
    }

    /// The roles that somebody was given.
    static func given(to person: String, on day: PartialDate, in db: Connection) throws -> [HeldRole] {
        try db.rows(
            """
            SELECT a.role, a.programme_id, a.matter_id FROM role_assignment a JOIN role r ON r.key = a.role
            WHERE a.person_id = \(person) AND a.starts_on <= \(day.text)
                AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            ORDER BY r.position, a.id
            """
        ).map { HeldRole(try $0.get("role"), in: try $0.get("programme_id"), for: try $0.get("matter_id")) }
    }
}

extension RoleAssignment {
    /// All that was ever given to some people, in order of time.
    public static func list(of people: [String], in db: Connection) throws -> [RoleAssignment] {
        try db.rows(
            """
            SELECT a.id, a.person_id, a.role, a.programme_id, a.matter_id, a.starts_on, a.ends_on, p.slug, t.title
            FROM role_assignment a LEFT JOIN programme p ON p.id = a.programme_id
            LEFT JOIN matter_title t ON t.id = a.matter_id
            WHERE a.person_id IN \(list: people) ORDER BY a.starts_on, a.granted_at, a.id
            """
        ).map(RoleAssignment.init)
    }

    /// How many may do everything on a day.
    public static func administrators(on day: PartialDate, in db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(DISTINCT person_id) FROM role_assignment
            WHERE role = 'administrator' AND starts_on <= \(day.text) AND (ends_on IS NULL OR ends_on >= \(day.text))
            """) ?? 0
    }

    /// How many others may do everything on a day. People of the demonstration cannot sign in elsewhere and do not
    /// count.
    static func administrators(on day: PartialDate, without person: String, in db: Connection) throws -> Int64 {
        try db.value(
            """
            SELECT COUNT(DISTINCT a.person_id) FROM role_assignment a JOIN person p ON p.id = a.person_id
            WHERE a.role = 'administrator' AND a.person_id <> \(person) AND p.is_demo = 0
                AND a.starts_on <= \(day.text) AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            """) ?? 0
    }

    /// A role that is held on a day; nil when it has ended or never was.
    public static func find(_ id: String, on day: PartialDate, in db: Connection) throws -> RoleAssignment? {
        try db.row(
            """
            SELECT a.id, a.person_id, a.role, a.programme_id, a.matter_id, a.starts_on, a.ends_on, p.slug, t.title
            FROM role_assignment a LEFT JOIN programme p ON p.id = a.programme_id
            LEFT JOIN matter_title t ON t.id = a.matter_id
            WHERE a.id = \(id) AND (a.ends_on IS NULL OR a.ends_on >= \(day.text))
            """
        ).map(RoleAssignment.init)
    }

    static func insert(
        _ id: String, _ held: HeldRole, to person: String, from day: PartialDate, by granter: String?,
        reason: String?, at now: Moment, in db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO role_assignment (id, person_id, role, programme_id, matter_id, starts_on, granted_by,
                granted_at, reason)
            VALUES (\(id), \(person), \(held.role), \(held.programme), \(held.matter), \(day.text), \(granter),
                \(now.text), \(reason))
            """)
    }

    /// A role that ends on a day is still held on that day; one that ends before it began is taken back as a whole.
    static func end(
        _ id: String, on day: PartialDate, by person: String?, reason: String?, in db: Connection
    ) throws {
        try db.execute(
            """
            UPDATE role_assignment SET ends_on = \(day.text), ended_by = \(person), end_reason = \(reason)
            WHERE id = \(id)
            """)
    }

    /// The id of a matter that a role is for.
    static func matter(
        _ key: String, kind: MatterKind, in programme: String, _ db: Connection
    ) throws -> String? {
        try db.value("SELECT id FROM matter WHERE programme_id = \(programme) AND kind = \(kind) AND key = \(key)")
    }

    init(row: Row) throws {
        let starts: PartialDate? = try row.date("starts_on")
        self.init(
            id: try row.get("id"), person: try row.get("person_id"),
            held: HeldRole(try row.get("role"), in: try row.get("programme_id"), for: try row.get("matter_id")),
            startsOn: starts ?? .unset, endsOn: try row.date("ends_on"), programmeSlug: try row.get("slug"),
            matterTitle: try row.get("title"))
    }
}
