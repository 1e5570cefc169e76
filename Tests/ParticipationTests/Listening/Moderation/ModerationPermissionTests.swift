// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may moderate: role × verb, in one's own programme and in another.
@Suite struct ModerationPermissionTests {
    private static let allowed: [Role] = [.moderator, .programmeOffice, .administrator]

    @Test(arguments: Role.allCases)
    func `those who moderate a programme decide in it, and in no other`(role: Role) {
        let held = HeldRole(role, in: role == .administrator ? nil : "one")
        let visitor = Visitor(RemarkPermissionTests.person, roles: [held])
        let isAllowed = Self.allowed.contains(role)

        #expect(visitor.mayModerate(in: "one").isAllowed == isAllowed)
        #expect(visitor.mayModerate(in: "two").isAllowed == (role == .administrator))
        #expect(visitor.mayDecide(isConcerned: false, in: "one").isAllowed == isAllowed)
        #expect(!visitor.mayDecide(isConcerned: true, in: "one").isAllowed)
        #expect(visitor.mayUndoRound(isOwn: true, in: "one").isAllowed == isAllowed)
        #expect(!visitor.mayUndoRound(isOwn: false, in: "one").isAllowed)
        for (isFirst, isConcerned) in [(false, false), (true, false), (false, true), (true, true)] {
            let permission = visitor.mayDecideObjection(isFirstDecider: isFirst, isConcerned: isConcerned, in: "one")
            #expect(permission.isAllowed == (isAllowed && !isFirst && !isConcerned))
        }
        #expect(
            visitor.mayDecideObjection(isFirstDecider: false, isConcerned: false, in: "two").isAllowed
                == (role == .administrator))
    }

    @Test func `guests and people without a role do not`() {
        let person = Visitor(RemarkPermissionTests.person)

        #expect(Visitor.guest.mayModerate(in: "one") == .refused(.signInNeeded))
        #expect(person.mayModerate(in: "one") == .refused("moderation-only-for-moderators"))
        #expect(person.mayDecide(isConcerned: true, in: "one") == .refused("moderation-only-for-moderators"))
    }
}
