// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Answers become public in one step, with consent, and not before.
@Suite struct PublishSynopsisTests {
    @Test(arguments: TestPlace.engines)
    func `only with the last release, only with consent, and every sender is told`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let hearing = try await database.write { db in try TestSynopsis.hearing(db, house) }
            let publish = PublishSynopsis(hearing.rules.number, in: house.programme)
            try await database.write { db in
                try MoveConsultation(hearing.rules.number, in: house.programme, .evaluate, because: nil)
                    .run(as: house.office, at: TestSynopsis.now, in: db)
            }
            await #expect(throws: Refusal("points-not-released")) {
                try await database.write { db in
                    try publish.run(as: house.office, at: TestSynopsis.now, in: db) { _ in Self.letter("nie") }
                }
            }
            let (before, after, mails, report) = try await database.write { db in
                let places = [hearing.first, hearing.second, hearing.alike]
                for place in places { try TestSynopsis.assess(place, hearing, house, in: db) }
                try ReleasePoints(places, in: hearing.rules.number, of: house.programme)
                    .run(as: house.office, at: TestSynopsis.now, in: db)
                let before = try Self.visible(hearing, house, db)
                try publish.run(as: house.office, at: TestSynopsis.now, in: db) {
                    Self.letter("\($0.isPublic) \($0.answers.count)")
                }
                let mails = try MailQueries.due(at: TestSynopsis.now, in: db).filter {
                    $0.cause == "statement_considered"
                }
                return (
                    before, try Self.visible(hearing, house, db), mails.map(\.letter.subject),
                    try VerifyJournal().run(in: db)
                )
            }

            #expect(before == [])
            #expect(after == ["GEHEIM-PUNKT Licht", "Mehr Busse.\n\nMehr Räder."])
            #expect(mails == ["false 1"])
            #expect(report.faults == [])
        }
    }

    /// The points that the public can read.
    private static func visible(
        _ hearing: TestSynopsis.Hearing, _ house: TestConsultation.House, _ db: Connection
    ) throws -> [String] {
        var filter = Point.Filter()
        filter.consultation = hearing.rules.number
        return try Point.list(filter, ListPage(1), in: house.programme, db).rows.map(\.text)
    }

    private static func letter(_ text: String) -> Letter { Letter(subject: text, text: text) }
}
