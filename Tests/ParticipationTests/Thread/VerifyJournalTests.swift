// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct VerifyJournalTests {
    /// Tables whose rows the journal does not cover, with the reason.
    static let uncovered: Set<String> = [
        // Sets that migrations fill, the tables of the engine and of the migrations.
        "matter_kind", "confidence", "state", "language", "phase_kind", "organisation_kind", "goal_kind",
        "publication_rule", "activity_kind", "event_kind", "idea_channel", "audience", "consultation_kind",
        "held_state", "flag_reason", "moderation_verdict", "media_type", "result_rule", "paper_handling",
        "station_result", "export_state", "stance", "hall_channel",
        "statement_kind", "statement_channel", "point_kind", "project_kind", "funding_kind", "funding_basis",
        "funding_source", "link_kind",
        "duty_kind", "schema_migration",
        // Which programme stands at the root is a setting of the installation.
        "main_programme",
        // The label may be erased by law.
        "journal_actor",
        // People are not matters: what is kept of them may be erased by law.
        "age_band", "role", "office_part", "mail_state", "person", "role_assignment", "office_member", "sign_in_link",
        "session", "password", "form_use", "mail", "contribution_author", "follow", "notice_kind", "notice_event",
        "notice", "notice_delivery", "notice_setting", "notice_stop", "duty_reminder", "duty_escalation",
        "office_summary",
        "office_handover", "minutes_draft",
        "registration_state", "registration", "registration_link", "work_note", "export_job", "export_part",
        // Drawings of borders, which follow from an official file.
        "border_map", "border",
        // What was said at a townhall before it becomes a point.
        "hall_entry", "hall_support",
        // Votes are secret: the journal holds the tally alone, and that as a result of the poll.
        "poll_key", "ballot", "ballot_choice", "ballot_access", "counted_paper",
        // Lists of a budget office as they came in; what was booked because of them is covered entry by entry.
        "closed_year", "funding_import", "funding_import_entry",
        // The same for lists of values.
        "goal_act", "indicator_import", "indicator_import_value",
        // Applications while they are worked on; what the public may read is covered.
        "application_case", "application_cost", "application_answer", "application_review", "application_review_state",
        "application_score",
        // What a forum thinks before anything is said: no part of the file yet.
        "desk_stage", "idea_desk", "selection_criterion", "proposal_draft_state", "proposal_draft",
        "proposal_draft_text", "proposal_draft_idea", "field_draft", "field_move", "revision_draft",
        "revision_paragraph", "revision_cause", "report_draft_state", "report_draft",
        // What was published stays as it was, under its digest; it follows from what the journal holds.
        "frozen_file", "stocktaking",
        // The search index follows from the other tables and can be made anew.
        "search_index", "search_document", "search_passage", "search_posting", "search_block",
    ]

    @Test(arguments: TestPlace.engines)
    func `an untouched record is sound`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)

        let report = try await database.read { db in try VerifyJournal().run(in: db) }

        #expect(report.faults == [])
        #expect(report.entriesRead > 1000)
        #expect(Int64(report.mattersCompared) == report.entriesRead)
    }

    /// In two halves, so that both run at the same time.
    @Test(arguments: [0, 1])
    func `altering any text or number of a covered row is found`(_ half: Int) async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            let package = try ImportPackage(try Bundled.package("musterregion"))
            _ = try await database.write { db in try package.run(at: ImportPackageTests.now, in: db) }

            var unnoticed: [String] = []
            for (index, (table, column, isText)) in try await Self.columns(database).enumerated()
            where index % 2 == half {
                let changed = try await Self.isTamperingFound(table, column, isText: isText, database)
                if changed == false { unnoticed.append("\(table).\(column)") }
            }

            #expect(unnoticed == [])
            await database.close()
        }
    }

    /// Alters one value inside a transaction that is undone; nil where no row can be altered.
    private static func isTamperingFound(
        _ table: String, _ column: String, isText: Bool, _ database: Database
    ) async throws -> Bool? {
        struct Undo: Error { let found: Bool? }
        do {
            try await database.write { db in
                try db.execute("PRAGMA defer_foreign_keys = ON")
                let value: SQL = isText ? "\(identifier: column) || 'x'" : "\(identifier: column) + 1"
                let row: SQL = """
                    SELECT rowid FROM \(identifier: table) WHERE \(identifier: column) IS NOT NULL
                    ORDER BY rowid DESC LIMIT 1
                    """
                let count: Int
                do {
                    count = try db.savepoint {
                        try db.execute(
                            "UPDATE \(identifier: table) SET \(identifier: column) = \(value) WHERE rowid IN (\(row))")
                    }
                } catch is StorageError {
                    // The schema itself refuses the change: nothing can be altered there.
                    throw Undo(found: nil)
                }
                guard count > 0 else { throw Undo(found: nil) }
                let report: VerificationReport
                do {
                    report = try VerifyJournal().run(in: db)
                } catch {
                    throw Undo(found: true)
                }
                throw Undo(found: !report.isSound)
            }
            return nil
        } catch let undo as Undo {
            return undo.found
        }
    }

    private static func columns(_ database: Database) async throws -> [(String, String, Bool)] {
        try await database.read { db in
            try db.rows(
                """
                SELECT t.name AS name, c.name AS column_name, c.type AS type FROM sqlite_master t
                JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
                ORDER BY t.name, c.cid
                """
            ).map { (try $0.get("name"), try $0.get("column_name"), try $0.get("type", as: String.self) == "TEXT") }
        }.filter { !uncovered.contains($0.0) }
    }

    @Test(arguments: TestPlace.engines)
    func `a removed entry, a removed row and a rewritten chain are named`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            let package = try ImportPackage(try Bundled.package("ruhr-konferenz"))
            _ = try await database.write { db in try package.run(at: ImportPackageTests.now, in: db) }
            let head = try await Self.verify(database).head

            let known = VerifyJournal.KnownHead(text: try #require(head))
            let wrong = VerifyJournal.KnownHead(text: "3:" + String(repeating: "a", count: 64))
            #expect(try await Self.verify(database, known).isSound)
            let foreign = try await Self.verify(database, wrong).faults
            #expect(foreign == ["journal: the given head does not lie on this chain"])

            try await database.write { db in
                try db.execute("DELETE FROM source WHERE matter_id IN (SELECT id FROM lesson WHERE topic = 'leitbild')")
                try db.execute("UPDATE journal_entry SET matter_id = NULL WHERE matter_id IN (SELECT id FROM lesson)")
                try db.execute("DELETE FROM lesson WHERE topic = 'leitbild'")
                try db.execute("DELETE FROM journal_content WHERE number = 7")
                try db.execute("DELETE FROM journal_entry WHERE number = 7")
            }
            let faults = try await Self.verify(database).faults
            #expect(faults.contains("journal: entry 7 is missing"))
            #expect(faults.contains { $0.contains("lesson/LEHRE-01") })
            await database.close()
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a removed programme leaves its entries and no row`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            for slug in Bundled.slugs {
                let package = try ImportPackage(try Bundled.package(slug))
                _ = try await database.write { db in try package.run(at: ImportPackageTests.now, in: db) }
            }
            let programme = try await database.read { db in
                try #require(try ProgrammeQueries.id(slug: "ruhr-konferenz", in: db))
            }

            try await database.write { db in try RemoveProgramme(programme).run(at: ImportPackageTests.later, in: db) }

            let report = try await Self.verify(database)
            #expect(report.faults == [])
            let left = try await database.read { db in try ProgrammeQueries.all(in: db) }
            #expect(left.map(\.slug) == ["musterregion"])
            #expect(left.map(\.isMain) == [true])
            await database.close()
        }
    }

    private static func verify(
        _ database: Database, _ head: VerifyJournal.KnownHead? = nil
    ) async throws -> VerificationReport {
        try await database.read { db in try VerifyJournal(knownHead: head).run(in: db) }
    }
}
