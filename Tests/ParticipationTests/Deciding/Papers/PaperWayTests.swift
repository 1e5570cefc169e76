// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// The way from the gate over the paper and the sittings to decisions and projects (standards §3.4, §3.5).
@Suite struct PaperWayTests {
    @Test(arguments: TestPlace.engines)
    func `a decided proposal becomes a project that says all that the proposal said`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let number = try await database.write { db in
                let paper = try TestPaper.onAgenda(db, house)
                try TestPaper.decide(paper, TestPaper.results(paper), db, house)
                try PublishDecisions(paper.number, in: house.programme)
                    .run(as: house.recorder, at: TestPaper.now, in: db)
                return paper.number
            }
            try await database.read { db in
                let decisions = try Decision.all(in: house.programme, db).prefix(2)
                let first = try #require(decisions.first { $0.outcome == .conditional })
                let second = try #require(decisions.first { $0.outcome == .deferred })
                let proposal = try #require(try Proposal.find(number: TestPaper.waste, in: house.programme, db))
                let waiting = try #require(try Proposal.find(number: TestPaper.places, in: house.programme, db))
                let result = try #require(try Decision.results(of: first.id, db).first)
                let project = try #require(
                    try ProgrammeContents.find(
                        ProjectRecord.self, result.matterID, of: house.programme, in: db)?.record)
                let record = try #require(
                    try ProgrammeContents.find(ProposalRecord.self, proposal.id, of: house.programme, in: db)?.record)

                #expect(first.sitting.boardKey == "kabinett")
                #expect(first.text == "Das Kabinett beschließt „\(proposal.title)“.")
                #expect(try Decision.conditions(of: first.id, db).map(\.dueOn?.text) == ["2027-03-31"])
                #expect(proposal.state == .decided)
                #expect(proposal.outcome == .conditional)
                #expect(project.title == record.title)
                #expect(project.description == record.summary)
                #expect(project.field == record.field)
                #expect(project.forum == record.forum)
                #expect(project.ministry == record.ministry)
                #expect(project.goals == [record.goal].compactMap { $0 })
                #expect(project.citedBudget == record.cost)
                #expect(project.facts.map(\.text) == record.facts.map(\.text))
                #expect(project.state == .planned)
                #expect(waiting.state == .submitted)
                #expect(waiting.outcome == .deferred)
                #expect(second.deferredUntil?.text == "2027-02-01")
                #expect(try Decision.results(of: second.id, db) == [])
                #expect(
                    try Duty.list(in: house.programme, Self.open, on: "2026-11-24", ListPage(1), db).contains {
                        $0.kind == .condition && $0.matter?.id == first.id
                    })
                #expect(try Paper.find(try TestPaper.find(number, db, house).id, in: house.programme, db) != nil)
                #expect(try VerifyJournal().run(in: db).faults == [])
            }
        }
    }

    private static let open: DutySelection = {
        var selection = DutySelection()
        selection.standing = .open
        return selection
    }()

    @Test(arguments: TestPlace.engines)
    func `whoever follows an idea in a proposal hears what was decided on it`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let told = try await database.write { db in
                let follower = try TestPeople.make("fan@example.org", in: db)
                let proposal = try #require(try Proposal.find(number: TestPaper.waste, in: house.programme, db))
                try Follow.begin(person: follower.id, matter: proposal.id, at: TestPaper.now, in: db)
                let paper = try TestPaper.onAgenda(db, house)
                try TestPaper.decide(paper, TestPaper.results(paper), db, house)
                let before: Int64? = try db.value(
                    "SELECT COUNT(*) FROM notice WHERE person_id = \(follower.id)")
                try PublishDecisions(paper.number, in: house.programme)
                    .run(as: house.recorder, at: TestPaper.now, in: db)
                let after: [String] = try db.rows(
                    """
                    SELECT e.kind FROM notice n JOIN notice_event e ON e.id = n.event_id
                    WHERE n.person_id = \(follower.id)
                    """
                ).map { try $0.get("kind") }
                return (before, after)
            }

            #expect(told.0 == 0)
            #expect(told.1 == ["decided"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is deferred is not recorded in the words that ask for its adoption`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let paper = try await database.write { db in
                let paper = try TestPaper.onAgenda(db, house)
                var form = TestPaper.results(paper)
                for entry in paper.entries { form.entries[entry.label]?.text = entry.text }
                let record = RecordResults(form, of: paper.number, in: house.programme) { title, outcome in
                    outcome == .deferred ? "Vertagt wird: \(title)" : nil
                }
                try record.run(as: house.recorder, at: TestPaper.now, in: db)
                return try TestPaper.find(paper.number, db, house)
            }

            let texts = Dictionary(grouping: zip(paper.entries, paper.results)) { $1.outcome }
            #expect(texts[.deferred]?.allSatisfy { $1.text == "Vertagt wird: \($0.title)" } == true)
            #expect(texts[.conditional]?.allSatisfy { $1.text == $0.text } == true)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `nobody decides twice, publishes without confirmation or confirms their own record`(
        _ engine: Engine
    ) async throws {
        try await TestPaper.with(engine) { database, house in
            let paper = try await database.write { db in try TestPaper.onAgenda(db, house) }
            let publish = PublishDecisions(paper.number, in: house.programme)
            let record = RecordResults(TestPaper.results(paper), of: paper.number, in: house.programme)

            await #expect(throws: Refusal("confirmation-missing")) {
                try await database.write { db in try publish.run(as: house.recorder, at: TestPaper.now, in: db) }
            }
            try await database.write { db in try record.run(as: house.recorder, at: TestPaper.now, in: db) }
            let revision = try await database.read { db in try TestPaper.find(paper.number, db, house).revision }
            let confirm = ConfirmResults(paper.number, in: house.programme, revision: revision)
            await #expect(throws: Refusal("confirmation-missing")) {
                try await database.write { db in try publish.run(as: house.recorder, at: TestPaper.now, in: db) }
            }
            await #expect(throws: Refusal("confirmation-by-another")) {
                try await database.write { db in try confirm.run(as: house.recorder, at: TestPaper.now, in: db) }
            }
            await #expect(throws: Outdated()) {
                try await database.write { db in
                    try ConfirmResults(paper.number, in: house.programme, revision: paper.revision)
                        .run(as: house.confirmer, at: TestPaper.now, in: db)
                }
            }
            try await database.write { db in try confirm.run(as: house.confirmer, at: TestPaper.now, in: db) }
            await #expect(throws: Refusal("paper-is-decided")) {
                try await database.write { db in try record.run(as: house.recorder, at: TestPaper.now, in: db) }
            }
            try await database.write { db in try publish.run(as: house.recorder, at: TestPaper.now, in: db) }
            await #expect(throws: Refusal("paper-is-published")) {
                try await database.write { db in try publish.run(as: house.recorder, at: TestPaper.now, in: db) }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the clock publishes at the moment that was set, and not before`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            let counts = try await database.write { db in
                let paper = try TestPaper.onAgenda(db, house)
                var form = TestPaper.results(paper)
                form.publishOn = "2026-11-24"
                form.publishTime = "14:00"
                try TestPaper.decide(paper, form, db, house)
                let count = { try Decision.all(in: house.programme, db).count }
                let before = try count()
                let early = try TestConsultation.moment("2026-11-24T12:59:59.000Z")
                let late = try TestConsultation.moment("2026-11-24T13:00:00.000Z")
                let isDueEarly = try FollowPaperTimes.isDue(at: early, in: db)
                try FollowPaperTimes().run(at: early, in: db)
                let between = try count()
                try FollowPaperTimes().run(at: late, in: db)
                return (isDueEarly, between - before, try count() - before)
            }

            #expect(counts.0 == false)
            #expect(counts.1 == 0)
            #expect(counts.2 == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a published decision is put right by a new one that names it`(_ engine: Engine) async throws {
        try await TestPaper.with(engine) { database, house in
            try await database.write { db in
                let paper = try TestPaper.onAgenda(db, house, proposals: [TestPaper.waste])
                var form = ResultsForm()
                form.all = DecisionOutcome.adopted.rawValue
                form.revision = paper.revision
                try TestPaper.decide(paper, form, db, house)
                try PublishDecisions(paper.number, in: house.programme)
                    .run(as: house.recorder, at: TestPaper.now, in: db)
                let wrong = try #require(try Decision.all(in: house.programme, db).first)
                let next = try TestPaper.onAgenda(db, house, proposals: [], corrects: wrong.number)
                try Self.reject(next, db, house)
                let right = try #require(
                    try Decision.all(in: house.programme, db).first { $0.corrects != nil })

                #expect(right.corrects == wrong.number)
                #expect(try Decision.find(number: wrong.number, in: house.programme, db)?.correctedBy == right.number)
                #expect(try Decision.find(number: wrong.number, in: house.programme, db)?.text == wrong.text)
                #expect(try VerifyJournal().run(in: db).faults == [])
            }
        }
    }

    /// The paper with one item that puts a decision right goes the rest of its way.
    private static func reject(_ paper: PaperAtWork, _ db: Connection, _ house: TestPaper.House) throws {
        var form = ResultsForm()
        form.all = DecisionOutcome.rejected.rawValue
        form.revision = paper.revision
        var entry = ResultsForm.Entry()
        entry.reason = "Der Beschluss war falsch festgehalten."
        form.entries = ["1": entry]
        try TestPaper.decide(paper, form, db, house)
        try PublishDecisions(paper.number, in: house.programme).run(as: house.recorder, at: TestPaper.now, in: db)
    }
}
