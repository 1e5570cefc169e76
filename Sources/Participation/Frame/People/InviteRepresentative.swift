// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Whoever was trusted with it lets another person speak for the same organisation or municipality. Whoever has no
/// account yet gets one, and is invited by a mail with a link that signs in once.
public struct InviteRepresentative: Sendable {
    private let email: String?
    private let body: RepresentedBody
    private let programme: String
    private let language: String

    /// What the mail has to say.
    public struct Notification: Sendable {
        public let body: RepresentedBody
        public let invitedBy: String
        public let language: String
        /// Signs in once; nil for somebody who has an account.
        public let invitation: Secret?
    }

    public enum Field {
        public static let email = "email"
    }

    /// - Parameter language: in which mails to a new person are written
    public init(_ email: String?, for body: RepresentedBody, in programme: String, language: String) {
        self.email = email
        self.body = body
        self.programme = programme
        self.language = language
    }

    /// - Parameter compose: writes the mail
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (Notification) throws -> Letter
    ) throws {
        let inviting = try visitor.person(if: visitor.mayInvite(for: body, in: programme))
        let address = try validated()
        let known = try Person.find(email: address, in: db)
        let person = known ?? Person.new(email: address, language: language, at: now)
        if known == nil { try person.insert(in: db) }
        let held = HeldRole(body.role, in: programme, for: body.matter)
        guard try !HeldRole.given(to: person.id, on: now.day, in: db).contains(held) else {
            throw InvalidForm([.init(Field.email, "speaks-already")])
        }
        try RoleAssignment.insert(
            Digest.random(bytes: 16), held, to: person.id, from: now.day, by: inviting.id, reason: nil, at: now,
            in: db)
        let invitation =
            known == nil
            ? try SignInLink.make(
                for: address, language: language, onward: nil, browser: nil, minutes: GiveRole.invitationMinutes,
                at: now, in: db
            ).token : nil
        let letter = try compose(
            Notification(
                body: body, invitedBy: inviting.displayName, language: person.language, invitation: invitation))
        try PostMail(
            to: address, letter, cause: "representative_invited", language: person.language, person: person.id,
            programme: programme, isSecret: invitation != nil,
            worthlessFrom: invitation.map { _ in now.later(bySeconds: GiveRole.invitationMinutes * 60) }
        ).run(at: now, in: db)
    }

    private func validated() throws(InvalidForm) -> EmailAddress {
        var check = FormCheck()
        let line = check.line(email, field: Field.email, missing: "email-missing", limit: EmailAddress.longest)
        let address = line.flatMap { EmailAddress($0) }
        if line != nil, address == nil { check.add(Field.email, "email-invalid") }
        try check.finish()
        guard let address else { throw InvalidForm([.init(Field.email, "email-missing")]) }
        return address
    }
}

/// Somebody speaks for a body no more, since whoever was trusted with it says so. Nobody ends their own role this way.
public struct EndRepresentative: Sendable {
    private let assignment: String
    private let body: RepresentedBody
    private let programme: String

    public init(_ assignment: String, of body: RepresentedBody, in programme: String) {
        self.assignment = assignment
        self.body = body
        self.programme = programme
    }

    /// False when the role has ended already or is another's.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Bool {
        let ending = try visitor.person(if: visitor.mayInvite(for: body, in: programme))
        let representatives = try Representative.list(of: body, on: now.day, db)
        guard let representative = representatives.first(where: { $0.assignment == assignment }),
            representative.person != ending.id
        else { return false }
        try RoleAssignment.end(
            assignment, on: PartialDate(day: now.day.firstDay - 1), by: ending.id, reason: nil, in: db)
        try Session.deleteAll(of: representative.person, in: db)
        return true
    }
}
