// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A person who is signed in hands in an idea, for themselves or for an organisation they represent.
public struct SubmitIdea: Sendable {
    private let form: IdeaForm
    private let programme: String

    public init(_ form: IdeaForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// - Parameter compose: writes the receipt
    /// - Throws: `InvalidForm`, or `Refusal` when the programme takes in no ideas today
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (ReceivedIdea) throws -> Letter
    ) throws -> ReceivedIdea {
        let opening = try IdeaOpening.find(in: programme, db)
        let person = try visitor.person(if: visitor.maySubmitIdea(opening, on: now.day))
        let choices = try IdeaChoices.load(for: visitor, in: programme, db)
        let (draft, organisation) = try form.validated(
            choices, AttachmentDraft.list(on: form.shelf, in: programme, db), on: now.day)
        if let organisation { try visitor.mayWrite(for: organisation, in: programme).check() }
        let idea = try ReceiveIdea(
            draft, channel: organisation == nil ? .onlineCitizen : .organisation,
            author: IdeaAuthor(person: person.id, organisation: organisation), files: form.shelf, in: programme
        ).run(by: person.actor, at: now, in: db)
        if let begun = try form.begun.flatMap({ try BegunIdea.find($0, of: person.id, in: programme, db) }) {
            try begun.delete(db)
        }
        try person.confirm(try compose(idea), in: programme, at: now, db)
        return idea
    }
}

extension Person {
    /// The receipt of an idea, for whoever can be reached.
    func confirm(_ letter: Letter, in programme: String, at now: Moment, _ db: Connection) throws {
        guard let email else { return }
        try PostMail(
            to: email, letter, cause: "idea_received", language: language, person: id, programme: programme
        ).run(at: now, in: db)
    }
}
