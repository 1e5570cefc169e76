// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Points from their assignment to their release.
@Suite struct SynopsisWorkTests {
    @Test(arguments: TestPlace.engines)
    func `a point is assigned, assessed, agreed over a dissent and released, and its duty is met`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            typealias Found = ([PointState?], [String], VerificationReport)
            let (states, duties, report) = try await database.write { db -> Found in
                let hearing = try TestSynopsis.hearing(db, house)
                let place = hearing.first
                var states = [try TestSynopsis.state(place, hearing, db)]
                let note = { states.append(try TestSynopsis.state(place, hearing, db)) }
                try TestSynopsis.assign([place], hearing, house, in: db)
                try note()
                let ministry = try #require(try SynopsisChoices.load(in: house.programme, db).ministries.first)
                try TestSynopsis.assess(place, hearing, house, ministries: [ministry.key], in: db)
                try note()
                try Self.dissent(place, hearing, house, ministry, in: db)
                try note()
                let file = try #require(try PointFile.load(place, in: hearing.rules, db))
                try AnswerDissent(
                    place, in: hearing.rules.number, of: house.programme, to: ministry.key, reply: "Das ist bezahlt.",
                    revision: file.revision
                ).run(as: house.office, at: TestSynopsis.now, in: db)
                try note()
                try ReleasePoints([place], in: hearing.rules.number, of: house.programme)
                    .run(as: house.office, at: TestSynopsis.now, in: db)
                try note()
                let signature = try PointFile.load(place, in: hearing.rules, db)?.signatures.first
                states += signature?.note == "Zu teuer." && signature?.reply == "Das ist bezahlt." ? [] : [nil]
                let duties: [String] = try db.rows(
                    "SELECT state FROM duty WHERE kind = 'assessment' AND due_on = '2026-12-24'"
                )
                .map { try $0.get("state") }
                return (states, duties, try VerifyJournal().run(in: db))
            }

            #expect(states == [.received, .assigned, .assessed, .assessed, .agreed, .released])
            #expect(duties == ["duty.met"])
            #expect(report.faults == [])
        }
    }

    private static func dissent(
        _ place: SynopsisPlace, _ hearing: TestSynopsis.Hearing, _ house: TestConsultation.House,
        _ ministry: SynopsisChoices.Ministry, in db: Connection
    ) throws {
        let person = try TestPeople.make("ressort@example.org", in: db)
        let officer = Visitor(person, roles: [HeldRole(.ministryOfficer, in: house.programme, for: ministry.id)])
        let file = try #require(try PointFile.load(place, in: hearing.rules, db))
        try SignPoint(
            place, in: hearing.rules.number, of: house.programme, for: ministry.key,
            answer: CoSignatureState.refused.rawValue, note: "Zu teuer.", revision: file.revision
        ).run(as: officer, at: TestSynopsis.now, in: db)
    }

    @Test(arguments: TestPlace.engines)
    func `two officers at one point never overwrite each other, and a released point stays as it is`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            let hearing = try await database.write { db in try TestSynopsis.hearing(db, house) }
            var late = AssessmentForm()
            late.outcome = PointOutcome.noted.rawValue
            late.assessment = "Zu spät."
            late.revision = try await database.read { db in
                try PointFile.load(hearing.first, in: hearing.rules, db)?.revision
            }
            let mine = late
            try await database.write { db in try TestSynopsis.assess(hearing.first, hearing, house, in: db) }
            await #expect(throws: Outdated()) {
                try await database.write { db in
                    try AssessPoint(hearing.first, in: hearing.rules.number, of: house.programme, mine)
                        .run(as: house.office, at: TestSynopsis.now, in: db)
                }
            }
            try await database.write { db in
                try ReleasePoints([hearing.first], in: hearing.rules.number, of: house.programme)
                    .run(as: house.office, at: TestSynopsis.now, in: db)
            }
            await #expect(throws: Refusal("point-is-released")) {
                try await database.write { db in try TestSynopsis.assess(hearing.first, hearing, house, in: db) }
            }
            let kept = try await database.read { db in try SynopsisPoint.find(hearing.first, of: hearing.rules.id, db) }

            #expect(kept?.assessment == "GEHEIM-ANTWORT")
        }
    }

    @Test(arguments: TestPlace.engines)
    func `split and joined points keep their origin, their sender and their number`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let (points, alike, report) = try await database.write { db in
                let hearing = try TestSynopsis.hearing(db, house)
                let file = try #require(try PointFile.load(hearing.second, in: hearing.rules, db))
                try SplitPoint(
                    hearing.second, in: hearing.rules.number, of: house.programme, into: file.point.text,
                    revision: file.revision
                ).run(as: house.office, at: TestSynopsis.now, in: db)
                try JoinPoints([hearing.alike, hearing.first], in: hearing.rules.number, of: house.programme)
                    .run(as: house.office, at: TestSynopsis.now, in: db)
                try TestSynopsis.assess(hearing.first, hearing, house, in: db)
                try ReleasePoints([hearing.first], in: hearing.rules.number, of: house.programme)
                    .run(as: house.office, at: TestSynopsis.now, in: db)
                let points = try SynopsisPoint.list(
                    of: hearing.rules.id, SynopsisFilter(), on: TestSynopsis.now.day, ListPage(1), db
                ).rows
                let alike = try SynopsisPoint.find(hearing.alike, of: hearing.rules.id, db)
                return (points, alike, try VerifyJournal().run(in: db))
            }

            #expect(points.map(\.text) == ["GEHEIM-PUNKT Licht", "Mehr Busse.", "Mehr Räder.", "GEHEIM-BLEIBT Licht"])
            #expect(points[2].splitFrom == points[1].place)
            #expect(points[0].alike == 1)
            #expect(alike?.answeredWith == points[0].place)
            #expect(alike?.state == .released)
            #expect(alike?.assessment == "GEHEIM-ANTWORT")
            #expect(report.faults == [])
        }
    }

    @Test func `what is not agreed is not released, and what is missing is said`() async throws {
        try await TestConsultation.with(.sqlite) { database, house in
            let hearing = try await database.write { db in try TestSynopsis.hearing(db, house) }
            await #expect(throws: Refusal("point-is-not-agreed")) {
                try await database.write { db in
                    try ReleasePoints([hearing.first], in: hearing.rules.number, of: house.programme)
                        .run(as: house.office, at: TestSynopsis.now, in: db)
                }
            }
            await #expect(
                throws: InvalidForm([
                    .init("punkt", "points-missing"), .init("stelle", "office-missing"), .init("faellig", "no-date"),
                ])
            ) {
                try await database.write { db in
                    try AssignPoints([], in: hearing.rules.number, of: house.programme, to: nil, by: "morgen")
                        .run(as: house.office, at: TestSynopsis.now, in: db)
                }
            }
        }
    }
}
