// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// What tests about the synopsis begin with: a closed consultation with two statements.
enum TestSynopsis {
    static let now = TestConsultation.now

    /// Statement a says two things, statement b one of them as well.
    struct Hearing: Sendable {
        let rules: ConsultationRules
        let first: SynopsisPlace
        let second: SynopsisPlace
        let alike: SynopsisPlace
        let office: String
    }

    static func hearing(_ db: Connection, _ house: TestConsultation.House) throws -> Hearing {
        let rules = try TestConsultation.opened(db, house)
        let vera = try TestStatement.writer(rules, in: db)
        let viktor = try TestStatement.writer(rules, email: "viktor@example.org", at: 1, in: db)
        var open = TestStatement.form("Insgesamt gut.", points: ["GEHEIM-PUNKT Licht", "Mehr Busse.\n\nMehr Räder."])
        open.mayPublish = true
        try TestStatement.write(open, rules, .submit, by: vera, in: db)
        let closed = TestStatement.form(nil, points: ["GEHEIM-BLEIBT Licht"])
        try TestStatement.write(closed, rules, .submit, by: viktor, in: db)
        try MoveConsultation(rules.number, in: house.programme, .close, because: "Alle haben geantwortet.")
            .run(as: house.office, at: now, in: db)
        let rows = try SynopsisPoint.list(of: rules.id, SynopsisFilter(), on: now.day, ListPage(1), db).rows
        let places = rows.map(\.place)
        return Hearing(
            rules: try #require(try ConsultationRules.find(id: rules.id, db)), first: places[0], second: places[1],
            alike: places[2], office: try #require(try SynopsisChoices.load(in: house.programme, db).offices.first).key)
    }

    static func assign(
        _ places: [SynopsisPlace], _ hearing: Hearing, _ house: TestConsultation.House, in db: Connection
    ) throws {
        try AssignPoints(
            places, in: hearing.rules.number, of: house.programme, to: hearing.office, by: "2026-12-24"
        ).run(as: house.office, at: now, in: db)
    }

    static func assess(
        _ place: SynopsisPlace, _ hearing: Hearing, _ house: TestConsultation.House, ministries: [String] = [],
        text: String = "GEHEIM-ANTWORT", in db: Connection
    ) throws {
        let file = try #require(try PointFile.load(place, in: hearing.rules, db))
        var form = AssessmentForm()
        form.outcome = PointOutcome.accepted.rawValue
        form.assessment = text
        form.changeOld = "Ohne Licht."
        form.changeNew = "GEHEIM-NEU Mit Licht."
        form.ministries = ministries
        form.revision = file.revision
        try AssessPoint(place, in: hearing.rules.number, of: house.programme, form).run(
            as: house.office, at: now, in: db)
    }

    static func state(_ place: SynopsisPlace, _ hearing: Hearing, _ db: Connection) throws -> PointState? {
        try SynopsisPoint.find(place, of: hearing.rules.id, db)?.state
    }
}
