// SPDX-License-Identifier: EUPL-1.2

/// Whoever is looking: a guest, or a person with the roles held today. Everything that is allowed or not is asked of
/// the visitor.
public struct Visitor: Equatable, Sendable {
    public let person: Person?
    public let roles: [HeldRole]

    public static let guest = Visitor(person: nil, roles: [])

    public init(_ person: Person, roles: [HeldRole] = []) {
        self.init(person: person, roles: roles)
    }

    private init(person: Person?, roles: [HeldRole]) {
        self.person = person
        self.roles = roles
    }

    public var isSignedIn: Bool { person != nil }

    /// Whether the visitor holds a role over a whole programme, or over one of its matters.
    public func holds(_ role: Role, in programme: String, for matter: String? = nil) -> Bool {
        roles.contains { held in
            held.role == role && (held.programme == nil || held.programme == programme)
                && (held.matter == nil || held.matter == matter)
        }
    }

    public func holds(anyOf roles: [Role], in programme: String, for matter: String? = nil) -> Bool {
        roles.contains { holds($0, in: programme, for: matter) }
    }

    public var isAdministrator: Bool { roles.contains { $0.role == .administrator } }

    /// The roles that concern a programme, those for the whole installation among them.
    public func roles(in programme: String) -> [HeldRole] {
        roles.filter { $0.programme == nil || $0.programme == programme }
    }

    /// The person, when something is allowed to a person.
    ///
    /// - Throws: `Refusal` with the reason why not; for a guest, that signing in is needed.
    public func person(if permission: Permission) throws(Refusal) -> Person {
        try permission.check()
        guard let person else { throw .signInNeeded }
        return person
    }
}
