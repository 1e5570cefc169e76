// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

/// Who may do what: every role against every verb, inside its programme and in another.
@Suite struct PeoplePermissionTests {
    private static let here = "musterregion"
    private static let elsewhere = "ruhr-konferenz"

    private static let person = Person(
        id: "p", displayName: "Ada", isPseudonym: false, email: EmailAddress("ada@example.org"), language: "de",
        municipality: nil, ageBand: nil, isDemo: false, actor: "x", createdAt: TestPeople.now.text)

    private static func visitor(_ role: Role?) -> Visitor {
        guard let role else { return Visitor(person) }
        switch role.reach {
        case .installation: return Visitor(person, roles: [HeldRole(role)])
        case .programme: return Visitor(person, roles: [HeldRole(role, in: here)])
        case .matter: return Visitor(person, roles: [HeldRole(role, in: here, for: "m")])
        }
    }

    private static let recipient: EmailAddress = {
        guard let address = EmailAddress("a@example.org") else { preconditionFailure("not an address") }
        return address
    }()

    private static let mail = Mail(
        id: "1", recipient: recipient, person: nil, programme: here, language: "de",
        letter: Letter(subject: "x", text: "y"), cause: "test", isSecret: false, stopLink: nil, state: .waiting,
        attempts: 0, createdAt: TestPeople.now.text, sentAt: nil, fault: nil)

    /// o: own area · w: work · b: outbox · m: a mail · l: list people · g: give the moderator's role
    /// a: give the administrator's role
    private static func allowed(_ visitor: Visitor, in programme: String) -> String {
        let verbs: [(String, Permission)] = [
            ("o", visitor.mayUseOwnArea), ("w", visitor.mayWork(in: programme)),
            ("b", visitor.mayReadOutbox(in: programme)), ("m", visitor.mayRead(mail, in: programme)),
            ("l", visitor.mayListPeople(in: programme)), ("g", visitor.mayGrant(.moderator, in: programme)),
            ("a", visitor.mayGrant(.administrator, in: nil)),
        ]
        return verbs.filter { $0.1.isAllowed }.map(\.0).joined()
    }

    static let matrix: [(role: Role?, here: String, elsewhere: String)] = [
        (nil, "o", "o"),
        (.organisationRepresentative, "o", "o"), (.municipalityDelegate, "o", "o"), (.forumMember, "o", "o"),
        (.forumCoModerator, "ow", "o"), (.forumLead, "ow", "o"), (.ministryOfficer, "ow", "o"),
        (.moderator, "ow", "o"), (.cabinetOffice, "ow", "o"), (.programmeOffice, "owbmlg", "o"),
        (.administrator, "owbmlga", "owbmlga"), (.projectLead, "ow", "o"),
    ]

    @Test func `the matrix has every role`() {
        #expect(Set(Self.matrix.compactMap(\.role)) == Set(Role.allCases))
    }

    @Test(arguments: matrix.indices)
    func `each role may do this and no more`(index: Int) {
        let line = Self.matrix[index]
        let visitor = Self.visitor(line.role)

        #expect(Self.allowed(visitor, in: Self.here) == line.here)
        #expect(Self.allowed(visitor, in: Self.elsewhere) == line.elsewhere)
    }

    @Test func `a guest is asked to sign in, whatever it is`() {
        let guest = Visitor.guest
        let answers = [
            guest.mayUseOwnArea, guest.mayWork(in: Self.here), guest.mayReadOutbox(in: Self.here),
            guest.mayRead(Self.mail, in: Self.here), guest.mayListPeople(in: Self.here),
            guest.mayGrant(.moderator, in: Self.here), guest.mayEraseOwnAccount(administrators: 5),
        ]

        #expect(answers == Array(repeating: .refused(.signInNeeded), count: answers.count))
    }

    @Test func `the programme office cannot raise anybody to its own height`() {
        let office = Self.visitor(.programmeOffice)
        let refused = Role.allCases.filter { !office.mayGrant($0, in: Self.here).isAllowed }

        #expect(refused == [.programmeOffice, .cabinetOffice, .administrator])
        #expect(office.mayGrant(.administrator, in: Self.here) == .refused("role-only-by-administrator"))
    }

    @Test func `only an administrator reads a mail by which somebody signs in`() {
        let secret = Mail(
            id: "1", recipient: Self.mail.recipient, person: nil, programme: Self.here, language: "de",
            letter: Self.mail.letter, cause: "sign_in", isSecret: true, stopLink: nil, state: .waiting, attempts: 0,
            createdAt: TestPeople.now.text, sentAt: nil, fault: nil)

        #expect(Self.visitor(.administrator).mayRead(secret, in: Self.here) == .allowed)
        #expect(Self.visitor(.programmeOffice).mayRead(secret, in: Self.here) == .refused("mail-is-secret"))
    }

    @Test func `the last administrator cannot leave, the last but one can`() {
        let administrator = Self.visitor(.administrator)

        #expect(administrator.mayEraseOwnAccount(administrators: 1) == .refused("last-administrator"))
        #expect(administrator.mayEraseOwnAccount(administrators: 2) == .allowed)
        #expect(Self.visitor(nil).mayEraseOwnAccount(administrators: 1) == .allowed)
    }

    @Test func `a role for one forum is no role for another`() {
        let lead = Self.visitor(.forumLead)

        #expect(lead.holds(.forumLead, in: Self.here, for: "m"))
        #expect(!lead.holds(.forumLead, in: Self.here, for: "other"))
        #expect(!lead.holds(.forumLead, in: Self.elsewhere, for: "m"))
        #expect(!lead.holds(.forumLead, in: Self.here))
    }
}
