// SPDX-License-Identifier: EUPL-1.2

import Storage

extension HallEntry {
    /// All entries of a townhall: what most people support first, then the newest; those that stand with another one
    /// come right after it.
    public static func list(of consultation: String, _ db: Connection) throws -> [HallEntry] {
        let all = try db.rows(
            "SELECT \(columns) FROM \(joined) WHERE e.consultation_id = \(consultation) ORDER BY e.number"
        ).map(HallEntry.init)
        let groups = Dictionary(grouping: all.filter { $0.joinedTo != nil }) { $0.joinedTo ?? 0 }
        let leads = all.filter { $0.joinedTo == nil }.map { lead in
            (lead, lead.supports + (groups[lead.number] ?? []).reduce(0) { $0 + $1.supports + 1 })
        }
        return leads.sorted { ($0.1, $0.0.number) > ($1.1, $1.0.number) }
            .flatMap { [$0.0] + (groups[$0.0.number] ?? []) }
    }

    public static func find(_ number: Int64, of consultation: String, _ db: Connection) throws -> HallEntry? {
        try db.row(
            """
            SELECT \(columns) FROM \(joined) WHERE e.consultation_id = \(consultation) AND e.number = \(number)
            """
        ).map(HallEntry.init)
    }

    /// The numbers that a person supports.
    public static func supported(by person: String, of consultation: String, _ db: Connection) throws -> [Int64] {
        try db.rows(
            """
            SELECT e.number FROM hall_support u JOIN hall_entry e ON e.id = u.hall_entry_id
            WHERE u.person_id = \(person) AND e.consultation_id = \(consultation) ORDER BY e.number
            """
        ).map { try $0.get("number") }
    }

    static func insert(
        _ form: HallForm.Checked, _ channel: HallChannel, by person: String?, in rules: ConsultationRules,
        at now: Moment, _ db: Connection
    ) throws -> Int64 {
        let number: Int64 =
            try db.value("SELECT COALESCE(MAX(number), 0) + 1 FROM hall_entry WHERE consultation_id = \(rules.id)") ?? 1
        try db.execute(
            """
            INSERT INTO hall_entry (id, programme_id, consultation_id, number, kind, channel, text, proposal_id,
                is_hidden, person_id, created_at)
            VALUES (\(Digest.random(bytes: 16)), \(rules.programme), \(rules.id), \(number), \(form.kind), \(channel),
                \(form.text), \(form.proposalID), 0, \(person), \(now.text))
            """)
        return number
    }

    func toggleSupport(by person: String, in programme: String, _ db: Connection) throws {
        let count = try db.execute(
            "DELETE FROM hall_support WHERE hall_entry_id = \(id) AND person_id = \(person)")
        guard count == 0 else { return }
        try db.execute(
            """
            INSERT INTO hall_support (hall_entry_id, person_id, programme_id) VALUES (\(id), \(person), \(programme))
            """)
    }

    func answer(_ text: String?, _ db: Connection) throws {
        try db.execute("UPDATE hall_entry SET answer = \(text) WHERE id = \(id)")
    }

    func join(_ lead: String?, _ db: Connection) throws {
        try db.execute("UPDATE hall_entry SET joined_to_id = \(lead) WHERE id = \(id)")
    }

    func hide(_ isHidden: Bool, _ db: Connection) throws {
        try db.execute("UPDATE hall_entry SET is_hidden = \(isHidden) WHERE id = \(id)")
    }

    func take(at position: Int64?, _ db: Connection) throws {
        try db.execute("UPDATE hall_entry SET point_position = \(position) WHERE id = \(id)")
    }

    /// Whether others stand with it.
    func leads(_ db: Connection) throws -> Bool {
        let other: String? = try db.value("SELECT id FROM hall_entry WHERE joined_to_id = \(id) LIMIT 1")
        return other != nil
    }

    /// The statement that holds what was said in the hall.
    static func statement(of consultation: String, _ db: Connection) throws -> String? {
        try db.value(
            """
            SELECT id FROM statement WHERE consultation_id = \(consultation) AND channel = 'hall' ORDER BY id LIMIT 1
            """)
    }

    /// What was said stays, without who said it.
    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("UPDATE hall_entry SET person_id = NULL WHERE person_id = \(person)")
        try db.execute("DELETE FROM hall_support WHERE person_id = \(person)")
    }

    private static let columns: SQL = """
        e.id, e.number, e.kind, e.channel, e.text, e.proposal_id, vm.number AS proposal, v.title, l.number AS lead,
        e.answer, e.is_hidden, e.point_position, e.created_at,
        (SELECT COUNT(*) FROM hall_support u WHERE u.hall_entry_id = e.id) AS supports
        """
    private static let joined: SQL = """
        hall_entry e LEFT JOIN matter vm ON vm.id = e.proposal_id LEFT JOIN proposal v ON v.id = e.proposal_id
        LEFT JOIN hall_entry l ON l.id = e.joined_to_id
        """

    private init(row: Row) throws {
        id = try row.get("id")
        number = try row.get("number")
        kind = try row.get("kind")
        channel = try row.get("channel")
        text = try row.get("text")
        let proposalID: String? = try row.get("proposal_id")
        proposal = try proposalID.map {
            Proposal(id: $0, number: try row.get("proposal"), title: try row.get("title"))
        }
        joinedTo = try row.get("lead")
        answer = try row.get("answer")
        isHidden = try row.get("is_hidden")
        supports = try row.get("supports")
        point = try row.get("point_position")
        createdAt = try row.get("created_at")
    }
}

extension PersonalData {
    static func hallEntries(of person: String, in db: Connection) throws -> Table {
        try table(
            "hall_entries", ["consultation", "number", "kind", "text", "answer", "created_at"],
            """
            SELECT c.title AS consultation, e.number, e.kind, e.text, e.answer, e.created_at
            FROM hall_entry e JOIN consultation c ON c.id = e.consultation_id
            WHERE e.person_id = \(person) ORDER BY e.created_at, e.id
            """, in: db)
    }

    static func hallSupports(of person: String, in db: Connection) throws -> Table {
        try table(
            "hall_supports", ["consultation", "number"],
            """
            SELECT c.title AS consultation, e.number FROM hall_support u JOIN hall_entry e ON e.id = u.hall_entry_id
            JOIN consultation c ON c.id = e.consultation_id
            WHERE u.person_id = \(person) ORDER BY c.title, e.number
            """, in: db)
    }
}
