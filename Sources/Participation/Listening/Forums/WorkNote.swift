// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What somebody who works in a forum says to the others about an idea or a draft. Never public.
public struct WorkNote: Equatable, Sendable {
    public let text: String
    /// The display name; of whoever has left, what stands for nobody.
    public let author: String
    public let writtenAt: String

    public static let field = "notiz"
    public static let longest = 3000
}

/// Leaves a note.
public struct WriteNote: Sendable {
    private let subject: Subject
    private let text: String?

    public enum Subject: Equatable, Sendable {
        /// By the numbers of forum and idea.
        case idea(Int64, inForum: Int64)
        case draft(String)
    }

    public init(_ text: String?, on subject: Subject) {
        self.text = text
        self.subject = subject
    }

    public func run(as visitor: Visitor, at now: Moment, in programme: String, _ db: Connection) throws {
        let (permission, idea, draft) = try target(visitor, in: programme, db)
        let person = try visitor.person(if: permission)
        var check = FormCheck()
        let text = check.passage(
            self.text, field: WorkNote.field, missing: "note-missing", limit: WorkNote.longest)
        try check.finish()
        try WorkNote.insert(
            text ?? "", onIdea: idea, draft: draft, by: person.id, at: now, in: programme, db)
    }

    private func target(
        _ visitor: Visitor, in programme: String, _ db: Connection
    ) throws -> (Permission, idea: String?, draft: String?) {
        switch subject {
        case .idea(let number, let forum):
            guard let forum = try WorkForum.find(forum, in: programme, db),
                let idea = try DeskIdea.find(number, inForum: forum.id, in: programme, db)
            else { throw MissingMatter(.idea, number) }
            return (visitor.may(.discuss, inForum: forum.id, of: programme), idea.id, nil)
        case .draft(let id):
            let draft = try ProposalDraft.existing(id, in: programme, db)
            return (visitor.may(.discuss, draft, of: programme), nil, draft.id)
        }
    }
}
