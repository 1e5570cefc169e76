// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may do what with a project, and when: role × verb × state.
@Suite struct ProjectPermissionTests {
    private static let here = "musterregion"

    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: nil, language: "de", municipality: nil, ageBand: nil,
        isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    private static func project(
        _ state: ProjectState, id: String = "m", ministry: String? = "m", in programme: String = here
    ) -> ProjectAtWork {
        ProjectAtWork(
            id: id, programme: programme, key: "landbus", number: 1, title: "Landbus", state: state, light: nil,
            ministryID: ministry, ministry: nil, startsOn: nil, endsOn: nil, fundingEndsOn: nil, reportMonths: 3,
            lastReportOn: nil, reportDueOn: nil, draft: nil)
    }

    private static func visitor(_ role: Role?) -> Visitor {
        guard let role else { return Visitor(person) }
        switch role.reach {
        case .installation: return Visitor(person, roles: [HeldRole(role)])
        case .programme: return Visitor(person, roles: [HeldRole(role, in: here)])
        case .matter: return Visitor(person, roles: [HeldRole(role, in: here, for: "m")])
        }
    }

    private static let letters: [(letter: String, act: ProjectAct)] = [
        ("r", .read), ("c", .change), ("p", .plan), ("w", .report), ("f", .release), ("m", .move),
        ("d", .attach),
    ]

    private static func allowed(_ visitor: Visitor, _ project: ProjectAtWork) -> String {
        letters.filter { visitor.may($0.act, project).isAllowed }.map(\.letter).joined()
    }

    /// r: read · c: change · p: plan milestones · w: write a report · f: release it · m: move to another state
    /// · d: attach documents
    static let matrix: [(role: Role?, running: String, over: String, foreign: String, elsewhere: String)] = [
        (nil, "", "", "", ""), (.organisationRepresentative, "", "", "", ""), (.municipalityDelegate, "", "", "", ""),
        (.forumMember, "", "", "", ""), (.forumCoModerator, "", "", "", ""), (.forumLead, "", "", "", ""),
        (.ministryOfficer, "rcpwfmd", "rcmd", "", ""), (.projectLead, "rpwd", "rd", "", ""),
        (.moderator, "", "", "", ""),
        (.cabinetOffice, "", "", "", ""), (.programmeOffice, "rcpwmd", "rcmd", "rcpwmd", ""),
        (.administrator, "rcpwfmd", "rcmd", "rcpwfmd", "rcpwfmd"),
    ]

    @Test func `the matrix has every role and every verb`() {
        #expect(Set(Self.matrix.compactMap(\.role)) == Set(Role.allCases))
        #expect(Set(Self.letters.map(\.act)) == Set(ProjectAct.allCases))
    }

    @Test(arguments: matrix.indices)
    func `each role may do this in each state and no more`(index: Int) {
        let line = Self.matrix[index]
        let visitor = Self.visitor(line.role)

        for state in ProjectState.allCases {
            #expect(Self.allowed(visitor, Self.project(state)) == (state.isEnd ? line.over : line.running))
        }
        #expect(Self.allowed(visitor, Self.project(.running, id: "n", ministry: "n")) == line.foreign)
        #expect(Self.allowed(visitor, Self.project(.running, in: "elsewhere")) == line.elsewhere)
    }

    @Test func `every no says why`() {
        let lead = Self.visitor(.projectLead)
        let officer = Self.visitor(.ministryOfficer)
        let other = Self.project(.running, id: "n", ministry: "n")

        #expect(lead.may(.release, Self.project(.running)) == .refused("report-released-by-the-ministry"))
        #expect(lead.may(.change, Self.project(.running)) == .refused("project-changed-by-its-ministry"))
        #expect(lead.may(.report, Self.project(.discontinued)) == .refused("project-is-over"))
        #expect(lead.may(.report, other) == .refused("project-of-others"))
        #expect(officer.may(.report, other) == .refused("project-of-another-ministry"))
        #expect(officer.mayBeginProject(ledBy: "n", in: Self.here) == .refused("project-of-another-ministry"))
        #expect(lead.mayBeginProject(in: Self.here) == .refused("projects-begun-by-ministries"))
        #expect(Visitor.guest.may(.read, other) == .refused(.signInNeeded))
    }

    @Test func `a project without a ministry has its reports released by the programme office`() {
        let office = Self.visitor(.programmeOffice)

        #expect(office.may(.release, Self.project(.running, ministry: nil)) == .allowed)
    }
}
