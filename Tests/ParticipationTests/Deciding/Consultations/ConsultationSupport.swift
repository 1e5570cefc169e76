// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// What tests about consultations begin with: Musterregion in a database of their own, and people who run it.
enum TestConsultation {
    /// A Monday, half past nine in Berlin.
    static let now: Moment = TestPeople.now

    struct House: Sendable {
        let programme: String
        let office: Visitor
    }

    static func with(_ engine: Engine, _ test: (Database, House) async throws -> Void) async throws {
        try await Bundled.with(engine, .musterregion(now)) { database in
            let house = try await database.write { db in
                let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
                let person = try TestPeople.make("buero@example.org", in: db)
                return House(
                    programme: programme, office: Visitor(person, roles: [HeldRole(.programmeOffice, in: programme)]))
            }
            try await test(database, house)
        }
    }

    /// The form of a hearing of associations that begins today and lasts four weeks.
    static func form(_ db: Connection, in programme: String) throws -> ConsultationForm {
        let choices = try ConsultationChoices.load(in: programme, db)
        var form = ConsultationForm()
        form.title = "Anhörung zum Nachtbus"
        form.kind = ConsultationKind.associationHearing.rawValue
        form.startsOn = "2026-11-23"
        form.endsOn = "2026-12-20"
        form.fileNumber = "ZM-99/2026"
        form.audience = "Verbände"
        form.channel = "online"
        form.use = "Jeder Punkt wird beantwortet."
        form.proposals = choices.proposals.filter { $0.version != nil }.prefix(2).map { String($0.number) }
        form.invited = Array(choices.organisations.prefix(3))
        return form
    }

    /// An open consultation with its rules.
    static func opened(
        _ db: Connection, _ house: House, _ edit: (inout ConsultationForm) -> Void = { _ in }
    ) throws -> ConsultationRules {
        var form = try form(db, in: house.programme)
        edit(&form)
        let number = try PlanConsultation(form, in: house.programme).run(as: house.office, at: now, in: db)
        try MoveConsultation(number, in: house.programme, .open, because: nil).run(as: house.office, at: now, in: db)
        return try #require(try ConsultationRules.find(number: number, in: house.programme, db))
    }

    static func moment(_ text: String) throws -> Moment { try #require(Moment(text: text)) }
}
