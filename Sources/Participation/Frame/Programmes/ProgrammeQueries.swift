// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A programme as commands and the site list it.
public struct ProgrammeListing: Equatable, Sendable {
    public let id: String
    public let slug: String
    public let title: String
    public let isInvented: Bool
    public let isMain: Bool

    init(row: Row) throws {
        id = try row.get("id")
        slug = try row.get("slug")
        title = try row.get("title")
        isInvented = try row.get("is_invented")
        isMain = try row.get("is_main")
    }
}

public enum ProgrammeQueries {
    /// All programmes, the main one first.
    public static func all(in db: Connection) throws -> [ProgrammeListing] {
        try db.rows(
            """
            SELECT p.id, p.slug, p.title, p.is_invented,
                CAST(CASE WHEN m.programme_id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_main
            FROM programme p LEFT JOIN main_programme m ON m.programme_id = p.id ORDER BY 5 DESC, p.slug
            """
        ).map(ProgrammeListing.init)
    }

    static func id(slug: String, in db: Connection) throws -> String? {
        try db.value("SELECT id FROM programme WHERE slug = \(slug)")
    }

    static func slug(of id: String, in db: Connection) throws -> String? {
        try db.value("SELECT slug FROM programme WHERE id = \(id)")
    }

    /// Tells the engine how much there is of everything now. It chooses the way of each query by that; after much was
    /// written it would otherwise go by what was there before and read whole tables for a few rows.
    static func refreshStatistics(in db: Connection) throws {
        for table in measuredTables { try db.execute("ANALYZE \(identifier: table)") }
    }

    /// The tables of a programme, the small ones too: SQLite takes a table without statistics for a very large one.
    /// They are named, since PostgreSQL would otherwise go through the tables of other installations in the same
    /// database too, and wait for whoever writes there.
    private static let measuredTables =
        matterTables + [
            "matter", "source", "state_change", "journal_entry", "cited_figure", "forum_member", "official_reply",
            "consultation_document", "proposal_version", "paragraph", "decision_item", "project_goal",
            "project_municipality", "project_partner", "call_criterion", "timeline_figure", "search_document",
            "search_passage", "search_posting",
        ]

    /// Makes a programme the one whose pages stand at the root.
    public static func makeMain(_ id: String, in db: Connection) throws {
        try db.execute(
            """
            INSERT INTO main_programme (id, programme_id) VALUES (1, \(id))
            ON CONFLICT (id) DO UPDATE SET programme_id = excluded.programme_id
            """)
    }

    static func makeMainIfNone(_ id: String, in db: Connection) throws {
        try db.execute("INSERT INTO main_programme (id, programme_id) VALUES (1, \(id)) ON CONFLICT (id) DO NOTHING")
    }

    /// Deletes the rows of a programme, dependent ones first. The order of the tables follows from the schema.
    static func remove(_ programme: String, in db: Connection) throws {
        try db.execute("DELETE FROM main_programme WHERE programme_id = \(programme)")
        let ids: SQL = "SELECT id FROM matter WHERE programme_id = \(programme)"
        try db.execute(
            """
            DELETE FROM priority_rank WHERE priority_result_id IN
                (SELECT id FROM priority_result WHERE matter_id IN (\(ids)))
            """)
        try db.execute(
            """
            DELETE FROM priority_turnout WHERE priority_result_id IN
                (SELECT id FROM priority_result WHERE matter_id IN (\(ids)))
            """)
        try db.execute(
            """
            DELETE FROM paragraph WHERE proposal_version_id IN
                (SELECT id FROM proposal_version WHERE proposal_id IN (\(ids)))
            """)
        try db.execute(
            """
            DELETE FROM statement_draft_point WHERE draft_id IN
                (SELECT id FROM statement_draft WHERE programme_id = \(programme))
            """)
        try db.execute(
            """
            DELETE FROM idea_import_row WHERE idea_import_id IN
                (SELECT id FROM idea_import WHERE programme_id IN (\(ids)))
            """)
        try db.execute(
            """
            DELETE FROM idea_merge_follower WHERE idea_merge_id IN (SELECT id FROM idea_merge WHERE idea_id IN (\(ids)))
            """)
        try RevisionTrace.deleteAll(of: programme, in: db)
        try PaperListing.deleteConditions(of: programme, in: db)
        try db.execute("DELETE FROM attachment_draft WHERE programme_id = \(programme)")
        try Registration.deleteLinks(of: programme, in: db)
        try MeasurementImport.deleteValues(of: programme, in: db)
        try ApplicationCase.deleteAll(of: programme, in: db)
        try ProposalDraft.deleteTexts(of: programme, in: db)
        try db.execute("UPDATE mail SET programme_id = NULL WHERE programme_id = \(programme)")
        for table in dependentTables {
            try db.execute(
                "DELETE FROM \(identifier: table.name) WHERE \(identifier: table.parent) IN (\(ids))")
        }
        for table in matterTables {
            try db.execute("DELETE FROM \(identifier: table) WHERE programme_id = \(programme)")
        }
        try db.execute("UPDATE journal_entry SET matter_id = NULL WHERE matter_id IN (\(ids))")
        try db.execute("DELETE FROM matter WHERE programme_id = \(programme)")
        try StoredFile.deleteUnused(in: db)
    }

    private static let dependentTables: [(name: String, parent: String)] = [
        ("border", "programme_id"), ("border_map", "programme_id"),
        ("export_part", "programme_id"), ("export_job", "programme_id"), ("hall_support", "programme_id"),
        ("hall_entry", "programme_id"),
        ("ballot_choice", "activity_id"), ("ballot", "activity_id"), ("ballot_access", "activity_id"),
        ("counted_paper", "activity_id"), ("poll_key", "activity_id"), ("poll_topic", "activity_id"),
        ("poll_change", "activity_id"),
        ("moderation_letter", "programme_id"), ("objection", "programme_id"), ("flag", "programme_id"),
        ("moderation_decision", "programme_id"),
        ("held_contribution", "programme_id"),
        ("notice", "programme_id"), ("notice_event", "programme_id"), ("report_draft", "programme_id"),
        ("stocktaking", "programme_id"),
        ("milestone_change", "milestone_id"), ("project_partner_role", "project_id"),
        ("follow", "matter_id"),
        ("contribution_author", "matter_id"), ("duty_reminder", "duty_id"), ("duty_escalation", "duty_id"),
        ("office_summary", "office_id"),
        ("office_handover", "programme_id"),
        ("source", "matter_id"), ("state_change", "matter_id"), ("participation_offer", "matter_id"),
        ("cited_figure", "matter_id"), ("priority_result", "matter_id"), ("phase_opening", "phase_id"),
        ("earlier_municipality", "municipality_id"), ("organisation_succession", "organisation_id"),
        ("responsibility", "office_id"), ("office_member", "office_id"), ("role_assignment", "programme_id"),
        ("field_ministry", "field_id"), ("pillar_criterion", "pillar_id"),
        ("project_contribution", "project_id"), ("goal_change", "goal_id"), ("indicator_change", "indicator_id"),
        ("indicator_step", "indicator_id"), ("indicator_import", "programme_id"),
        ("indicator_comparison", "indicator_id"), ("indicator_value", "indicator_id"), ("forum_member", "forum_id"),
        ("official_reply", "idea_id"), ("idea_version", "idea_id"), ("reply_draft", "idea_id"),
        ("idea_claim", "idea_id"),
        ("idea_import_row", "idea_id"), ("idea_merge", "idea_id"), ("funding_import_entry", "funding_id"),
        ("funding_import", "programme_id"), ("closed_year", "programme_id"),
        ("duty_extension", "duty_id"),
        ("reply_setting", "programme_id"), ("idea_import", "programme_id"), ("reply_template", "programme_id"),
        ("consultation_invitee", "consultation_id"), ("consultation_wave", "consultation_id"),
        ("planned_invitation", "programme_id"), ("consultation_reminder", "consultation_id"),
        ("consultation_attendance", "consultation_id"), ("consultation_field", "consultation_id"),
        ("consultation_document", "consultation_id"), ("consultation_extension", "consultation_id"),
        ("consultation_version", "consultation_id"), ("statement_access", "programme_id"),
        ("field_move", "programme_id"), ("field_draft", "programme_id"),
        ("revision_cause", "proposal_id"), ("revision_paragraph", "proposal_id"), ("revision_draft", "proposal_id"),
        ("statement_draft", "programme_id"), ("point_signature", "point_id"), ("proposal_version", "proposal_id"),
        ("agenda_item", "sitting_id"), ("decision_item", "paper_id"), ("co_signature", "paper_id"),
        ("paper_part", "paper_id"), ("paper_layout_part", "paper_id"), ("paper_template_part", "programme_id"),
        ("paper_station", "paper_id"), ("paper_result", "paper_id"),
        ("decision_condition", "decision_id"), ("project_fact", "project_id"), ("project_municipality", "project_id"),
        ("project_district", "project_id"), ("project_partner", "project_id"), ("project_goal", "project_id"),
        ("call_criterion", "call_id"), ("call_question", "call_id"), ("timeline_figure", "timeline_entry_id"),
        ("status_count", "status_report_id"), ("idea_draft", "programme_id"), ("listening_rule", "programme_id"),
        ("support", "idea_id"), ("support_count", "idea_id"),
        ("event_origin", "event_id"), ("event_access", "event_id"),
        ("minutes_draft", "event_id"), ("registration", "event_id"),
        ("work_note", "programme_id"),
        ("idea_desk", "programme_id"), ("proposal_draft_idea", "idea_id"), ("proposal_draft", "programme_id"),
        ("selection_criterion", "programme_id"), ("proposal_fact", "proposal_id"),
        ("proposal_criterion", "proposal_id"),
    ]

    /// The tables of matters, nested ones too; references between them are checked at the end of the transaction.
    private static let matterTables = [
        "text_version", "document", "thread_link", "duty", "remark", "funding", "report", "milestone", "application",
        "call", "decision", "paper", "sitting", "point", "statement", "event", "consultation", "activity", "idea",
        "proposal", "project", "forum", "indicator", "goal", "field", "pillar", "office", "board", "organisation",
        "municipality", "district", "ministry", "phase", "timeline_entry", "status_report", "lesson", "programme",
    ]
}
