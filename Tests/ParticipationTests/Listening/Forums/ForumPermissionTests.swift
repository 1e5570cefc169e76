// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Role × verb × state of what a forum works on.
@Suite struct ForumPermissionTests {
    private static func holder(_ role: Role?, for matter: String? = nil, in programme: String = "p") -> Visitor {
        let person = Person.new(email: nil, name: "X", language: "de", at: TestPeople.now)
        return Visitor(person, roles: role.map { [HeldRole($0, in: programme, for: matter)] } ?? [])
    }

    private static func allowed(_ visitor: Visitor) -> [ForumAct] {
        ForumAct.allCases.filter { visitor.may($0, inForum: "f", of: "p").isAllowed }
    }

    private static func allowed(_ visitor: Visitor, _ state: ProposalDraft.State) -> [ForumAct] {
        let draft = ProposalDraft(
            id: "d", forum: "f", forumNumber: 1, state: state, revision: 1, title: "", proposal: nil, savedAt: "",
            savedBy: nil)
        return [ForumAct.read, .discuss, .write, .publish].filter { visitor.may($0, draft, of: "p").isAllowed }
    }

    @Test func `members discuss, those who lead arrange and write, the programme office publishes`() {
        #expect(Self.allowed(Self.holder(.forumMember, for: "f")) == [.read, .discuss])
        #expect(Self.allowed(Self.holder(.forumCoModerator, for: "f")) == [.read, .discuss, .arrange, .write])
        #expect(Self.allowed(Self.holder(.forumLead, for: "f")) == [.read, .discuss, .arrange, .write])
        #expect(Self.allowed(Self.holder(.programmeOffice)) == ForumAct.allCases)
        #expect(Self.allowed(Self.holder(.administrator)) == ForumAct.allCases)
    }

    @Test func `nobody else comes in, whatever they are elsewhere`() {
        let others: [Visitor] = [
            .guest, Self.holder(nil), Self.holder(.forumLead, for: "g"), Self.holder(.forumMember, for: "g"),
            Self.holder(.forumLead, for: "f", in: "q"), Self.holder(.programmeOffice, in: "q"),
            Self.holder(.moderator), Self.holder(.cabinetOffice), Self.holder(.ministryOfficer, for: "m"),
            Self.holder(.organisationRepresentative, for: "o"), Self.holder(.municipalityDelegate, for: "x"),
        ]
        #expect(others.flatMap(Self.allowed).isEmpty)
        #expect(Visitor.guest.may(.read, inForum: "f", of: "p") == .refused(.signInNeeded))
    }

    @Test func `a draft that is handed over lies with the programme office, a published one stays`() {
        let (member, lead, office) = (
            Self.holder(.forumMember, for: "f"), Self.holder(.forumLead, for: "f"), Self.holder(.programmeOffice)
        )
        #expect(Self.allowed(member, .draft) == [.read, .discuss])
        #expect(Self.allowed(lead, .draft) == [.read, .discuss, .write])
        #expect(Self.allowed(lead, .submitted) == [.read, .discuss])
        #expect(Self.allowed(lead, .published) == [.read, .discuss])
        #expect(Self.allowed(office, .draft) == [.read, .discuss, .write])
        #expect(Self.allowed(office, .submitted) == [.read, .discuss, .publish])
        #expect(Self.allowed(office, .published) == [.read, .discuss])
    }
}
