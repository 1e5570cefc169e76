// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Offices of Musterregion: who belongs to them, what they are responsible for, and one taking over from another.
@Suite struct HandOverOfficeTests {
    private static let now = TestPeople.now
    private static let day: Int64 = 24 * 60 * 60

    private struct Place {
        let programme: String
        let visitor: Visitor
        let giver: DutyOffice
        let taker: DutyOffice
    }

    private func with(_ engine: Engine, _ test: @Sendable @escaping (Place, Connection) throws -> Void) async throws {
        try await Bundled.with(engine, .musterregion(Self.now)) { database in
            try await database.write { db in
                let programme: String = try #require(try db.value("SELECT id FROM programme"))
                let person = try TestPeople.make("buero@example.org", in: db)
                let place = Place(
                    programme: programme, visitor: Visitor(person, roles: [HeldRole(.programmeOffice, in: programme)]),
                    giver: try #require(try DutyOffice.find("mvu-bus-bahn", in: programme, db)),
                    taker: try #require(try DutyOffice.find("mvu-rad", in: programme, db)))
                try test(place, db)
            }
            let report = try await database.read { db in try VerifyJournal().run(in: db) }
            #expect(report.faults == [])
        }
    }

    private static func join(_ email: String, _ office: DutyOffice, _ place: Place, in db: Connection) throws {
        let form = OfficeMemberForm(email: email, part: "head")
        try AddOfficeMember(form, to: office, in: place.programme, language: "de")
            .run(as: place.visitor, at: now, in: db) { _ in Letter(subject: "x", text: "x") }
    }

    private static func handOver(
        _ place: Place, on day: String, in db: Connection
    ) throws -> [String] {
        var told: [String] = []
        try HandOverOffice(
            HandOverForm(office: place.taker.key, effectiveOn: day, reason: "Das Referat wird aufgelöst."),
            from: place.giver, in: place.programme
        ).run(as: place.visitor, at: now, in: db) {
            told.append("\($0.contents.dutyCount)")
            return Letter(subject: "Übergabe", text: "x")
        }
        return told
    }

    private static func open(_ office: DutyOffice, in db: Connection) throws -> [String] {
        try db.rows(
            """
            SELECT m.key, d.due_on FROM duty d JOIN matter m ON m.id = d.id
            WHERE d.office_id = \(office.id) AND d.state IN ('duty.open', 'duty.resting') ORDER BY m.key
            """
        ).map { "\(try $0.get("key", as: String.self)) \(try $0.get("due_on", as: String.self))" }
    }

    @Test(arguments: TestPlace.engines)
    func `everything moves at once, with the days that were promised`(engine: Engine) async throws {
        try await with(engine) { place, db in
            try Self.join("alt@example.org", place.giver, place, in: db)
            try Self.join("neu@example.org", place.taker, place, in: db)
            let before = (try Self.open(place.giver, in: db), try Self.open(place.taker, in: db))
            let contents = try HandOverContents.load(of: place.giver.id, on: Self.now.day, db)
            let told = try Self.handOver(place, on: "2026-11-23", in: db)
            let after = (try Self.open(place.giver, in: db), try Self.open(place.taker, in: db))
            let given = try HeldResponsibility.list(of: place.giver.id, from: Self.now.day, db)
            let taken = try HeldResponsibility.list(of: place.taker.id, from: Self.now.day, db)
            let project = taken.first { $0.matter == "project/landbus-aue" }

            #expect(before.0.count == 5)
            #expect(Int(contents.dutyCount) == before.0.count)
            #expect(after.0 == [])
            #expect(after.1 == (before.0 + before.1).sorted())
            #expect(given == [])
            #expect(project?.period == Period(start: PartialDate("2026-11-23"), end: nil))
            #expect(project?.reason == "Das Referat wird aufgelöst.")
            #expect(told.count == 2)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `one that lies ahead happens on its day, once, and can be called off before`(engine: Engine) async throws {
        try await with(engine) { place, db in
            let before = try Self.open(place.giver, in: db)
            _ = try Self.handOver(place, on: "2026-11-25", in: db)
            _ = try Self.handOver(place, on: "2026-11-24", in: db)
            let ahead = try HandOver.list(of: place.giver.id, db)
            let isCancelled = try CancelHandOver(ahead[1].id, in: place.programme)
                .run(as: place.visitor, at: Self.now, in: db)
            let follow = { (days: Int64) in
                try FollowHandOvers().run(at: Self.now.later(bySeconds: days * Self.day), in: db) { _ in
                    Letter(subject: "x", text: "x")
                }
            }
            let early = try follow(1)
            let unmoved = try Self.open(place.giver, in: db)
            let due = try follow(3)
            let again = try follow(4)
            let isLate = try CancelHandOver(ahead[0].id, in: place.programme)
                .run(as: place.visitor, at: Self.now, in: db)

            #expect(ahead.map(\.effectiveOn.text) == ["2026-11-25", "2026-11-24"])
            #expect(isCancelled && !isLate)
            #expect(!early && due && !again)
            #expect(unmoved == before)
            #expect(try Self.open(place.giver, in: db) == [])
        }
    }

    @Test(arguments: [
        (HandOverForm(), ["handover-office-missing", "day-missing", "reason-missing"]),
        (
            HandOverForm(office: "mvu-bus-bahn", effectiveOn: "2026-11-22", reason: " "),
            ["handover-office-missing", "handover-day-past", "reason-missing"]
        ),
        (HandOverForm(office: "mvu-rad", effectiveOn: "2028-01-01", reason: "x"), ["day-too-far"]),
        (HandOverForm(office: "mvu-rad", effectiveOn: "2026-12", reason: "x"), ["day-missing"]),
    ])
    func `every fault is told at once, and nothing moves`(form: HandOverForm, faults: [String]) async throws {
        try await with(.sqlite) { place, db in
            let before = try Self.open(place.giver, in: db)
            do {
                try HandOverOffice(form, from: place.giver, in: place.programme)
                    .run(as: place.visitor, at: Self.now, in: db) { _ in Letter(subject: "x", text: "x") }
                Issue.record("nothing was wrong")
            } catch let invalid as InvalidForm {
                #expect(invalid.faults.map(\.reason) == faults)
            }
            #expect(try Self.open(place.giver, in: db) == before)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `an office is made, somebody new is invited, and leaves again`(engine: Engine) async throws {
        try await with(engine) { place, db in
            let key = try CreateOffice(OfficeForm(name: "Referat Fähren", ministry: "MVU"), in: place.programme)
                .run(as: place.visitor, at: Self.now, in: db)
            let office = try #require(try DutyOffice.find(key, in: place.programme, db))
            var isInvited = false
            try AddOfficeMember(
                OfficeMemberForm(email: "neu@example.org", part: "deputy", startsOn: "2026-11-20"), to: office,
                in: place.programme, language: "de"
            ).run(as: place.visitor, at: Self.now, in: db) {
                isInvited = $0.invitation != nil
                return Letter(subject: "x", text: "x")
            }
            let member = try #require(try OfficeMember.list(of: office.id, from: Self.now.day, db).first)
            let roles = try HeldRole.list(of: member.person, on: Self.now.day, in: db).map(\.role)
            #expect(throws: InvalidForm.self) { try Self.join("neu@example.org", office, place, in: db) }
            try EndOfficeMember(member.person, since: "2026-11-20", of: office, in: place.programme)
                .run(as: place.visitor, at: Self.now, in: db)

            #expect(isInvited)
            #expect(member.part == .deputy)
            #expect(roles == [.ministryOfficer])
            #expect(try OfficeMember.list(of: office.id, from: Self.now.day, db) == [])
            #expect(try HeldRole.list(of: member.person, on: Self.now.day, in: db) == [])
        }
    }

    @Test func `a responsibility has a beginning and an end, and answers go to whoever holds it`() async throws {
        try await with(.sqlite) { place, db in
            let forum: String = try #require(
                try db.value("SELECT key FROM matter WHERE kind = 'forum' ORDER BY number LIMIT 1"))
            let responsible = {
                try DutyOffice.responsible(forForum: forum, in: place.programme, on: Self.now.day, db)?.key
            }
            let before = try responsible()
            try AddResponsibility(
                ResponsibilityForm(matter: "forum/\(forum)", startsOn: "2026-11-23", reason: "Neu verteilt"),
                of: place.taker, in: place.programme
            ).run(as: place.visitor, at: Self.now, in: db)
            let during = try responsible()
            try EndResponsibility("forum/\(forum)", of: place.taker, in: place.programme)
                .run(as: place.visitor, at: Self.now, in: db)

            #expect(before != place.taker.key)
            #expect(during == place.taker.key)
            #expect(try responsible() == before)
            #expect(throws: Refusal("offices-only-for-programme-office")) {
                try EndResponsibility("forum/\(forum)", of: place.taker, in: place.programme)
                    .run(as: Visitor(try #require(place.visitor.person)), at: Self.now, in: db)
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `only the programme office and administrators run offices`(role: Role) throws {
        let person = Person(
            id: "p", displayName: "Ada", isPseudonym: false, email: nil, language: "de", municipality: nil,
            ageBand: nil, isDemo: false, actor: nil, createdAt: Self.now.text)
        let held = HeldRole(
            role, in: role.reach == .installation ? nil : "here", for: role.reach == .matter ? "m" : nil)
        let visitor = Visitor(person, roles: [held])

        #expect(visitor.mayRunOffices(in: "here").isAllowed == [.programmeOffice, .administrator].contains(role))
        #expect(visitor.mayRunOffices(in: "there").isAllowed == (role == .administrator))
        #expect(Visitor.guest.mayRunOffices(in: "here") == .refused(.signInNeeded))
    }
}
