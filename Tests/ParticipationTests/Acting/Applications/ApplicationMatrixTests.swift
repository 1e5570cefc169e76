// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Who may do what with an application, and when: role × verb × state × moment. Every cell is tried with the use case
/// itself, and nothing of it stays.
@Suite struct ApplicationMatrixTests {
    /// Somebody, by what they hold.
    enum Who: String, CaseIterable {
        case citizen, applicant, otherOrganisation, officer, programmeOffice, cabinetOffice, administrator
    }

    /// s: save · h: hand in · w: withdraw · m: ask for more · c: check formally · i: invite a reviewer · p: propose ·
    /// d: decide
    enum Verb: String, CaseIterable {
        case save = "s"
        case handIn = "h"
        case withdraw = "w"
        case askForMore = "m"
        case check = "c"
        case invite = "i"
        case propose = "p"
        case decide = "d"
    }

    /// What is possible in each state, for each who can do anything at all.
    static let matrix: [(state: ApplicationState, applicant: String, programmeOffice: String, cabinetOffice: String)] =
        [
            (.draft, "shw", "", ""), (.submitted, "w", "mc", ""), (.checked, "w", "i", ""),
            (.underReview, "w", "ip", ""), (.proposed, "w", "", "d"), (.decided, "", "", ""),
            (.withdrawn, "", "", ""),
        ]

    /// Ends every attempt, so that the next one finds the same house.
    private struct TakenBack: Error {}

    private struct House {
        let programme: String
        let call: PartnerCallRules
        let organisation: String
        let visitors: [Who: Visitor]
        let reviewers: [Person]
    }

    private static func house(_ db: Connection) throws -> House {
        let programme = try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
        let organisations: [String] = try db.rows(
            "SELECT o.id FROM organisation o JOIN public_matter m ON m.id = o.id ORDER BY m.number"
        ).map { try $0.get("id") }
        let call = try #require(
            try PartnerCallRules.all(in: programme, db).first { $0.isOpen(on: TestPeople.now.day) })
        let held: [(Who, HeldRole?)] = [
            (.citizen, nil), (.applicant, HeldRole(.organisationRepresentative, in: programme, for: organisations[0])),
            (.otherOrganisation, HeldRole(.organisationRepresentative, in: programme, for: organisations[1])),
            (.officer, HeldRole(.ministryOfficer, in: programme)),
            (.programmeOffice, HeldRole(.programmeOffice, in: programme)),
            (.cabinetOffice, HeldRole(.cabinetOffice, in: programme)), (.administrator, HeldRole(.administrator)),
        ]
        var visitors: [Who: Visitor] = [:]
        for (who, role) in held {
            let person = try TestPeople.make("\(who.rawValue)@example.org", in: db)
            visitors[who] = Visitor(person, roles: [role].compactMap { $0 })
        }
        let reviewers = try ["eins", "zwei", "drei"].map { try TestPeople.make("\($0)@example.org", in: db) }
        return House(
            programme: programme, call: call, organisation: organisations[0], visitors: visitors,
            reviewers: reviewers)
    }

    private static var whole: ApplicationForm {
        var form = ApplicationForm()
        form.title = "Halle"
        form.summary = "Werkbänke für alle."
        form.plan = "Wir öffnen die Halle."
        form.costs = [("Werkbänke", "10,00")]
        form.grant = "10,00"
        form.secured = "Zugesagt."
        form.answers = Array(repeating: "Ja.", count: CallForm.mostQuestions)
        return form
    }

    /// An application in a state, reached by the steps that lead there.
    private static func application(
        _ state: ApplicationState, _ house: House, _ db: Connection
    ) throws -> ApplicationCase {
        let now = TestPeople.now
        let applicant = try #require(house.visitors[.applicant])
        let office = try #require(house.visitors[.programmeOffice])
        let id = try BeginApplication(
            to: house.call.number, for: house.organisation, title: "Halle", in: house.programme
        ).run(as: applicant, at: now, in: db)
        let current = { try #require(try ApplicationCase.find(id, in: house.programme, db)) }
        var form = whole
        form.field = try FieldChoice.list(in: house.programme, db).first?.key
        try SaveApplication(id, form, seen: 1, in: house.programme).run(as: applicant, at: now, in: db)
        let handle = { (act: HandleApplication.Act, visitor: Visitor) in
            try HandleApplication(id, seen: try current().revision, act, in: house.programme)
                .run(as: visitor, at: now, in: db) { _ in Letter(subject: "-", text: "-") }
        }
        guard state != .draft else { return try current() }
        if state == .withdrawn {
            try WithdrawApplication(id, in: house.programme).run(as: applicant, at: now, in: db)
            return try current()
        }
        try SubmitApplication(id, seen: try current().revision, in: house.programme)
            .run(as: applicant, at: now, in: db)
        guard state != .submitted else { return try current() }
        try handle(.check, office)
        guard state != .checked else { return try current() }
        for reviewer in house.reviewers.prefix(2) {
            try handle(.invite(email: reviewer.email?.text, until: "2026-12-20"), office)
        }
        for review in try ApplicationReview.list(of: id, db) {
            let reviewer = try #require(house.reviewers.first { $0.id == review.person })
            try WriteReview(review.id, .accept, in: house.programme).run(as: Visitor(reviewer), at: now, in: db)
            let points = house.call.criteria.map { _ in "3" as String? }
            try WriteReview(
                review.id, .submit(points: points, reasons: points.map { _ in "Gut." }, summary: "Gut."),
                in: house.programme
            ).run(as: Visitor(reviewer), at: now, in: db)
        }
        guard state != .underReview else { return try current() }
        try handle(.propose(outcome: "application.accepted", reason: "Gut."), office)
        guard state != .proposed else { return try current() }
        try handle(
            .decide(outcome: "application.accepted", reason: "Gut."), try #require(house.visitors[.cabinetOffice]))
        return try current()
    }

    private static func attempt(
        _ verb: Verb, _ application: ApplicationCase, as visitor: Visitor, at now: Moment, _ house: House,
        _ db: Connection
    ) throws {
        let (id, seen, programme) = (application.id, application.revision, house.programme)
        let handle = { (act: HandleApplication.Act) in
            try HandleApplication(id, seen: seen, act, in: programme)
                .run(as: visitor, at: now, in: db) { _ in Letter(subject: "-", text: "-") }
        }
        switch verb {
        case .save:
            try SaveApplication(id, whole, seen: seen, in: programme).run(as: visitor, at: now, in: db)
        case .handIn: try SubmitApplication(id, seen: seen, in: programme).run(as: visitor, at: now, in: db)
        case .withdraw: try WithdrawApplication(id, in: programme).run(as: visitor, at: now, in: db)
        case .askForMore: try handle(.request(text: "Es fehlt etwas.", until: "2027-12-20"))
        case .check: try handle(.check)
        case .invite: try handle(.invite(email: "drei@example.org", until: "2027-12-20"))
        case .propose: try handle(.propose(outcome: "application.declined", reason: "Nein."))
        case .decide: try handle(.decide(outcome: "application.declined", reason: "Nein."))
        }
    }

    /// The verbs that somebody gets through with, as letters. A refusal, and nothing else, is a no.
    private static func allowed(
        _ who: Who, in state: ApplicationState, at now: Moment = TestPeople.now, _ database: Database
    ) async throws -> String {
        var letters = ""
        for verb in Verb.allCases {
            do {
                try await database.write { db in
                    let house = try house(db)
                    let application = try application(state, house, db)
                    let visitor = try #require(house.visitors[who])
                    try attempt(verb, application, as: visitor, at: now, house, db)
                    throw TakenBack()
                }
            } catch is TakenBack {
                letters += verb.rawValue
            } catch is Refusal {
                continue
            }
        }
        return letters
    }

    @Test(arguments: matrix.indices)
    func `each role may do this in each state and no more`(index: Int) async throws {
        let line = Self.matrix[index]
        try await ProjectWorkTests.with(.sqlite) { database, _ in
            for who in Who.allCases {
                let expected =
                    switch who {
                    case .citizen, .otherOrganisation, .officer: ""
                    case .applicant: line.applicant
                    case .programmeOffice: line.programmeOffice
                    case .cabinetOffice: line.cabinetOffice
                    case .administrator:
                        String((line.programmeOffice + line.cabinetOffice))
                    }

                let found = try await Self.allowed(who, in: line.state, database)

                #expect(found == expected, "\(who) in \(line.state)")
            }
        }
    }

    @Test func `the matrix has every state`() {
        #expect(Self.matrix.map(\.state) == ApplicationState.allCases)
    }

    /// The last second of the last day, as it is counted in Germany, and the one after it.
    @Test(arguments: TestPlace.engines)
    func `one second late is too late, and the draft can still be written and withdrawn`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let last = PartialDate("2026-12-05")
            try await database.write { db in
                let call = try #require(
                    try PartnerCallRules.all(in: house.programme, db).first { $0.isOpen(on: TestPeople.now.day) })
                try db.execute("UPDATE call SET closes_on = \(last?.text) WHERE id = \(call.id)")
            }
            let end = try #require(Moment(text: "2026-12-05T22:59:59.000Z"))

            let inTime = try await Self.allowed(.applicant, in: .draft, at: end, database)
            let late = try await Self.allowed(.applicant, in: .draft, at: end.later(bySeconds: 1), database)

            #expect(inTime == "shw")
            #expect(late == "sw")
        }
    }
}
