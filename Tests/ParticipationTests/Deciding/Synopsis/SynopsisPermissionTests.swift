// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may work on points: every role against every verb.
@Suite struct SynopsisPermissionTests {
    private static let here = "musterregion"

    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: EmailAddress("ada@example.org"), language: "de",
        municipality: nil, ageBand: nil, isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    /// A consultation that another ministry leads.
    private static let rules = ConsultationRules(
        id: "c", programme: here, number: 1, kind: .associationHearing, title: "Anhörung", state: .closed,
        startsOn: nil, endsOn: nil, fileNumber: nil, publishOn: nil, invited: [], extensions: [],
        documents: [.init(proposalID: "v", number: 1, title: "Landbus", version: 1, ministryID: "lead")])

    private static func visitor(_ role: Role?) -> Visitor {
        guard let role else { return Visitor(person) }
        switch role.reach {
        case .installation: return Visitor(person, roles: [HeldRole(role)])
        case .programme: return Visitor(person, roles: [HeldRole(role, in: here)])
        case .matter: return Visitor(person, roles: [HeldRole(role, in: here, for: "m")])
        }
    }

    /// r: read · o: assess a point of the own ministry's office · a: one of another · s: sign for the own ministry
    /// t: sign for another
    private static func allowed(_ visitor: Visitor) -> String {
        let verbs: [(String, Permission)] = [
            ("r", visitor.mayReadSynopsis(in: here)), ("o", visitor.mayAssess(pointOf: "m", in: rules)),
            ("a", visitor.mayAssess(pointOf: "other", in: rules)), ("s", visitor.maySign(for: "m", in: here)),
            ("t", visitor.maySign(for: "other", in: here)),
        ]
        return verbs.filter { $0.1.isAllowed }.map(\.0).joined()
    }

    static let matrix: [(role: Role?, verbs: String)] = [
        (nil, ""), (.organisationRepresentative, ""), (.municipalityDelegate, ""), (.forumMember, ""),
        (.forumCoModerator, ""), (.forumLead, ""), (.ministryOfficer, "ros"), (.moderator, ""), (.cabinetOffice, ""),
        (.programmeOffice, "roa"), (.administrator, "roa"), (.projectLead, ""),
    ]

    @Test func `the matrix has every role`() {
        #expect(Set(Self.matrix.compactMap(\.role)) == Set(Role.allCases))
    }

    @Test(arguments: matrix.indices)
    func `each role may do this and no more`(index: Int) {
        #expect(Self.allowed(Self.visitor(Self.matrix[index].role)) == Self.matrix[index].verbs)
    }

    @Test(arguments: ["1", "1.", ".1", "0.1", "1.0", "01.1", "1.1.1", "-1.2", "a.b"])
    func `what is no running number opens nothing`(text: String) {
        #expect(SynopsisPlace(text) == nil)
    }
}
