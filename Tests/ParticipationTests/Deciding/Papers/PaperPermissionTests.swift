// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may do what with papers and decisions: every role against every verb and state (standards §3.4, §3.5).
@Suite struct PaperPermissionTests {
    private static let here = "musterregion"

    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: EmailAddress("ada@example.org"), language: "de",
        municipality: nil, ageBand: nil, isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    private static func visitor(_ role: Role?, for matter: String) -> Visitor {
        guard let role else { return Visitor(person) }
        switch role.reach {
        case .installation: return Visitor(person, roles: [HeldRole(role)])
        case .programme: return Visitor(person, roles: [HeldRole(role, in: here)])
        case .matter: return Visitor(person, roles: [HeldRole(role, in: here, for: matter)])
        }
    }

    /// r: read · w: write · s: sign for the ministry that is asked · a: plan sittings, record and publish
    /// c: confirm what another has recorded · o: confirm one's own record
    private static func allowed(_ visitor: Visitor, _ state: PaperState) -> String {
        let paper = PaperStanding(programme: here, ministry: "lead", state: state, asked: ["asked"])
        let verbs: [(String, Permission)] = [
            ("r", visitor.mayRead(paper)), ("w", visitor.mayWrite(paper)), ("s", visitor.maySign(paper, for: "asked")),
            ("a", visitor.mayRunSittings(in: here)), ("c", visitor.mayConfirm(recordedBy: "y", in: here)),
            ("o", visitor.mayConfirm(recordedBy: "x", in: here)),
        ]
        return verbs.filter { $0.1.isAllowed }.map(\.0).joined()
    }

    private static func states(_ draft: String, _ signing: String, _ later: String) -> [PaperState: String] {
        [
            .draft: draft, .coSigning: signing, .submitted: later, .onAgenda: later, .decided: later,
            .published: later, .withdrawn: later,
        ]
    }

    static let matrix: [(role: Role?, matter: String, verbs: [PaperState: String])] = [
        (nil, "", states("", "", "")), (.organisationRepresentative, "asked", states("", "", "")),
        (.municipalityDelegate, "asked", states("", "", "")), (.forumMember, "asked", states("", "", "")),
        (.forumCoModerator, "asked", states("", "", "")), (.forumLead, "asked", states("", "", "")),
        (.projectLead, "lead", states("", "", "")),
        (.moderator, "", states("", "", "")), (.ministryOfficer, "lead", states("rw", "rw", "r")),
        (.ministryOfficer, "asked", states("", "rs", "r")), (.ministryOfficer, "other", states("", "", "")),
        (.cabinetOffice, "", states("rac", "rac", "rac")), (.programmeOffice, "", states("rw", "rw", "r")),
        (.administrator, "", states("rwc", "rwc", "rc")),
    ]

    @Test func `the matrix has every role and every state`() {
        #expect(Set(Self.matrix.compactMap(\.role)) == Set(Role.allCases))
        #expect(Self.matrix.allSatisfy { Set($0.verbs.keys) == Set(PaperState.allCases) })
    }

    @Test(arguments: matrix.indices)
    func `each role may do this in each state and no more`(index: Int) {
        let (role, matter, verbs) = Self.matrix[index]
        let found = PaperState.allCases.map { Self.allowed(Self.visitor(role, for: matter), $0) }

        #expect(found == PaperState.allCases.map { verbs[$0] ?? "" })
    }

    @Test func `a guest is asked to sign in`() {
        let paper = PaperStanding(programme: Self.here, ministry: "lead", state: .draft, asked: [])

        #expect(Visitor.guest.mayRead(paper) == .refused(.signInNeeded))
        #expect(Visitor.guest.mayRunSittings(in: Self.here) == .refused(.signInNeeded))
        #expect(Visitor.guest.mayConfirm(recordedBy: "y", in: Self.here) == .refused(.signInNeeded))
    }
}
