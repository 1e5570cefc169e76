// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// From accepted points to a new version (standards §3.2, §3.3: each change leads back to its statement).
@Suite struct RevisionTests {
    private static let number: Int64 = 18

    /// An open hearing on proposal 18 with one point on its second paragraph.
    private static func hearing(
        _ db: Connection, _ house: TestConsultation.House
    ) throws -> (rules: ConsultationRules, place: SynopsisPlace) {
        let rules = try TestConsultation.opened(db, house) { $0.proposals = ["18"] }
        let vera = try TestStatement.writer(rules, in: db)
        var form = TestStatement.form(nil)
        form.points = [StatementForm.Point(kind: "suggestion", place: "18/a2", text: "Bitte mit Speicher.")]
        form.mayPublish = true
        try TestStatement.write(form, rules, .submit, by: vera, in: db)
        let rows = try SynopsisPoint.list(of: rules.id, SynopsisFilter(), on: TestSynopsis.now.day, ListPage(1), db)
            .rows
        return (rules, try #require(rows.first).place)
    }

    private static func release(
        _ place: SynopsisPlace, _ rules: ConsultationRules, _ db: Connection, _ house: TestConsultation.House
    ) throws {
        let hearing = TestSynopsis.Hearing(
            rules: try #require(try ConsultationRules.find(id: rules.id, db)), first: place, second: place,
            alike: place, office: try #require(try SynopsisChoices.load(in: house.programme, db).offices.first).key)
        try TestSynopsis.assess(place, hearing, house, in: db)
        try ReleasePoints([place], in: rules.number, of: house.programme)
            .run(as: house.office, at: TestSynopsis.now, in: db)
    }

    private static func form(
        _ db: Connection, _ house: TestConsultation.House, _ edit: (inout RevisionForm) -> Void
    ) throws -> RevisionForm {
        let draft = try draft(db, house)
        var form = RevisionForm()
        form.revision = draft.revision
        for paragraph in draft.paragraphs {
            var typed = RevisionForm.Paragraph()
            typed.text = paragraph.text
            typed.causes = paragraph.causes.map(\.text)
            typed.isEditorial = paragraph.isEditorial
            form.paragraphs[paragraph.lineage] = typed
        }
        edit(&form)
        return form
    }

    private static func draft(_ db: Connection, _ house: TestConsultation.House) throws -> RevisionDraft {
        try #require(try RevisionDraft.find(number: number, in: house.programme, db))
    }

    private static func save(
        _ db: Connection, _ house: TestConsultation.House, _ edit: (inout RevisionForm) -> Void
    ) throws {
        try SaveRevision(try form(db, house, edit), of: number, in: house.programme)
            .run(as: house.office, at: TestSynopsis.now, in: db)
    }

    private static func publish(_ db: Connection, _ house: TestConsultation.House) throws -> Int64 {
        let revision = try draft(db, house).revision
        return try PublishRevision(number, in: house.programme, revision: revision)
            .run(as: house.office, at: TestSynopsis.now, in: db) { summary in
                "geändert \(summary.followed) redaktionell \(summary.editorial) neu \(summary.added) "
                    + "gestrichen \(summary.removed)"
            }
    }

    @Test(arguments: TestPlace.engines)
    func `a new version waits for the consultation and then names the points that caused it`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (rules, place) = try await database.write { db in try Self.hearing(db, house) }
            try await database.write { db in
                try Self.release(place, rules, db, house)
                try Self.save(db, house) { form in
                    form.paragraphs["a2"]?.text = "Jetzt mit Speicher."
                    form.paragraphs["a2"]?.causes = [place.text]
                }
            }
            await #expect(throws: Refusal("version-waits-for-consultation")) {
                try await database.write { db in _ = try Self.publish(db, house) }
            }
            let faults = try await database.read { db in
                try RevisionFault.list(in: house.programme, db).filter { $0.proposal == Self.number }
            }
            let version = try await database.write { db in
                try MoveConsultation(rules.number, in: house.programme, .close, because: "Alle haben geantwortet.")
                    .run(as: house.office, at: TestSynopsis.now, in: db)
                return try Self.publish(db, house)
            }
            try await database.read { db in
                let proposal = try #require(try Proposal.find(number: Self.number, in: house.programme, db))
                let versions = try Proposal.versions(of: proposal.id, db)
                let point = try #require(try SynopsisPlace.ids(of: place, in: rules.id, db)).point

                #expect(faults.map(\.kind) == [.pointWithoutChange(place, consultation: rules.number)])
                #expect(version == 2)
                #expect(versions.last?.paragraphs.map(\.text)[1] == "Jetzt mit Speicher.")
                #expect(versions.last?.changeNote == "geändert [\"2\"] redaktionell [] neu [] gestrichen []")
                #expect(proposal.state == .revised)
                #expect(try PointChange.list(of: point, db).map(\.version) == [2])
                // The answer to the point is not public yet, so the public does not learn of it.
                #expect(try RevisionTrace.list(of: proposal.id, db) == [])
                #expect(try RevisionFault.list(in: house.programme, db).filter { $0.proposal == Self.number } == [])
                #expect(try Self.draft(db, house).revision == 0)
                #expect(try VerifyJournal().run(in: db).faults == [])
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a change without a cause is refused, one of wording is not, and paragraphs are divided and taken out`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            try await database.write { db in
                try Self.save(db, house) { form in form.paragraphs["a1"]?.text = "Eins.\n\nUnd zwei." }
            }
            let new = try await database.read { db in
                try Self.draft(db, house).paragraphs.map(\.lineage)
            }
            await #expect(
                throws: InvalidForm([.init("ursache-a1", "cause-missing"), .init("ursache-\(new[1])", "cause-missing")])
            ) {
                try await database.write { db in _ = try Self.publish(db, house) }
            }
            try await database.write { db in
                try Self.save(db, house) { form in
                    form.paragraphs["a1"]?.isEditorial = true
                    form.paragraphs[new[1]]?.isEditorial = true
                    form.paragraphs["a3"]?.text = nil
                    form.paragraphs["a3"]?.isEditorial = true
                }
                _ = try Self.publish(db, house)
            }
            try await database.read { db in
                let proposal = try #require(try Proposal.find(number: Self.number, in: house.programme, db))
                let last = try #require(try Proposal.versions(of: proposal.id, db).last)

                #expect(last.paragraphs.map(\.label) == ["1", "2", "3"])
                #expect(last.paragraphs.map(\.lineage) == ["a1", new[1], "a2"])
                #expect(last.changeNote == "geändert [] redaktionell [\"1\"] neu [\"2\"] gestrichen [\"3\"]")
                #expect(try RevisionTrace.list(of: proposal.id, db).map(\.cause) == [nil, nil, nil])
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `two who save at once notice each other, and others may not write`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (stale, officer) = try await database.write { db in
                let stale = try Self.form(db, house) { $0.paragraphs["a1"]?.text = "Meins." }
                try Self.save(db, house) { $0.paragraphs["a1"]?.text = "Ihres." }
                let person = try TestPeople.make("fremd@example.org", in: db)
                return (stale, Visitor(person, roles: [HeldRole(.ministryOfficer, in: house.programme, for: "x")]))
            }

            await #expect(throws: Outdated()) {
                try await database.write { db in
                    try SaveRevision(stale, of: Self.number, in: house.programme)
                        .run(as: house.office, at: TestSynopsis.now, in: db)
                }
            }
            await #expect(throws: Refusal("revision-of-another-ministry")) {
                try await database.write { db in
                    try SaveRevision(stale, of: Self.number, in: house.programme)
                        .run(as: officer, at: TestSynopsis.now, in: db)
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a released point cannot be assessed again`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (rules, place) = try await database.write { db in
                let found = try Self.hearing(db, house)
                try Self.release(found.place, found.rules, db, house)
                return found
            }

            await #expect(throws: Refusal("point-is-released")) {
                try await database.write { db in
                    let file = try #require(try PointFile.load(place, in: rules, db))
                    var form = AssessmentForm()
                    form.outcome = PointOutcome.noted.rawValue
                    form.assessment = "Doch nicht."
                    form.revision = file.revision
                    try AssessPoint(place, in: rules.number, of: house.programme, form)
                        .run(as: house.office, at: TestSynopsis.now, in: db)
                }
            }
        }
    }
}
