// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody is given a role, from today on.
public struct GrantRole: Sendable {
    private let role: Role
    private let person: String
    private let programme: String?
    private let key: String?
    private let reason: String?

    /// - Parameters:
    ///   - programme: the id of the programme; nil for a role that reaches over the whole installation
    ///   - key: the package key of the matter that the role is for, such as an organisation's
    public init(
        _ role: Role, to person: String, in programme: String? = nil, forMatter key: String? = nil,
        reason: String? = nil
    ) {
        self.role = role
        self.reason = reason
        self.person = person
        self.programme = programme
        self.key = key
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let granter = try visitor.person(if: visitor.mayGrant(role, in: programme))
        try grant(by: granter.id, at: now, in: db)
    }

    /// On behalf of whoever runs the installation.
    public func runAsOperator(at now: Moment, in db: Connection) throws {
        try grant(by: nil, at: now, in: db)
    }

    /// Giving what is held already changes nothing.
    private func grant(by granter: String?, at now: Moment, in db: Connection) throws {
        guard try Person.find(person, in: db) != nil else {
            throw InvalidForm([.init("person", "person-unknown")])
        }
        let held = try heldRole(in: db)
        guard try !HeldRole.given(to: person, on: now.day, in: db).contains(held) else { return }
        try RoleAssignment.insert(
            Digest.random(bytes: 16), held, to: person, from: now.day, by: granter, reason: reason, at: now,
            in: db)
    }

    private func heldRole(in db: Connection) throws -> HeldRole {
        switch role.reach {
        case .installation:
            return HeldRole(role)
        case .programme:
            guard let programme else { throw InvalidForm([.init("programme", "programme-missing")]) }
            return HeldRole(role, in: programme)
        case .matter:
            guard let programme else { throw InvalidForm([.init("programme", "programme-missing")]) }
            guard let key, let kind = role.matterKind else { throw InvalidForm([.init("matter", "matter-missing")]) }
            guard let matter = try RoleAssignment.matter(key, kind: kind, in: programme, db) else {
                throw InvalidForm([.init("matter", "matter-unknown")])
            }
            return HeldRole(role, in: programme, for: matter)
        }
    }
}

/// A role ends. It was held up to yesterday, or, if given today, never.
public struct EndRole: Sendable {
    private let assignment: RoleAssignment
    private let reason: String?

    public init(_ assignment: RoleAssignment, reason: String? = nil) {
        self.assignment = assignment
        self.reason = reason
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let ender = try visitor.person(if: visitor.mayGrant(assignment.held.role, in: assignment.held.programme))
        try end(by: ender.id, at: now, in: db)
    }

    /// On behalf of whoever runs the installation.
    public func runAsOperator(at now: Moment, in db: Connection) throws {
        try end(by: nil, at: now, in: db)
    }

    /// Whoever loses a role is signed out, so that no page made for the role stays open. The last administrator
    /// stays, or nobody could let others in.
    private func end(by ender: String?, at now: Moment, in db: Connection) throws {
        if assignment.held.role == .administrator,
            try RoleAssignment.administrators(on: now.day, without: assignment.person, in: db) == 0
        {
            throw Refusal("last-administrator-stays")
        }
        try RoleAssignment.end(
            assignment.id, on: now.later(bySeconds: -24 * 60 * 60).day, by: ender, reason: reason, in: db)
        try Session.deleteAll(of: assignment.person, in: db)
    }
}
