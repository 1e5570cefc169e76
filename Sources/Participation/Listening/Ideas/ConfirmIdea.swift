// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A guest hands in an idea. Nothing of it is a matter until the link of the mail that goes out now is followed.
public struct AskToConfirmIdea: Sendable {
    private let form: IdeaForm
    private let language: String
    private let programme: String

    /// - Parameter language: that of the mail: `de` or `en`
    public init(_ form: IdeaForm, language: String, in programme: String) {
        self.form = form
        self.language = language
        self.programme = programme
    }

    /// - Parameter compose: writes the mail with the link that the secret is a part of
    /// - Throws: `InvalidForm`, or `Refusal` when the programme takes in no ideas today
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (Secret) throws -> Letter
    ) throws {
        try visitor.maySubmitIdea(try IdeaOpening.find(in: programme, db), on: now.day).check()
        let choices = try IdeaChoices.load(for: .guest, in: programme, db)
        let files = try AttachmentDraft.list(on: form.shelf, in: programme, db)
        let guest = try form.validatedForGuest(choices, files, on: now.day).guest
        let token = Secret.make()
        try WaitingIdea.deleteExpired(at: now, db)
        try WaitingIdea.insert(form, of: guest, token: token, language: language, in: programme, at: now, db)
        let end = now.later(bySeconds: WaitingIdea.days * 24 * 60 * 60)
        try AttachmentDraft.keep(form.shelf, until: end, db)
        try PostMail(
            to: guest.email, try compose(token), cause: "idea_confirmation", language: language, programme: programme,
            isSecret: true, worthlessFrom: end
        ).run(at: now, in: db)
    }
}

/// A guest follows the link of the mail: the idea is received, and its author gets an account, so that the reply can
/// reach them. Nobody is signed in by it.
public struct ConfirmIdea: Sendable {
    private let token: Secret
    private let programme: String

    public enum Outcome: Equatable, Sendable {
        case received(ReceivedIdea)
        /// The link has been used before.
        case confirmedEarlier(number: Int64)
        /// It never existed, or it has waited too long.
        case unusable
    }

    public init(_ token: Secret, in programme: String) {
        self.token = token
        self.programme = programme
    }

    /// - Parameter compose: writes the receipt
    /// - Throws: `Refusal` when the programme takes in no ideas any more; the idea then goes on waiting
    public func run(
        at now: Moment, in db: Connection, compose: (ReceivedIdea) throws -> Letter
    ) throws -> Outcome {
        guard let waiting = try WaitingIdea.find(token, in: programme, db) else { return .unusable }
        if let number = waiting.ideaNumber { return .confirmedEarlier(number: number) }
        guard waiting.standing(at: now) == .waiting else { return .unusable }
        try Visitor.guest.maySubmitIdea(try IdeaOpening.find(in: programme, db), on: now.day).check()
        let choices = try IdeaChoices.load(for: .guest, in: programme, db)
        let files = try AttachmentDraft.list(on: waiting.form.shelf, in: programme, db)
        let (draft, guest) = try waiting.form.validatedForGuest(choices, files, on: now.day)
        let person = try author(guest, language: waiting.language, at: now, db)
        let idea = try ReceiveIdea(
            draft, channel: .onlineCitizen, author: IdeaAuthor(person: person.id), files: waiting.form.shelf,
            in: programme
        ).run(by: person.actor, at: now, in: db)
        try waiting.markConfirmed(as: idea, by: person.id, db)
        try person.confirm(try compose(idea), in: programme, at: now, db)
        return .received(idea)
    }

    private func author(
        _ guest: IdeaForm.Guest, language: String, at now: Moment, _ db: Connection
    ) throws -> Person {
        if let known = try Person.find(email: guest.email, in: db) { return known }
        let person = Person.new(email: guest.email, name: guest.name, language: language, at: now)
        try person.insert(in: db)
        return person
    }
}
