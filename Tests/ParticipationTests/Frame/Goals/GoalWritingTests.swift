// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Goals and indicators are written by the programme office, and what was said before stays to be read.
@Suite struct GoalWritingTests {
    private static func goal(_ number: Int64, _ programme: String, _ db: Connection) throws -> Goal {
        try #require(try Goal.list(in: programme, db).first { $0.number == number })
    }

    private static func indicator(_ key: String, _ programme: String, _ db: Connection) throws -> Indicator {
        try #require(try Indicator.list(in: programme, db).first { $0.key == key })
    }

    @Test(arguments: TestPlace.engines)
    func `a goal that reads differently keeps what it said and why it was changed`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let told = try await database.write { db -> (Goal, Goal, InvalidForm?, Outdated?, [String]) in
                let found = try #require(try GoalForm.find(7, in: house.programme, db))
                var form = found.form
                form.title = "Ärztliche Hilfe in 20 Minuten"
                let change = { (form: GoalForm, revision: Int64) in
                    try ChangeGoal(7, form, basedOn: revision, in: house.programme)
                        .run(as: house.office, at: TestPeople.now, in: db)
                }
                let silent = #expect(throws: InvalidForm.self) { try change(form, found.revision) }
                form.reason = "Klarer gesagt."
                try change(form, found.revision)
                var late = found.form
                late.title = "Ganz anders"
                late.reason = "Zu spät."
                let conflict = #expect(throws: Outdated.self) { try change(late, found.revision) }
                return (
                    found.goal, try Self.goal(7, house.programme, db), silent, conflict,
                    try VerifyJournal().run(in: db).faults.map { "\($0)" }
                )
            }

            #expect(told.1.title == "Ärztliche Hilfe in 20 Minuten")
            #expect(told.1.changes.map(\.act) == [.worded])
            #expect(told.1.changes.map(\.reason) == ["Klarer gesagt."])
            #expect(told.1.changes.map(\.earlierTitle) == [told.0.title])
            #expect(told.1.changes.map(\.earlierText) == [nil])
            #expect(told.2?.faults == [.init("grund", "reason-missing")])
            #expect(
                told.3?.theirs == [.init(field: GoalForm.Field.title, text: "Ärztliche Hilfe in 20 Minuten")])
            #expect(told.4 == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a goal is added, moved up and ended, and counts no longer as a gap`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let told = try await database.write { db -> ([Int64], [Int64], [Int64], Goal, [String]) in
                let figures = {
                    try FigureRegister.list(["goals-without-project"], of: house.programme, in: db)
                        .compactMap(\.counted)
                }
                let before = try figures()
                let vision = try Self.goal(1, house.programme, db)
                var form = GoalForm()
                form.kind = "goal"
                form.title = "Ein Bad in jeder Gemeinde"
                form.parent = vision.key
                let number = try AddGoal(form, in: house.programme).run(as: house.office, at: TestPeople.now, in: db)
                try MoveGoal(number, .up, in: house.programme).run(as: house.office, at: TestPeople.now, in: db)
                let order = try Goal.list(in: house.programme, db).filter { $0.parentID == vision.id }.map(\.number)
                #expect(order.firstIndex(of: number) == order.count - 2)
                let added = try figures()
                try RetireGoal(number, resumes: false, because: "Kein Geld.", in: house.programme)
                    .run(as: house.office, at: TestPeople.now, in: db)
                return (
                    before, added, try figures(), try Self.goal(number, house.programme, db),
                    try VerifyJournal().run(in: db).faults.map { "\($0)" }
                )
            }

            #expect(told.1 == told.0.map { $0 + 1 })
            #expect(told.2 == told.0)
            #expect(told.3.retiredOn == TestPeople.now.day)
            #expect(told.3.changes.map(\.act) == [.retired])
            #expect(told.4 == [])
        }
    }

    @Test func `a vision with goals below it cannot be ended`() async throws {
        try await ProjectWorkTests.with(.sqlite) { database, house in
            let refused = try await database.write { db in
                #expect(throws: InvalidForm.self) {
                    try RetireGoal(1, resumes: false, because: "Vorbei.", in: house.programme)
                        .run(as: house.office, at: TestPeople.now, in: db)
                }
            }

            #expect(refused?.faults == [.init("ende-grund", "vision-has-goals")])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a value that is put right leaves the old one to be read, and one taken back counts no longer`(
        engine: Engine
    ) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let told = try await database.write { db -> (InvalidForm?, Indicator, Indicator, [String]) in
                let record = { (form: MeasurementForm) in
                    try RecordMeasurement(form, of: "stundentakt-anteil", in: house.programme)
                        .run(as: house.office, at: TestPeople.now, in: db)
                }
                var form = MeasurementForm()
                form.asOf = "31.12.2025"
                form.value = "64,1"
                form.sourceName = "Verkehrszählung"
                let silent = #expect(throws: InvalidForm.self) { try record(form) }
                form.reason = "Zwei Linien fehlten."
                try record(form)
                let corrected = try Self.indicator("stundentakt-anteil", house.programme, db)
                var back = MeasurementForm()
                back.asOf = "2025-12-31"
                back.takesBack = true
                back.reason = "Die Zählung war fehlerhaft."
                try record(back)
                return (
                    silent, corrected, try Self.indicator("stundentakt-anteil", house.programme, db),
                    try VerifyJournal().run(in: db).faults.map { "\($0)" }
                )
            }

            #expect(told.0?.faults == [.init("wert-grund", "correction-reason-missing")])
            #expect(told.1.value?.text == "64.1")
            #expect(told.1.values.map { $0.value?.text } == ["54.2", "54.9", "57.3", "64.1"])
            #expect(told.1.corrections.map(\.before?.text) == ["63.8"])
            #expect(told.1.corrections.map(\.reason) == ["Zwei Linien fehlten."])
            #expect(told.2.value?.text == "57.3")
            #expect(told.2.asOf?.text == "2024-12-31")
            #expect(told.2.corrections.map(\.after?.text) == ["64.1", nil])
            #expect(told.3 == [])
        }
    }

    @Test func `whoever is not of the programme office writes neither goals nor values`() async throws {
        try await ProjectWorkTests.with(.sqlite) { database, house in
            let refusals = try await database.write { db in
                [house.officer, house.lead, house.stranger].map { visitor in
                    #expect(throws: Refusal.self) {
                        try RecordMeasurement(MeasurementForm(), of: "radwege", in: house.programme)
                            .run(as: visitor, at: TestPeople.now, in: db)
                    }?.reason
                }
            }

            #expect(refusals == Array(repeating: "goals-only-for-programme-office", count: 3))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a project says in words what it contributes, and nobody overwrites it unseen`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let told = try await database.write { db -> ([Contribution], Outdated?, [String]) in
                let project = try ProjectAtWork.existing(1, in: house.programme, db)
                let indicators = try ContributionForm.indicators(of: project, db)
                let key = try #require(indicators.first?.key)
                let found = try ContributionForm.find(of: project, db)
                let state = { (text: String) in
                    try StateContributions(
                        1, ContributionForm(texts: [key: text]), basedOn: found.revision, in: house.programme
                    ).run(as: house.lead, at: TestPeople.now, in: db)
                }
                try state("Drei neue Linien im Stundentakt.")
                let conflict = #expect(throws: Outdated.self) { try state("Etwas anderes.") }
                return (
                    try Contribution.list(of: project.id, db), conflict,
                    try VerifyJournal().run(in: db).faults.map { "\($0)" }
                )
            }

            #expect(told.0.map(\.text) == ["Drei neue Linien im Stundentakt."])
            #expect(told.1?.theirs.map(\.text) == ["Drei neue Linien im Stundentakt."])
            #expect(told.2 == [])
        }
    }

    @Test(arguments: [
        ("63,8", "63.8"), ("1.234,5", "1234.5"), ("5.111.530", "5111530"), ("-0,4", "-0.4"), ("63.8", "63.8"),
        ("0.123", "0.123"), ("1 234", "1234"), ("1.234", "1234"), ("12,", nil), ("1.23.4", nil), ("1,2,3", nil),
        ("abc", nil), ("", nil), ("12345678901234567890", nil),
    ])
    func `a decimal is read as it is written, or not at all`(typed: String, text: String?) {
        #expect(TypedDecimal.read(typed)?.text == text)
    }
}
