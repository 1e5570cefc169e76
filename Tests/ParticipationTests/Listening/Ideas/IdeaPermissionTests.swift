// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may do what with ideas and their supports, and when: role × verb × phase × moment, as one table.
@Suite struct IdeaPermissionTests {
    private static let person = Person(
        id: "p", displayName: "P", isPseudonym: false, email: nil, language: "de", municipality: nil, ageBand: nil,
        isDemo: false, actor: "a", createdAt: "")

    /// By name: a guest, a person without a role, and a person with each role there is.
    private static let visitors: [(name: String, visitor: Visitor)] =
        [("guest", Visitor.guest), ("person", Visitor(person))]
        + Role.allCases.map { role in
            (role.rawValue, Visitor(person, roles: [HeldRole(role, in: role == .administrator ? nil : "one")]))
        }

    private static func opening(_ start: String, _ end: String, office: Bool = true) -> IdeaOpening {
        let period = Period(start: PartialDate(start), end: PartialDate(end))
        return IdeaOpening(periods: [period], hasOffice: office)
    }

    @Test func `everybody hands in while the programme takes ideas in, whatever their role, and nobody else`() throws {
        let today = try #require(PartialDate("2026-11-23"))
        let moments: [(name: String, opening: IdeaOpening, answer: Permission)] = [
            ("open", Self.opening("2026-11-01", "2026-12-20"), .allowed),
            ("first day", Self.opening("2026-11-23", "2026-12-20"), .allowed),
            ("last day", Self.opening("2026-11-01", "2026-11-23"), .allowed),
            ("the day before", Self.opening("2026-11-24", "2026-12-20"), .refused("ideas-coming")),
            ("the day after", Self.opening("2026-11-01", "2026-11-22"), .refused("ideas-over")),
            ("never", IdeaOpening(periods: [], hasOffice: true), .refused("ideas-never")),
            (
                "nobody answers", Self.opening("2026-11-01", "2026-12-20", office: false),
                .refused("ideas-without-office")
            ),
        ]
        for (name, visitor) in Self.visitors {
            for moment in moments {
                let answer = visitor.maySubmitIdea(moment.opening, on: today)
                #expect(answer == moment.answer, "\(name), \(moment.name)")
            }
        }
    }

    @Test func `only whoever handed an idea in changes it or takes it back, until something has come of it`() {
        let moments: [(name: String, standing: OwnIdeaStanding, own: Permission)] = [
            ("just in", OwnIdeaStanding(isOwn: true, state: .received), .allowed),
            ("in for a year", OwnIdeaStanding(isOwn: true, state: .received, secondsReceived: 31_536_000), .allowed),
            ("in review", OwnIdeaStanding(isOwn: true, state: .inReview), .allowed),
            ("answered", OwnIdeaStanding(isOwn: true, state: .answered), .refused("idea-is-answered")),
            (
                "merged", OwnIdeaStanding(isOwn: true, state: .answered, isMerged: true),
                .refused("idea-is-merged")
            ),
            (
                "in a proposal", OwnIdeaStanding(isOwn: true, state: .inReview, isTakenUp: true),
                .refused("idea-is-taken-up")
            ),
        ]
        for (name, visitor) in Self.visitors {
            for moment in moments {
                var foreign = moment.standing
                foreign.isOwn = false
                let (own, other) = (visitor.mayChange(moment.standing), visitor.mayChange(foreign))

                #expect(own == (name == "guest" ? .refused(.signInNeeded) : moment.own), "\(name), \(moment.name)")
                #expect(
                    other == .refused(name == "guest" ? Refusal.signInNeeded.reason : "idea-not-yours"),
                    "\(name), \(moment.name)")
            }
        }
    }

    @Test func `a change is the mending of a slip for half an hour, and only before anybody reads it`() {
        let moments: [(IdeaState, Int64, Bool)] = [
            (.received, 0, true), (.received, 1800, true), (.received, 1801, false), (.received, .max, false),
            (.inReview, 0, false), (.answered, 0, false),
        ]
        for (state, seconds, isInGrace) in moments {
            let standing = OwnIdeaStanding(isOwn: true, state: state, secondsReceived: seconds)
            #expect(standing.isInGrace == isInGrace, "\(state), \(seconds)")
        }
    }

    @Test func `whoever is signed in supports an idea and takes it back, whatever their role, unless it was merged`() {
        for (name, visitor) in Self.visitors {
            let (own, merged) = (visitor.maySupport(isMerged: false), visitor.maySupport(isMerged: true))

            #expect(own == (name == "guest" ? .refused(.signInNeeded) : .allowed), "\(name)")
            #expect(merged == .refused("idea-merged"), "\(name)")
        }
    }

    @Test func `whoever is signed in may keep ideas that are not finished`() {
        for (name, visitor) in Self.visitors {
            #expect(visitor.mayKeepIdeas.isAllowed == (name != "guest"), "\(name)")
        }
    }

    @Test func `in the name of an organisation writes who represents that one in this programme`() {
        let representative = Visitor(
            Self.person, roles: [HeldRole(.organisationRepresentative, in: "one", for: "chamber")])
        #expect(representative.mayWrite(for: "chamber", in: "one").isAllowed)
        #expect(representative.mayWrite(for: "chamber", in: "two") == .refused("not-your-organisation"))
        #expect(representative.mayWrite(for: "club", in: "one") == .refused("not-your-organisation"))
        for (name, visitor) in Self.visitors where name != Role.organisationRepresentative.rawValue {
            #expect(!visitor.mayWrite(for: "chamber", in: "one").isAllowed, "\(name)")
        }
    }
}
