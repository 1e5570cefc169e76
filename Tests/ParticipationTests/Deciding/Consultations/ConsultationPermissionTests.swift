// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may set up and run consultations: every role against every verb, inside its programme and in another.
@Suite struct ConsultationPermissionTests {
    private static let here = "musterregion"

    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: EmailAddress("ada@example.org"), language: "de",
        municipality: nil, ageBand: nil, isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    private static func consultation(in programme: String, ministry: String?) -> ConsultationRules {
        ConsultationRules(
            id: "c", programme: programme, number: 1, kind: .associationHearing, title: "Anhörung", state: .planned,
            startsOn: nil, endsOn: nil, fileNumber: nil, publishOn: nil, invited: [], extensions: [],
            documents: [.init(proposalID: "v", number: 1, title: "Landbus", version: 1, ministryID: ministry)])
    }

    private static func visitor(_ role: Role?) -> Visitor {
        guard let role else { return Visitor(person) }
        switch role.reach {
        case .installation: return Visitor(person, roles: [HeldRole(role)])
        case .programme: return Visitor(person, roles: [HeldRole(role, in: here)])
        case .matter: return Visitor(person, roles: [HeldRole(role, in: here, for: "m")])
        }
    }

    /// p: plan · r: run one that the own ministry leads · o: run one that another ministry leads
    private static func allowed(_ visitor: Visitor, in programme: String) -> String {
        let verbs: [(String, Permission)] = [
            ("p", visitor.mayPlanConsultations(in: programme)),
            ("r", visitor.mayRun(consultation(in: programme, ministry: "m"))),
            ("o", visitor.mayRun(consultation(in: programme, ministry: "other"))),
        ]
        return verbs.filter { $0.1.isAllowed }.map(\.0).joined()
    }

    static let matrix: [(role: Role?, here: String, elsewhere: String)] = [
        (nil, "", ""), (.organisationRepresentative, "", ""), (.municipalityDelegate, "", ""), (.forumMember, "", ""),
        (.forumCoModerator, "", ""), (.forumLead, "", ""), (.ministryOfficer, "pr", ""), (.moderator, "", ""),
        (.cabinetOffice, "", ""), (.programmeOffice, "pro", ""), (.administrator, "pro", "pro"),
        (.projectLead, "", ""),
    ]

    @Test func `the matrix has every role`() {
        #expect(Set(Self.matrix.compactMap(\.role)) == Set(Role.allCases))
    }

    @Test(arguments: matrix.indices)
    func `each role may do this and no more`(index: Int) {
        let line = Self.matrix[index]
        let visitor = Self.visitor(line.role)

        #expect(Self.allowed(visitor, in: Self.here) == line.here)
        #expect(Self.allowed(visitor, in: "ruhr-konferenz") == line.elsewhere)
    }

    @Test func `a guest is asked to sign in`() {
        #expect(Visitor.guest.mayPlanConsultations(in: Self.here) == .refused(.signInNeeded))
        #expect(Visitor.guest.mayRun(Self.consultation(in: Self.here, ministry: nil)) == .refused(.signInNeeded))
    }
}
