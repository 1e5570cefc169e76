// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Positions on the conference about drinking water, which has ended.
@Suite struct RecordPositionTests {
    private static func form(_ municipality: String, _ stance: Stance, _ text: String? = nil) -> PositionForm {
        var form = PositionForm()
        form.municipality = municipality
        form.proposal = "17"
        form.stance = stance.rawValue
        form.text = text
        return form
    }

    private static func record(
        _ form: PositionForm, in number: Int64 = 10, _ house: TestConsultation.House, as visitor: Visitor? = nil,
        _ db: Connection
    ) throws {
        try RecordPosition(form, in: number, of: house.programme)
            .run(as: visitor ?? house.office, at: TestConsultation.now, in: db)
    }

    private static func positions(_ house: TestConsultation.House, _ db: Connection) throws -> [MunicipalPosition] {
        let rules = try #require(try ConsultationRules.find(number: 10, in: house.programme, db))
        return try MunicipalPosition.list(of: rules.id, publicOnly: false, db)
    }

    @Test(arguments: TestPlace.engines)
    func `positions are points of the synopsis, one for each municipality and proposal`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            let found = try await database.write { db in
                try Self.record(Self.form("Stadt Neuenfeld", .support), house, db)
                try Self.record(Self.form("Kreis Auental", .withChanges, "Nur mit Pumpwerk."), house, db)
                try Self.record(Self.form("Stadt Neuenfeld", .rejection, "Doch nicht."), house, db)
                let rules = try #require(try ConsultationRules.find(number: 10, in: house.programme, db))
                let points = try SynopsisPoint.list(
                    of: rules.id, SynopsisFilter(), on: TestConsultation.now.day, ListPage(1), db
                ).rows
                return (
                    try Self.positions(house, db),
                    points.filter { ["Doch nicht.", "Nur mit Pumpwerk."].contains($0.text) }.map(\.kind)
                )
            }
            let report = try await database.read { db in try VerifyJournal().run(in: db) }

            #expect(found.0.map(\.party.name) == ["Neuenfeld", "Kreisverwaltung Auental"])
            #expect(found.0.map(\.stance) == [.rejection, .withChanges])
            #expect(Set(found.1) == [.rejection, .suggestion])
            #expect(report.faults == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is no position is refused, and nothing is written`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            try await database.write { db in
                let guest = Visitor.guest
                #expect(throws: InvalidForm.self) {
                    try Self.record(Self.form("Stadt Neuenfeld", .rejection), house, db)
                }
                #expect(throws: InvalidForm.self) { try Self.record(Self.form("Stadt Anderswo", .support), house, db) }
                #expect(throws: Refusal("positions-only-in-conferences")) {
                    try Self.record(Self.form("Stadt Neuenfeld", .support), in: 11, house, db)
                }
                #expect(throws: Refusal("consultation-takes-no-letters")) {
                    try Self.record(Self.form("Stadt Neuenfeld", .support), in: 7, house, db)
                }
                #expect(throws: Refusal.self) {
                    try Self.record(Self.form("Stadt Neuenfeld", .support), house, as: guest, db)
                }
                let kept = try Self.positions(house, db)
                #expect(kept == [])
            }
        }
    }
}
