// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who sees what offices owe: role by role, with and without an office of one's own.
@Suite struct DutyPermissionTests {
    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: EmailAddress("ada@example.org"), language: "de",
        municipality: nil, ageBand: nil, isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    private static func visitor(_ role: Role) -> Visitor {
        let programme = role.reach == .installation ? nil : "here"
        return Visitor(person, roles: [HeldRole(role, in: programme, for: role.reach == .matter ? "m" : nil)])
    }

    @Test(arguments: Role.allCases)
    func `members see the duties of their offices, whatever their role`(role: Role) {
        let visitor = Self.visitor(role)
        let seeing: [Role] = [.ministryOfficer, .programmeOffice, .administrator]

        #expect(visitor.maySeeDuties(in: "here", asMember: true).isAllowed)
        #expect(visitor.maySeeDuties(in: "here", asMember: false).isAllowed == seeing.contains(role))
        #expect(visitor.seesAllDuties(in: "here") == [.programmeOffice, .administrator].contains(role))
        #expect(visitor.maySeeDuties(in: "elsewhere", asMember: false).isAllowed == (role == .administrator))
    }

    @Test func `guests sign in first, and those without an office are told why not`() {
        #expect(Visitor.guest.maySeeDuties(in: "here", asMember: true) == .refused(.signInNeeded))
        #expect(
            Visitor(Self.person).maySeeDuties(in: "here", asMember: false) == .refused("duties-only-for-offices"))
    }
}
