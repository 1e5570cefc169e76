// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may do what with remarks, and when: role × verb × moment.
@Suite struct RemarkPermissionTests {
    static let person = Person(
        id: "p", displayName: "P", isPseudonym: false, email: nil, language: "de", municipality: nil, ageBand: nil,
        isDemo: false, actor: "a", createdAt: "")
    static let visitors =
        [Visitor.guest, Visitor(person)]
        + Role.allCases.map { role in
            Visitor(person, roles: [HeldRole(role, in: role == .administrator ? nil : "one")])
        }

    @Test(arguments: MatterKind.allCases)
    func `everybody may comment on what is open, and nobody on anything else`(kind: MatterKind) {
        for visitor in Self.visitors {
            let open = visitor.mayRemark(on: RemarkSubject(kind, isOpen: true))
            let closed = visitor.mayRemark(on: RemarkSubject(kind, isOpen: false))
            let isSubject = [.idea, .proposal, .project, .decision].contains(kind)

            #expect(open == (isSubject ? .allowed : .refused("remark-not-here")))
            #expect(closed == .refused(isSubject ? "remark-closed" : "remark-not-here"))
        }
    }

    @Test func `no role lets somebody change what another person wrote`() {
        let foreign = RemarkStanding(isOwn: false, secondsPublic: 1)
        let answers = Self.visitors.map { $0.mayEdit(foreign) } + Self.visitors.map { $0.mayWithdraw(foreign) }

        #expect(answers.filter(\.isAllowed).isEmpty)
        #expect(Visitor.guest.mayEdit(foreign) == .refused(.signInNeeded))
    }

    @Test func `the author mends for a quarter of an hour and takes back at any time`() {
        let visitor = Visitor(Self.person)
        let moments: [(Int64, Permission)] = [
            (0, .allowed), (900, .allowed), (901, .refused("remark-edit-over")), (.max, .refused("remark-edit-over")),
        ]
        for (seconds, edit) in moments {
            let standing = RemarkStanding(isOwn: true, secondsPublic: seconds)
            #expect(visitor.mayEdit(standing) == edit)
            #expect(visitor.mayWithdraw(standing) == .allowed)
        }
    }

    @Test func `what is hidden or taken back stays as it is`() {
        let visitor = Visitor(Self.person)
        let hidden = RemarkStanding(isOwn: true, isHidden: true, secondsPublic: 1)
        let withdrawn = RemarkStanding(isOwn: true, isWithdrawn: true, secondsPublic: 1)

        #expect(visitor.mayEdit(hidden) == .refused("remark-is-hidden"))
        #expect(visitor.mayWithdraw(hidden) == .refused("remark-is-hidden"))
        #expect(visitor.mayEdit(withdrawn) == .refused("remark-is-withdrawn"))
    }
}
