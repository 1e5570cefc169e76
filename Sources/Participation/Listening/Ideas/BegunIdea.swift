// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An idea that somebody who is signed in has begun and will finish another day. Nobody else can see it.
public struct BegunIdea: Equatable, Sendable {
    public let id: String
    public let form: IdeaForm
    public let changedAt: Moment

    /// For how long it waits after the last change.
    public static let days: Int64 = 90
    /// How many of them one person may have.
    public static let most = 20
    static let longest = 100_000
}

extension Visitor {
    /// To keep an idea that is not finished.
    public var mayKeepIdeas: Permission { isSignedIn ? .allowed : .refused(.signInNeeded) }
}

/// What was typed is put aside, however incomplete it is.
public struct KeepBegunIdea: Sendable {
    private let form: IdeaForm
    private let programme: String

    public init(_ form: IdeaForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// - Returns: the id under which it can be continued
    /// - Throws: `InvalidForm` when nothing was typed, or more than any idea holds
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayKeepIdeas)
        guard !form.isEmpty else { throw InvalidForm([.init(IdeaForm.Field.title, "idea-title-missing")]) }
        guard (form.text ?? "").count + (form.title ?? "").count <= BegunIdea.longest else {
            throw InvalidForm([.init(IdeaForm.Field.text, "too-long", limit: IdeaDraft.longestText)])
        }
        try WaitingIdea.deleteExpired(at: now, db)
        let end = now.later(bySeconds: BegunIdea.days * 24 * 60 * 60)
        try AttachmentDraft.keep(form.shelf, until: end, db)
        if let begun = try form.begun.flatMap({ try BegunIdea.find($0, of: person.id, in: programme, db) }) {
            try begun.replace(with: form, at: now, until: end, db)
            return begun.id
        }
        guard try BegunIdea.list(of: person.id, in: programme, db).count < BegunIdea.most else {
            throw InvalidForm([.init(IdeaForm.Field.title, "too-many-drafts", limit: BegunIdea.most)])
        }
        return try BegunIdea.insert(form, of: person, in: programme, at: now, until: end, db)
    }
}

/// An idea that was begun is not wanted any more; its files go with it.
public struct DiscardBegunIdea: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayKeepIdeas)
        guard let begun = try BegunIdea.find(id, of: person.id, in: programme, db) else { return }
        try begun.delete(db)
        if let shelf = begun.form.shelf { try AttachmentDraft.deleteAll(on: shelf, db) }
        try StoredFile.deleteUnused(in: db)
    }
}
