// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A person leaves: name, address, password, sessions, roles and mails go at once. What the person has handed in
/// stays as part of the file, without the name; the journal keeps a reference that leads to nobody any more.
public struct ErasePerson: Sendable {
    private let id: String
    private let pollKeys: PollKeys

    /// - Parameter pollKeys: by them the ballots are found that the person has cast in polls which are not over
    public init(_ id: String, pollKeys: PollKeys = .none) {
        self.id = id
        self.pollKeys = pollKeys
    }

    /// On the person's own wish.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let administrators = try RoleAssignment.administrators(on: now.day, in: db)
        let person = try visitor.person(if: visitor.mayEraseOwnAccount(administrators: administrators))
        guard person.id == id else { throw Refusal("own-account-only") }
        try erase(person, at: now, in: db)
    }

    /// On behalf of whoever runs the installation. False when there is no such person.
    public func runAsOperator(at now: Moment, in db: Connection) throws -> Bool {
        guard let person = try Person.find(id, in: db) else { return false }
        try erase(person, at: now, in: db)
        return true
    }

    private func erase(_ person: Person, at now: Moment, in db: Connection) throws {
        if let email = person.email {
            try MailQueries.delete(to: person.id, address: email, in: db)
            try SignInLink.deleteAll(for: email, in: db)
            try StatementAccess.erase(email, at: now, in: db)
        }
        try StatementDraft.erase(person.id, address: person.email, in: db)
        try Follow.endAll(of: person.id, in: db)
        try ReceivedNotice.removeAll(of: person.id, in: db)
        try ContributionAuthor.forget(person.id, in: db)
        try IdeaMerge.forget(person.id, in: db)
        try ApplicationCase.forget(person.id, in: db)
        try Support.forget(person.id, in: db)
        try Ballot.removeAll(of: person, pollKeys, in: db)
        try WaitingIdea.deleteAll(of: person, db)
        try AttachmentDraft.deleteAll(of: person.id, db)
        try Registration.deleteAll(of: person, in: db)
        try HeldContribution.forget(person.id, in: db)
        try FiledFlag.forget(person.id, in: db)
        try ExportJob.forget(person.id, in: db)
        try HallEntry.forget(person.id, in: db)
        try Objection.forget(person.id, in: db)
        try Person.erase(person.id, name: Self.nobody, at: now, in: db)
    }

    /// What stands where a name stood.
    public static let nobody = "–"
}
