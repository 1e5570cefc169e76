// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// People are heard on fields of action in the making, and what they say is answered like what they say on proposals.
@Suite struct HeardFieldTests {
    private static let now = TestConsultation.now

    private static func write(
        _ name: String, _ aim: String, of id: String? = nil, revision: Int64 = 0, _ house: TestConsultation.House,
        _ db: Connection
    ) throws {
        var form = FieldDraftForm()
        form.name = name
        form.aim = aim
        form.goals = "Weniger Wege\nMehr Zeit"
        form.revision = revision
        try WriteFieldDraft(form, of: id, in: house.programme).run(as: house.office, in: db)
    }

    @Test(arguments: TestPlace.engines)
    func `a field on the board is a document of a consultation, and a point on it stands in the synopsis`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (rules, draft) = try await database.write { db in
                try Self.write("Kurze Wege", "Alles in der Nähe.", house, db)
                let rules = try TestConsultation.opened(db, house) { $0.hearsFields = true }
                let draft = try #require(
                    try FieldBoard.load(in: house.programme, db).drafts.first { $0.name == "Kurze Wege" })
                // Whatever becomes of the board, people have been heard on these words.
                try Self.write("Weite Wege", "Alles weit weg.", of: draft.id, revision: draft.revision, house, db)
                return (rules, draft)
            }
            let (places, point, published, narrowed, report) = try await database.write { db in
                let vera = try TestStatement.writer(rules, in: db)
                var form = TestStatement.form(nil)
                form.points = [
                    StatementForm.Point(kind: "suggestion", place: "feld/\(draft.id)", text: "Auch zu Fuß.")
                ]
                form.mayPublish = true
                try TestStatement.write(form, rules, .submit, by: vera, in: db)
                let kept = try #require(try StatementDraft.find(of: vera.party, in: rules, db))
                let point = try #require(
                    try SynopsisPoint.list(of: rules.id, SynopsisFilter(), on: Self.now.day, ListPage(1), db).rows.last)
                let narrowed = try [draft.id, "another"].map { lineage in
                    var filter = SynopsisFilter()
                    filter.heardField = lineage
                    return try SynopsisPoint.count(of: rules.id, filter, on: Self.now.day, db)
                }
                let record = try ProgrammeContents.find(
                    ConsultationRecord.self, rules.id, of: house.programme, in: db)?.record
                return (
                    kept.form.points.map(\.place), point, record?.publicForm.fieldDrafts.map(\.name), narrowed,
                    try VerifyJournal().run(in: db)
                )
            }

            #expect(rules.heardFields.map(\.name).contains("Kurze Wege"))
            #expect(places == ["feld/\(draft.id)"])
            #expect(point.heardField == "Kurze Wege")
            #expect(point.reference == nil)
            #expect(narrowed == [1, 0])
            #expect(published?.contains("Kurze Wege") == true)
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `without a field on the board nobody can be heard on it, and only the programme office hears people on it`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            await #expect(throws: InvalidForm([.init("handlungsfelder", "fields-missing")])) {
                try await database.write { db in
                    _ = try TestConsultation.opened(db, house) { $0.hearsFields = true }
                }
            }
            try await database.write { db in try Self.write("Kurze Wege", "Alles in der Nähe.", house, db) }
            await #expect(throws: Refusal("publish-only-by-programme-office")) {
                try await database.write { db in
                    let person = try TestPeople.make("mfh@example.org", in: db)
                    let ministry = try #require(try SynopsisChoices.load(in: house.programme, db).ministries.first)
                    let officer = Visitor(
                        person, roles: [HeldRole(.ministryOfficer, in: house.programme, for: ministry.id)])
                    var form = try TestConsultation.form(db, in: house.programme)
                    form.hearsFields = true
                    _ = try PlanConsultation(form, in: house.programme).run(as: officer, at: Self.now, in: db)
                }
            }
        }
    }
}
