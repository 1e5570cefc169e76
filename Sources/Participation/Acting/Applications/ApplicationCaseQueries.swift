// SPDX-License-Identifier: EUPL-1.2

import Storage

extension PartnerCallRules {
    public static func find(_ number: Int64, in programme: String, _ db: Connection) throws -> PartnerCallRules? {
        try list("m.number = \(number)", in: programme, db).first
    }

    /// All public calls, the newest first.
    public static func all(in programme: String, _ db: Connection) throws -> [PartnerCallRules] {
        try list("1 = 1", in: programme, db)
    }

    static func find(id: String, in programme: String, _ db: Connection) throws -> PartnerCallRules? {
        try list("m.id = \(id)", in: programme, db).first
    }

    /// What each call asks beyond the usual, by its id.
    static func questions(_ condition: SQL, _ db: Connection) throws -> [String: [String]] {
        var questions: [String: [String]] = [:]
        for row in try db.rows(
            """
            SELECT q.call_id, q.text FROM call_question q JOIN public_matter m ON m.id = q.call_id
            WHERE \(condition) ORDER BY q.call_id, q.position
            """)
        {
            questions[try row.get("call_id"), default: []].append(try row.get("text"))
        }
        return questions
    }

    private static func list(
        _ condition: SQL, in programme: String, _ db: Connection
    ) throws -> [PartnerCallRules] {
        let questions = try questions("m.programme_id = \(programme) AND \(condition)", db)
        let criteria = try db.rows(
            """
            SELECT c.call_id, c.text FROM call_criterion c JOIN public_matter m ON m.id = c.call_id
            WHERE m.programme_id = \(programme) AND \(condition) ORDER BY c.call_id, c.position
            """)
        var texts: [String: [String]] = [:]
        for row in criteria { texts[try row.get("call_id"), default: []].append(try row.get("text")) }
        return try db.rows(
            """
            SELECT c.id, m.key, m.number, c.title, c.opens_on, c.closes_on FROM call c
            JOIN public_matter m ON m.id = c.id WHERE m.programme_id = \(programme) AND \(condition)
            ORDER BY m.number DESC
            """
        ).map { row in
            let id: String = try row.get("id")
            return PartnerCallRules(
                id: id, key: try row.get("key"), number: try row.get("number"), title: try row.get("title"),
                opensOn: try row.date("opens_on"), closesOn: try row.date("closes_on"), criteria: texts[id] ?? [],
                questions: questions[id] ?? [])
        }
    }
}

extension ApplicationCase {
    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> ApplicationCase? {
        try list("a.id = \(id)", in: programme, db).first
    }

    /// What some organisations have written, the newest first.
    public static func list(
        of organisations: [String], in programme: String, _ db: Connection
    ) throws -> [ApplicationCase] {
        try list("a.organisation_id IN \(list: organisations)", in: programme, db)
    }

    /// What was handed in. A draft is nobody's business but the applicant's.
    public static func submitted(in programme: String, _ db: Connection) throws -> [ApplicationCase] {
        try list("a.state <> 'application.draft'", in: programme, db)
    }

    private static func list(_ condition: SQL, in programme: String, _ db: Connection) throws -> [ApplicationCase] {
        let rows = try db.rows(
            """
            SELECT a.*, om.key AS organisation_key, o.name AS organisation_name, am.number AS application_number
            FROM application_case a JOIN organisation o ON o.id = a.organisation_id JOIN matter om ON om.id = o.id
            LEFT JOIN matter am ON am.id = a.application_id
            WHERE a.programme_id = \(programme) AND \(condition) ORDER BY a.saved_at DESC, a.id
            """)
        var costs: [String: [ApplicationCost]] = [:]
        for row in try db.rows(
            """
            SELECT c.application_case_id, c.label, c.amount_cents FROM application_cost c
            JOIN application_case a ON a.id = c.application_case_id
            WHERE a.programme_id = \(programme) AND \(condition) ORDER BY c.application_case_id, c.position
            """)
        {
            costs[try row.get("application_case_id"), default: []].append(
                ApplicationCost(label: try row.get("label"), cents: try row.get("amount_cents")))
        }
        let answers = try answers(condition, in: programme, db)
        var calls: [String: PartnerCallRules] = [:]
        for call in try PartnerCallRules.all(in: programme, db) { calls[call.id] = call }
        return try rows.compactMap { row in
            guard let call = calls[try row.get("call_id")] else { return nil }
            let id: String = try row.get("id")
            return try ApplicationCase(row: row, call: call, costs: costs[id] ?? [], answers: answers[id] ?? [:])
        }
    }

    /// By the id of the application and the number of the question.
    private static func answers(
        _ condition: SQL, in programme: String, _ db: Connection
    ) throws -> [String: [Int: String]] {
        var answers: [String: [Int: String]] = [:]
        for row in try db.rows(
            """
            SELECT w.application_case_id, w.position, w.text FROM application_answer w
            JOIN application_case a ON a.id = w.application_case_id
            WHERE a.programme_id = \(programme) AND \(condition) ORDER BY w.application_case_id, w.position
            """)
        {
            let number = Int(try row.get("position", as: Int64.self))
            answers[try row.get("application_case_id"), default: [:]][number] = try row.get("text", as: String.self)
        }
        return answers
    }

    private init(row: Row, call: PartnerCallRules, costs: [ApplicationCost], answers: [Int: String]) throws {
        self.call = call
        id = try row.get("id")
        organisation = try row.get("organisation_id")
        organisationKey = try row.get("organisation_key")
        organisationName = try row.get("organisation_name")
        application = try row.get("application_id")
        number = try row.get("application_number")
        state = try row.get("state")
        revision = try row.get("revision")
        request = try row.get("request")
        requestDueOn = try row.date("request_due_on")
        proposedOutcome = try row.get("proposed_outcome")
        proposedReason = try row.get("proposed_reason")
        outcome = try row.get("outcome")
        reason = try row.get("reason")
        submittedAt = try row.get("submitted_at")
        shelf = AttachmentShelf(try row.get("shelf", as: String?.self))
        var content = ApplicationContent()
        content.title = try row.get("title")
        content.summary = try row.get("summary")
        content.plan = try row.get("plan")
        content.field = try row.get("field_key")
        content.costs = costs
        content.own = try row.get("own_cents")
        content.others = try row.get("others_cents")
        content.grant = try row.get("grant_cents")
        content.secured = try row.get("secured")
        content.isPublic = try row.get("is_public")
        content.answers = call.questions.indices.map { answers[$0 + 1] ?? "" }
        self.content = content
    }

    static func insert(
        _ id: String, call: String, organisation: String, title: String, in programme: String, by person: String,
        at now: Moment, _ db: Connection
    ) throws {
        try db.execute(
            """
            INSERT INTO application_case (id, programme_id, call_id, organisation_id, state, revision, title, summary,
                plan, own_cents, others_cents, grant_cents, secured, is_public, saved_at, saved_by)
            VALUES (\(id), \(programme), \(call), \(organisation), 'application.draft', 1, \(title), '', '', 0, 0, 0,
                '', 0, \(now.text), \(person))
            """)
    }

    func save(_ content: ApplicationContent, by person: String, at now: Moment, _ db: Connection) throws {
        try db.execute(
            """
            UPDATE application_case SET title = \(content.title), summary = \(content.summary), plan = \(content.plan),
                field_key = \(content.field), own_cents = \(content.own), others_cents = \(content.others),
                grant_cents = \(content.grant), secured = \(content.secured), is_public = \(content.isPublic),
                revision = \(revision + 1), saved_at = \(now.text), saved_by = \(person)
            WHERE id = \(id)
            """)
        try db.execute("DELETE FROM application_answer WHERE application_case_id = \(id)")
        let given = content.answers.enumerated().filter { !$0.element.isEmpty }.map { index, answer -> SQL in
            "(\(id), \(Int64(index + 1)), \(answer))"
        }
        if !given.isEmpty {
            try db.execute(
                "INSERT INTO application_answer (application_case_id, position, text) VALUES "
                    + SQL.joined(given, separator: ", "))
        }
        try db.execute("DELETE FROM application_cost WHERE application_case_id = \(id)")
        guard !content.costs.isEmpty else { return }
        let values = content.costs.enumerated().map { index, cost -> SQL in
            "(\(id), \(Int64(index + 1)), \(cost.label), \(cost.cents))"
        }
        try db.execute(
            "INSERT INTO application_cost (application_case_id, position, label, amount_cents) VALUES "
                + SQL.joined(values, separator: ", "))
    }

    /// Where the files lie that go along when it is handed in.
    func put(on shelf: AttachmentShelf?, _ db: Connection) throws {
        try db.execute("UPDATE application_case SET shelf = \(shelf?.text) WHERE id = \(id)")
    }

    /// Whether anybody has begun an application to a call.
    static func isBegun(for call: String, _ db: Connection) throws -> Bool {
        let found: Int64? = try db.value("SELECT 1 FROM application_case WHERE call_id = \(call) LIMIT 1")
        return found != nil
    }

    /// A step of the procedure; everything that two could do at once counts as a change.
    func step(_ change: SQL, _ db: Connection) throws {
        try db.execute("UPDATE application_case SET revision = \(revision + 1), \(change) WHERE id = \(id)")
    }

    func submit(as application: String, at now: Moment, _ db: Connection) throws {
        try step(
            """
            application_id = \(application), state = \(ApplicationState.submitted), request = NULL,
                request_due_on = NULL, submitted_at = \(now.text)
            """, db)
    }

    func ask(_ request: String, until day: PartialDate, _ db: Connection) throws {
        try step("request = \(request), request_due_on = \(day.text)", db)
    }

    func set(_ state: ApplicationState, _ db: Connection) throws {
        try step("state = \(state)", db)
    }

    func propose(_ outcome: ApplicationOutcome, _ reason: String, _ db: Connection) throws {
        try step(
            "state = \(ApplicationState.proposed), proposed_outcome = \(outcome), proposed_reason = \(reason)", db)
    }

    func decide(_ outcome: ApplicationOutcome, _ reason: String, _ db: Connection) throws {
        try step("state = \(ApplicationState.decided), outcome = \(outcome), reason = \(reason)", db)
    }

    static func deleteAll(of programme: String, in db: Connection) throws {
        let cases: SQL = "SELECT id FROM application_case WHERE programme_id = \(programme)"
        try db.execute(
            """
            DELETE FROM application_score WHERE application_review_id IN
                (SELECT id FROM application_review WHERE application_case_id IN (\(cases)))
            """)
        try db.execute("DELETE FROM application_review WHERE application_case_id IN (\(cases))")
        try db.execute("DELETE FROM application_cost WHERE application_case_id IN (\(cases))")
        try db.execute("DELETE FROM application_answer WHERE application_case_id IN (\(cases))")
        try db.execute("DELETE FROM application_case WHERE programme_id = \(programme)")
    }

    static func forget(_ person: String, in db: Connection) throws {
        try db.execute("UPDATE application_case SET saved_by = NULL WHERE saved_by = \(person)")
    }

    /// The open duties at an application.
    func openDuties(_ db: Connection) throws -> [String] {
        guard let application else { return [] }
        return try db.rows(
            "SELECT id FROM duty WHERE matter_id = \(application) AND state = 'duty.open' ORDER BY id"
        ).map { try $0.get("id") }
    }
}

extension DutyOffice {
    /// The package key of the office that works on a call: the one responsible for it, else the one for the whole
    /// programme.
    static func key(
        forCall call: String, in programme: String, on day: PartialDate, _ db: Connection
    ) throws -> String? {
        let key: String? = try db.value(
            """
            SELECT om.key FROM office o JOIN public_matter om ON om.id = o.id
            JOIN responsibility p ON p.office_id = o.id
            WHERE p.matter_id = \(call) AND (p.starts_on IS NULL OR p.starts_on <= \(day.text))
                AND (p.ends_on IS NULL OR p.ends_on >= substr(\(day.text), 1, length(p.ends_on)))
            ORDER BY o.sort_key, o.id LIMIT 1
            """)
        return try key ?? responsible(forForum: nil, in: programme, on: day, db)?.key
    }
}
