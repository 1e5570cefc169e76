// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

/// Who may do what with an event, in each of its states.
@Suite struct EventPermissionTests {
    private static let forum = EventParent(id: "f", kind: .forum, programme: "p", title: nil, number: 1)
    private static let consultation = EventParent(id: "c", kind: .consultation, programme: "p", title: nil, number: 1)

    private static func holder(_ role: Role?, for matter: String? = nil, in programme: String = "p") -> Visitor {
        let person = Person.new(email: nil, name: "X", language: "de", at: TestPeople.now)
        return Visitor(person, roles: role.map { [HeldRole($0, in: programme, for: matter)] } ?? [])
    }

    private static func event(_ state: EventState, on day: String = "2026-12-10") -> Event {
        Event(
            id: "e", number: 1, parentID: "f", heldOn: PartialDate(day), startsAt: nil, endsAt: nil, kind: .event,
            title: "T", place: nil, agenda: nil, participants: nil, state: state, minutes: nil, capacity: nil,
            registrationFrom: PartialDate("2026-11-01"), registrationUntil: nil, recordedAt: Date.distantPast)
    }

    @Test func `events of a forum are run by its own people and the programme office`() {
        let allowed: [Visitor] = [
            Self.holder(.forumLead, for: "f"), Self.holder(.forumCoModerator, for: "f"),
            Self.holder(.programmeOffice), Self.holder(.administrator),
        ]
        let refused: [Visitor] = [
            Self.holder(nil), Self.holder(.forumMember, for: "f"), Self.holder(.forumLead, for: "other"),
            Self.holder(.forumLead, for: "f", in: "q"), Self.holder(.programmeOffice, in: "q"),
            Self.holder(.moderator), Self.holder(.cabinetOffice), Self.holder(.ministryOfficer, for: "m"),
            Self.holder(.organisationRepresentative, for: "o"), Self.holder(.municipalityDelegate, for: "x"),
        ]

        #expect(allowed.map { $0.mayRunEvents(of: Self.forum).isAllowed } == allowed.map { _ in true })
        #expect(
            refused.map { $0.mayRunEvents(of: Self.forum) } == refused.map { _ in .refused("event-only-for-forum") })
        #expect(Visitor.guest.mayRunEvents(of: Self.forum) == .refused(.signInNeeded))
    }

    @Test func `events of a consultation are run by the programme office alone`() {
        #expect(Self.holder(.programmeOffice).mayRunEvents(of: Self.consultation) == .allowed)
        #expect(
            Self.holder(.forumLead, for: "c").mayRunEvents(of: Self.consultation)
                == .refused("event-only-for-programme-office"))
    }

    @Test(arguments: EventState.allCases)
    func `what is over is not changed, what is ahead is not closed, what is off is neither`(state: EventState) throws {
        let lead = Self.holder(.forumLead, for: "f")
        let (today, later) = (try #require(PartialDate("2026-11-24")), try #require(PartialDate("2026-12-11")))
        let isOff = state == .cancelled
        let isAhead = state == .planned || state == .open

        #expect(lead.mayChange(Self.event(state), of: Self.forum).isAllowed == isAhead)
        #expect(lead.mayClose(Self.event(state), of: Self.forum, on: today).isAllowed == false)
        #expect(lead.mayClose(Self.event(state), of: Self.forum, on: later).isAllowed == !isOff)
        #expect(Visitor.guest.mayRegister(for: Self.event(state), on: today).isAllowed == isAhead)
        #expect(Visitor.guest.mayClose(Self.event(state), of: Self.forum, on: later) == .refused(.signInNeeded))
    }
}
