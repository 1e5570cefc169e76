// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// A project at work: begun, planned, reported on and ended, with what is owed because of it.
@Suite struct ProjectWorkTests {
    struct House: Sendable {
        let programme: String
        /// Officer of the ministry that leads the first project.
        let officer: Visitor
        let lead: Visitor
        let office: Visitor
        let stranger: Visitor
    }

    static func with(_ engine: Engine, _ test: (Database, House) async throws -> Void) async throws {
        try await Bundled.with(engine, .musterregion(TestPeople.now)) { database in
            let house = try await database.write { db in
                let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
                let project = try ProjectAtWork.existing(1, in: programme, db)
                let other: String? = try db.value(
                    "SELECT id FROM ministry WHERE programme_id = \(programme) AND abbreviation = 'MBK'")
                let held: [(String, HeldRole)] = [
                    ("ressort", HeldRole(.ministryOfficer, in: programme, for: project.ministryID)),
                    ("leitung", HeldRole(.projectLead, in: programme, for: project.id)),
                    ("buero", HeldRole(.programmeOffice, in: programme)),
                    ("fremd", HeldRole(.ministryOfficer, in: programme, for: other)),
                ]
                let people = try held.map { name, role in
                    Visitor(try TestPeople.make("\(name)@example.org", in: db), roles: [role])
                }
                return House(
                    programme: programme, officer: people[0], lead: people[1], office: people[2], stranger: people[3])
            }
            try await test(database, house)
        }
    }

    private static func form(_ asOf: String) -> ReportForm {
        var form = ReportForm()
        form.asOf = asOf
        form.done = "GEHEIM-Erreicht"
        form.next = "GEHEIM-Naechstes"
        form.blocked = "GEHEIM-Hindernis"
        form.light = "light.red"
        form.lightReason = "GEHEIM-Grund"
        form.forecast = "GEHEIM-Prognose"
        return form
    }

    @Test(arguments: TestPlace.engines)
    func `a report is public when the ministry has released it, and the next one is owed`(engine: Engine) async throws {
        try await Self.with(engine) { database, house in
            let form = Self.form("2026-10-31")
            let hidden = try await database.write { db in
                try WriteReport(form, on: 1, basedOn: 0, .submit, in: house.programme)
                    .run(as: house.lead, at: TestPeople.now, in: db)
                let files = try #require(try ExportPackage(slug: "musterregion", isComplete: true).run(in: db))
                return "\(files)"
            }
            let after = try await database.write { db in
                try WriteReport(form, on: 1, basedOn: 1, .release, in: house.programme)
                    .run(as: house.officer, at: TestPeople.now, in: db)
                let project = try #require(try Project.find(1, in: house.programme, db))
                let reports = try ProjectParts.reports(of: project.id, db)
                let duties = try db.rows(
                    """
                    SELECT state, due_on, met_on FROM duty WHERE matter_id = \(project.id) AND kind = 'report'
                    ORDER BY due_on
                    """
                ).map { row -> [String?] in [try row.get("state"), try row.get("due_on"), try row.get("met_on")] }
                return (project, reports, duties, try VerifyJournal().run(in: db))
            }
            let (project, reports, duties, verified) = after

            #expect(!hidden.contains("GEHEIM"))
            #expect(reports.first?.asOf.text == "2026-10-31")
            #expect(reports.first?.forecast == "GEHEIM-Prognose")
            #expect(project.light == .red)
            #expect(project.lightReason == "GEHEIM-Grund")
            #expect(project.summary.stateAsOf?.text == "2026-10-31")
            // The fifteenth day is a Saturday, the Monday after it a holiday.
            #expect(duties == [["duty.met", "2027-01-15", "2026-11-23"], ["duty.open", "2027-05-18", nil]])
            #expect(verified.faults == [])
        }
    }

    @Test func `who releases, who writes too early and who writes about nothing is told so`() async throws {
        try await Self.with(.sqlite) { database, house in
            try await database.write { db in
                let write = { (form: ReportForm, number: Int64, step: ReportStep) in
                    WriteReport(form, on: number, basedOn: 0, step, in: house.programme)
                }
                #expect(throws: Refusal("report-released-by-the-ministry")) {
                    try write(Self.form("2026-10-31"), 1, .release).run(as: house.lead, at: TestPeople.now, in: db)
                }
                #expect(throws: Refusal("project-of-another-ministry")) {
                    try write(Self.form("2026-10-31"), 1, .save).run(as: house.stranger, at: TestPeople.now, in: db)
                }
                #expect(throws: Refusal("project-is-over")) {
                    try write(Self.form("2026-10-31"), 4, .save).run(as: house.officer, at: TestPeople.now, in: db)
                }
                let faults = try [("2020-01-31", "report-before-start"), ("2026-12-31", "day-in-future")].map {
                    day, reason in
                    let invalid = #expect(throws: InvalidForm.self) {
                        try write(Self.form(day), 1, .submit).run(as: house.lead, at: TestPeople.now, in: db)
                    }
                    return try #require(invalid).faults.contains { $0.reason == reason }
                }
                #expect(faults == [true, true])
                let empty = #expect(throws: InvalidForm.self) {
                    try write(ReportForm(), 1, .submit).run(as: house.lead, at: TestPeople.now, in: db)
                }
                #expect(
                    empty?.faults.map(\.field) == ["stichtag", "erreicht", "naechstes", "ampel", "ampel-grund"])
                #expect(try ReportDraft.open(of: ProjectAtWork.existing(1, in: house.programme, db).id, db) == nil)
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an end needs its reason and its lessons, and reaches the author of the first idea`(
        engine: Engine
    ) async throws {
        try await Self.with(engine) { database, house in
            let told = try await database.write { db -> (InvalidForm?, [String], Project?, [String], [String]) in
                let author = try TestPeople.make("idee@example.org", in: db)
                let idea = try #require(
                    try db.value(
                        """
                        SELECT m.id FROM matter m
                        WHERE m.programme_id = \(house.programme) AND m.key = 'bus-jede-stunde'
                        """,
                        as: String.self))
                try ContributionAuthor.record(matter: idea, person: author.id, at: TestPeople.now, in: db)
                var form = ProjectStateForm()
                form.state = ProjectState.discontinued.rawValue
                form.effectiveOn = "2026-11-20"
                let bare = #expect(throws: InvalidForm.self) {
                    try MoveProject(1, form, in: house.programme).run(as: house.officer, at: TestPeople.now, in: db)
                }
                form.reason = "Zu wenige Fahrgäste."
                form.lessons = "Erst fragen, dann fahren."
                try MoveProject(1, form, in: house.programme).run(as: house.officer, at: TestPeople.now, in: db)
                let project = try Project.find(1, in: house.programme, db)
                let duties: [String] = try db.rows(
                    "SELECT state FROM duty WHERE matter_id = \(project?.id ?? "") AND kind = 'report'"
                ).map { try $0.get("state") }
                let notices: [String] = try db.rows(
                    """
                    SELECT e.kind FROM notice n JOIN notice_event e ON e.id = n.event_id
                    WHERE n.person_id = \(author.id)
                    """
                ).map { try $0.get("kind") }
                return (bare, notices, project, duties, try VerifyJournal().run(in: db).faults)
            }

            #expect(told.0?.faults.map(\.field) == ["grund", "lehren"])
            #expect(told.1 == ["project_discontinued"])
            #expect(told.2?.summary.state == .discontinued)
            #expect(told.2?.endReason == "Zu wenige Fahrgäste.")
            #expect(told.2?.lessons == "Erst fragen, dann fahren.")
            #expect(told.3 == ["duty.lapsed"])
            #expect(told.4 == [])
        }
    }

    @Test func `a milestone keeps each time it was moved, and none lies before the project`() async throws {
        try await Self.with(.sqlite) { database, house in
            try await database.write { db in
                let project = try ProjectAtWork.existing(1, in: house.programme, db)
                let place: Int64 = 5
                var form = try #require(try MilestoneForm.find(place, of: project, db))
                let mark = form.mark
                form.forecastOn = "2028-03"
                let save = { (form: MilestoneForm) in
                    try SaveMilestone(form, at: place, of: 1, seen: mark, in: house.programme)
                        .run(as: house.lead, at: TestPeople.now, in: db)
                }
                let silent = #expect(throws: InvalidForm.self) { try save(form) }
                form.reason = "Die Steine kommen später."
                try save(form)
                form.forecastOn = "2028-06"
                let late = #expect(throws: Outdated.self) { try save(form) }
                var early = MilestoneForm()
                early.text = "Vorher"
                early.datedOn = "2020-05"
                early.state = MilestoneState.planned.rawValue
                let before = #expect(throws: InvalidForm.self) {
                    try SaveMilestone(early, at: nil, of: 1, seen: nil, in: house.programme)
                        .run(as: house.lead, at: TestPeople.now, in: db)
                }
                let moved = try #require(
                    try ProjectMilestone.list(of: project.id, db).first { $0.place == place })

                #expect(silent?.faults.map(\.reason) == ["slip-reason-missing"])
                #expect(late?.theirs == [.init(field: "prognose", text: "2028-03")])
                #expect(before?.faults.map(\.reason) == ["milestone-before-start"])
                #expect(moved.changes.count == 3)
                #expect(
                    moved.changes.last
                        == .init(
                            changedOn: TestPeople.now.day, state: "milestone.planned",
                            before: PartialDate("2027-12"), after: PartialDate("2028-03"),
                            reason: "Die Steine kommen später."))
                #expect(try VerifyJournal().run(in: db).faults == [])
            }
        }
    }

    @Test func `two officers at once see what the other wrote`() async throws {
        try await Self.with(.sqlite) { database, house in
            try await database.write { db in
                let project = try ProjectAtWork.existing(1, in: house.programme, db)
                let (form, revision) = try ChangeProject.form(of: project, db)
                var mine = form
                mine.description = "Meine Beschreibung."
                var theirs = form
                theirs.description = "Ihre Beschreibung."
                try ChangeProject(1, theirs, basedOn: revision, in: house.programme)
                    .run(as: house.office, at: TestPeople.now, in: db)
                let conflict = #expect(throws: Outdated.self) {
                    try ChangeProject(1, mine, basedOn: revision, in: house.programme)
                        .run(as: house.officer, at: TestPeople.now, in: db)
                }

                #expect(conflict?.theirs == [.init(field: "beschreibung", text: "Ihre Beschreibung.")])
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a partner project is begun by its ministry alone and owes reports once it runs`(engine: Engine) async throws {
        try await Self.with(engine) { database, house in
            try await database.write { db in
                var form = ProjectForm()
                form.title = "Dorfkino"
                form.description = "Ein Kino fährt von Ort zu Ort."
                form.pillar = "partner"
                form.ministry = "MBK"
                form.office = "mbk-kultur"
                form.isRegionWide = true
                form.partners = "Kinoverein Aue: Träger\nKreis Auental"
                form.startsOn = "2026-10"
                form.fundingEndsOn = "2027-06-30"
                form.reportMonths = "3"
                #expect(throws: Refusal("project-of-another-ministry")) {
                    try BeginProject(form, in: house.programme).run(as: house.officer, at: TestPeople.now, in: db)
                }
                let number = try BeginProject(form, in: house.programme)
                    .run(as: house.stranger, at: TestPeople.now, in: db)
                var state = ProjectStateForm()
                state.state = ProjectState.running.rawValue
                state.effectiveOn = "2026-11-23"
                state.reason = "Der Bus ist da."
                try MoveProject(number, state, in: house.programme)
                    .run(as: house.stranger, at: TestPeople.now, in: db)
                let project = try #require(try Project.find(number, in: house.programme, db))
                let partners = try ProjectParts.load(of: project.id, in: house.programme, db).partners
                let duties = try ProjectDuty.list(of: project.id, db)

                #expect(partners.map(\.role) == ["Träger", nil])
                #expect(duties.map(\.kind) == [.report, .fundingEnd])
                #expect(duties.map(\.dueOn.text) == ["2027-01-15", "2027-03-30"])
                try FollowProjectDates().run(at: TestPeople.now, in: db)
                #expect(try ProjectDuty.list(of: project.id, db).map(\.dueOn) == duties.map(\.dueOn))
                #expect(try VerifyJournal().run(in: db).faults == [])
            }
        }
    }

    @Test(arguments: [
        ("2027-11-24", nil), ("2027-11-23", FundingWarning.twelveMonths), ("2027-05-23", .sixMonths),
        ("2027-02-23", .threeMonths), ("2026-11-22", .over),
    ])
    func `the end of the money warns twelve, six and three months before`(end: String, warning: FundingWarning?) throws
    {
        let day = try #require(PartialDate(end))

        #expect(FundingWarning(end: day, on: TestPeople.now.day) == warning)
    }
}
