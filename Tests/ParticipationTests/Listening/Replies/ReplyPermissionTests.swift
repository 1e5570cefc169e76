// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may do what with an idea: every role against every act and state, in its programme and in another.
@Suite struct ReplyPermissionTests {
    private static let here = "musterregion"

    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: EmailAddress("ada@example.org"), language: "de",
        municipality: nil, ageBand: nil, isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    /// The role for the matter that the idea hangs on: the forum `f`, led by the ministry `m`.
    private static func visitor(_ role: Role?, for matter: String? = nil) -> Visitor {
        guard let role else { return Visitor(person) }
        let own = matter ?? (role == .ministryOfficer ? "m" : "f")
        switch role.reach {
        case .installation: return Visitor(person, roles: [HeldRole(role)])
        case .programme: return Visitor(person, roles: [HeldRole(role, in: here)])
        case .matter: return Visitor(person, roles: [HeldRole(role, in: here, for: own)])
        }
    }

    private static func acts(_ visitor: Visitor, _ idea: IdeaStanding, in programme: String = here) -> [IdeaAct] {
        IdeaAct.allCases.filter { visitor.may($0, idea, in: programme).isAllowed }
    }

    private static let states: [(name: String, idea: IdeaStanding, acts: [IdeaAct])] = [
        (
            "received", IdeaStanding(forum: "f", ministry: "m", state: .received),
            [.read, .review, .reply, .extend, .passOn, .merge, .split]
        ),
        (
            "in review", IdeaStanding(forum: "f", ministry: "m", state: .inReview),
            [.read, .reply, .extend, .passOn, .merge, .split]
        ),
        (
            "written by another", IdeaStanding(forum: "f", ministry: "m", state: .inReview, draftWriter: "q"),
            [.read, .reply, .release, .extend, .passOn, .merge, .split]
        ),
        (
            "written by oneself", IdeaStanding(forum: "f", ministry: "m", state: .inReview, draftWriter: "p"),
            [.read, .reply, .extend, .passOn, .merge, .split]
        ),
        (
            "answered", IdeaStanding(forum: "f", ministry: "m", state: .answered, hasOpenDuty: false),
            [.read, .reply, .merge]
        ),
        (
            "merged", IdeaStanding(forum: "f", ministry: "m", state: .answered, isMerged: true, hasOpenDuty: false),
            [.read, .unmerge]
        ),
        (
            "taken out of another", IdeaStanding(forum: "f", ministry: "m", state: .received, isSplitOff: true),
            [.read, .review, .reply, .extend, .passOn, .merge, .split, .unsplit]
        ),
    ]

    private static let answering: Set<Role> = [
        .forumLead, .forumCoModerator, .ministryOfficer, .programmeOffice, .administrator,
    ]

    @Test(arguments: Role.allCases, states.indices)
    func `each role may do this in each state and no more`(role: Role, index: Int) {
        let state = Self.states[index]
        let expected = Self.answering.contains(role) ? state.acts : []

        #expect(Self.acts(Self.visitor(role), state.idea) == expected)
    }

    @Test(arguments: Role.allCases)
    func `a role says nothing about another forum, and nothing about another programme`(role: Role) {
        let other = IdeaStanding(forum: "other", ministry: "another", state: .received)
        let own = IdeaStanding(forum: "f", ministry: "m", state: .received)
        let reaches = role == .programmeOffice || role == .administrator

        #expect(Self.acts(Self.visitor(role), other).isEmpty == !reaches)
        #expect(Self.acts(Self.visitor(role), own, in: "elsewhere").isEmpty == (role != .administrator))
    }

    @Test func `an idea without a forum belongs to the programme office`() {
        let idea = IdeaStanding(forum: nil, ministry: nil, state: .received)

        #expect(Self.acts(Self.visitor(.programmeOffice), idea).contains(.reply))
        #expect(Self.visitor(.forumLead).may(.reply, idea, in: Self.here) == .refused("idea-of-another-forum"))
    }

    @Test func `each no has its reason`() {
        let lead = Self.visitor(.forumLead)
        let reasons = [
            lead.may(.reply, Self.states[5].idea, in: Self.here), lead.may(.review, Self.states[1].idea, in: Self.here),
            lead.may(.release, Self.states[3].idea, in: Self.here),
            lead.may(.release, Self.states[0].idea, in: Self.here),
            lead.may(.extend, Self.states[4].idea, in: Self.here),
            lead.may(.passOn, Self.states[4].idea, in: Self.here),
            Visitor.guest.may(.read, Self.states[0].idea, in: Self.here),
        ]

        #expect(
            reasons == [
                .refused("idea-is-merged"), .refused("idea-is-in-review"), .refused("release-by-another"),
                .refused("no-reply-to-release"), .refused("no-reply-is-owed"), .refused("idea-is-answered"),
                .refused(.signInNeeded),
            ])
    }

    @Test(arguments: Role.allCases)
    func `the inbox is for those who answer, its rules for the programme office`(role: Role) {
        let visitor = Self.visitor(role)
        let sets = role == .programmeOffice || role == .administrator

        #expect(visitor.maySeeInbox(in: Self.here).isAllowed == Self.answering.contains(role))
        #expect(visitor.maySetReplies(in: Self.here).isAllowed == sets)
        #expect(visitor.maySetReplies(in: "elsewhere").isAllowed == (role == .administrator))
    }
}
