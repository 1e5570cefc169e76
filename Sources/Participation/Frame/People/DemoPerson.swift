// SPDX-License-Identifier: EUPL-1.2

import Storage

/// One of the invented people of the demonstration: somebody for each role, in an invented programme.
public struct DemoPerson: Equatable, Sendable {
    public let person: Person
    /// Nil for somebody who simply takes part.
    public let role: Role?
}

/// Makes the invented people, unless they are there. Only programmes that are invented themselves get any.
public struct MakeDemoPeople: Sendable {
    public init() {}

    private static let names: [(role: Role?, name: String)] = [
        (nil, "Toni Teilnahme"), (.organisationRepresentative, "Vera Verband"), (.municipalityDelegate, "Kim Kommune"),
        (.forumMember, "Mika Mitglied"), (.forumCoModerator, "Robin Runde"), (.forumLead, "Luca Leitung"),
        (.ministryOfficer, "Ruth Referat"), (.projectLead, "Petra Projekt"), (.moderator, "Mo Moderation"),
        (.programmeOffice, "Pia Programm"), (.cabinetOffice, "Karla Kabinett"),
        (.administrator, "Ada Administration"),
    ]

    /// Tells how many there are in all.
    public func run(at now: Moment, in db: Connection) throws -> Int {
        let present = try DemoPerson.list(on: now.day, in: db)
        guard present.isEmpty, let programme = try ProgrammeQueries.all(in: db).first(where: \.isInvented) else {
            return present.count
        }
        for (role, name) in Self.names {
            let person = Person.new(email: nil, name: name, language: "de", isDemo: true, at: now)
            try person.insert(in: db)
            if let role { try grant(role, to: person, in: programme.id, at: now, in: db) }
            if role == .ministryOfficer {
                try OfficeMember.leadBusiest(person.id, in: programme.id, on: now.day, db)
            }
        }
        return Self.names.count
    }

    /// A role for one matter is given for the first that the programme has, for a ministry for the one that leads most.
    private func grant(
        _ role: Role, to person: Person, in programme: String, at now: Moment, in db: Connection
    ) throws {
        let key = try role.matterKind.flatMap { try RoleAssignment.firstKey(of: $0, in: programme, db) }
        guard role.matterKind == nil || key != nil else { return }
        try GrantRole(role, to: person.id, in: role.reach == .installation ? nil : programme, forMatter: key)
            .runAsOperator(at: now, in: db)
    }
}

/// Somebody clicks on one of the invented people. Nobody real can be signed in as this way.
public struct SignInAsDemo: Sendable {
    private let person: String
    private let agent: String

    public init(_ person: String, agent: String) {
        self.person = person
        self.agent = agent
    }

    /// Nil when this is none of the invented people.
    public func run(at now: Moment, in db: Connection) throws -> NewSession? {
        guard let person = try Person.find(person, in: db), person.isDemo else { return nil }
        return try NewSession.open(for: person, agent: agent, at: now, in: db)
    }
}
