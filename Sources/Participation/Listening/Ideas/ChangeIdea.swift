// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Whoever handed an idea in changes what it says. Within the first half hour that mends a slip; later everybody can
/// read what it said before.
public struct ChangeIdea: Sendable {
    private let form: IdeaForm
    private let number: Int64
    private let programme: String
    private let version: String

    /// - Parameter version: the version that stood on the page
    public init(_ form: IdeaForm, of number: Int64, in programme: String, version: String) {
        self.form = form
        self.number = number
        self.programme = programme
        self.version = version
    }

    /// - Throws: `Refusal`, `InvalidForm`, or `Outdated` when somebody else was faster
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let idea = try OwnIdea.find(number: number, for: visitor, in: programme, at: now, db) else {
            throw MissingMatter(.idea, number)
        }
        let person = try visitor.person(if: visitor.mayChange(idea.standing))
        let (title, text) = try form.validatedWording()
        guard idea.version == version else { throw Outdated() }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(IdeaRecord.self, idea.id) { record in
            guard record.title != title || record.summary != text else { return }
            if !idea.standing.isInGrace {
                var earlier = IdeaVersionRecord()
                earlier.title = record.title
                earlier.text = record.summary
                earlier.replacedOn = now.day
                record.earlierVersions.append(earlier)
            }
            record.title = title
            record.summary = text
        }
    }
}

/// Whoever handed an idea in takes it back: it is not to be seen any more, its files go, and nobody owes a reply. What
/// remains is that there was an idea of this number.
public struct WithdrawIdea: Sendable {
    private let number: Int64
    private let programme: String

    public init(_ number: Int64, in programme: String) {
        self.number = number
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let idea = try OwnIdea.find(number: number, for: visitor, in: programme, at: now, db) else {
            throw MissingMatter(.idea, number)
        }
        let person = try visitor.person(if: visitor.mayChange(idea.standing))
        let actor = person.actor ?? JournalEntry.system
        for document in try Document.listForOffice(of: idea.id, in: programme, db) {
            try RemoveDocument(document.id).run(by: actor, in: programme, at: now, db)
        }
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        for duty in try Idea.openDuties(of: idea.id, db) {
            try writing.change(DutyRecord.self, duty, visibility: .concealed) { $0.state = .lapsed }
        }
        try writing.change(IdeaRecord.self, idea.id, visibility: .concealed) { $0.withdrawnOn = now.day }
        try ReplyDraft.delete(idea: idea.id, db)
    }
}

/// What an idea said before it was changed.
public struct EarlierVersion: Equatable, Sendable {
    public let title: String
    public let text: String
    public let replacedOn: PartialDate
}
