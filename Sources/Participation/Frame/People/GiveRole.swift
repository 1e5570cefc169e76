// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody is given a role by their address, with a reason. Whoever has no account yet gets one, and is invited by a
/// mail with a link that signs in once.
public struct GiveRole: Sendable {
    private let form: RoleForm
    private let programme: String
    private let language: String

    /// What the mail has to say.
    public struct Notification: Sendable {
        public let role: Role
        public let matterTitle: String?
        /// Signs in once; nil for somebody who has an account.
        public let invitation: Secret?
    }

    /// How long an invitation is good: a week, since nobody waits for it.
    public static let invitationMinutes: Int64 = 7 * 24 * 60

    /// - Parameter language: in which mails to a new person are written
    public init(_ form: RoleForm, in programme: String, language: String) {
        self.form = form
        self.programme = programme
        self.language = language
    }

    /// - Parameter compose: writes the mail
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (Notification) throws -> Letter
    ) throws {
        try visitor.mayListPeople(in: programme).check()
        let choices = try RoleMatterChoice.list(in: programme, db)
        let draft = try form.validated(among: choices)
        try visitor.mayGrant(draft.role, in: programme).check()
        let known = try Person.find(email: draft.email, in: db)
        let person = known ?? Person.new(email: draft.email, language: language, at: now)
        if known == nil { try person.insert(in: db) }
        try GrantRole(
            draft.role, to: person.id, in: draft.role.reach == .installation ? nil : programme,
            forMatter: draft.matter?.key, reason: draft.reason
        ).run(as: visitor, at: now, in: db)
        if draft.mayInvite, let key = draft.matter?.key {
            try RoleAssignment.letInvite(
                person.id, role: draft.role, in: programme, forMatter: key, on: now.day, db)
        }
        let invitation = known == nil ? try invite(draft.email, at: now, in: db) : nil
        let letter = try compose(
            Notification(role: draft.role, matterTitle: draft.matter?.title, invitation: invitation))
        try PostMail(
            to: draft.email, letter, cause: "role_given", language: person.language, person: person.id,
            programme: programme, isSecret: invitation != nil,
            worthlessFrom: invitation.map { _ in now.later(bySeconds: Self.invitationMinutes * 60) }
        ).run(at: now, in: db)
    }

    private func invite(_ email: EmailAddress, at now: Moment, in db: Connection) throws -> Secret {
        try SignInLink.make(
            for: email, language: language, onward: nil, browser: nil, minutes: Self.invitationMinutes, at: now, in: db
        ).token
    }
}

/// A matter that a role can be held for, by the name people know.
public struct RoleMatterChoice: Equatable, Sendable {
    public let kind: MatterKind
    public let key: String
    public let title: String

    /// What stands for it in a form.
    public var value: String { "\(kind.rawValue)/\(key)" }
}

/// What was typed to give somebody a role.
public struct RoleForm: Equatable, Sendable {
    public var email: String?
    public var role: String?
    public var matter: String?
    public var reason: String?
    /// Whether they may let others speak for the same body.
    public var mayInvite = false

    public init(email: String? = nil, role: String? = nil, matter: String? = nil, reason: String? = nil) {
        self.email = email
        self.role = role
        self.matter = matter
        self.reason = reason
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let email = "email"
        public static let role = "rolle"
        public static let matter = "wofuer"
        public static let reason = "grund"
        public static let mayInvite = "einladen"
    }

    public static let longestReason = 500

    struct Draft {
        let email: EmailAddress
        let role: Role
        let matter: RoleMatterChoice?
        let reason: String
        let mayInvite: Bool
    }

    func validated(among choices: [RoleMatterChoice]) throws(InvalidForm) -> Draft {
        var check = FormCheck()
        let line = check.line(email, field: Field.email, missing: "email-missing", limit: EmailAddress.longest)
        let address = line.flatMap { EmailAddress($0) }
        if line != nil, address == nil { check.add(Field.email, "email-invalid") }
        let chosen = role.flatMap { Role(rawValue: $0) }
        if chosen == nil { check.add(Field.role, role == nil ? "role-missing" : "unknown-choice") }
        let held = choices.first { $0.value == matter }
        if let kind = chosen?.matterKind {
            if matter == nil { check.add(Field.matter, "role-matter-missing") }
            if matter != nil, held?.kind != kind { check.add(Field.matter, "role-matter-does-not-fit") }
        } else if matter != nil, chosen != nil {
            check.add(Field.matter, "role-needs-no-matter")
        }
        if mayInvite, let chosen, !RepresentedBody.roles.contains(chosen) {
            check.add(Field.mayInvite, "may-not-let-invite")
        }
        let why = check.line(reason, field: Field.reason, missing: "reason-missing", limit: Self.longestReason)
        try check.finish()
        guard let address, let chosen, let why else { throw InvalidForm([.init(Field.email, "email-missing")]) }
        return Draft(email: address, role: chosen, matter: held, reason: why, mayInvite: mayInvite)
    }
}
