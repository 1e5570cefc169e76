// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An idea comes in, whichever way: from now on it has a number, is public, and an office owes a reply to it.
///
/// Everything that has to do with permission and with what was typed has been looked at before.
public struct ReceiveIdea: Sendable {
    private let draft: IdeaDraft
    private let channel: IdeaChannel
    private let author: IdeaAuthor
    private let files: AttachmentShelf?
    private let programme: String

    /// What is said of the rights in a file that came with an idea.
    static let rights = "Mit der Idee zur Veröffentlichung eingereicht"

    /// - Parameter files: the shelf with what goes along
    public init(
        _ draft: IdeaDraft, channel: IdeaChannel, author: IdeaAuthor, files: AttachmentShelf? = nil,
        in programme: String
    ) {
        self.draft = draft
        self.channel = channel
        self.author = author
        self.files = files
        self.programme = programme
    }

    /// - Parameter actor: whose act it is, as the journal knows them: `Person.actor`; nil for what nobody did in person
    /// - Throws: `Refusal` when no office could answer
    public func run(by actor: String?, at now: Moment, in db: Connection) throws -> ReceivedIdea {
        guard let office = try DutyOffice.responsible(forForum: draft.forum, in: programme, on: now.day, db) else {
            throw Refusal("ideas-without-office")
        }
        let rule = try ListeningRule.find(in: programme, db)
        let dueOn = DueDate.after(days: Int(rule.replyDays), from: now.day)
        var writing = try MatterWriting(in: programme, by: actor ?? JournalEntry.system, at: now, db)
        let idea = try record(in: writing)
        let id = try writing.create(idea, isPublic: true)
        if let files {
            let drafts = try AttachmentDraft.list(on: files, in: programme, db)
            try files.attach(drafts, to: id, rights: Self.rights, at: now, &writing, db)
        }
        _ = try writing.create(try duty(for: idea.key, of: office, dueOn, in: writing), isPublic: true)
        try ContributionAuthor.record(
            matter: id, person: author.person, organisation: author.organisation, at: now, in: db)
        return ReceivedIdea(
            id: id, number: idea.publicNumber, title: draft.title, office: office.name, replyDueOn: dueOn)
    }

    private func record(in writing: MatterWriting) throws -> IdeaRecord {
        var received = StateChangeRecord<IdeaState>()
        received.state = .received
        received.effectiveOn = draft.submittedOn
        var idea = IdeaRecord()
        idea.id = MatterWriting.newKey(.idea)
        idea.publicNumber = try writing.nextNumber(.idea)
        idea.title = draft.title
        idea.summary = draft.text
        idea.forum = draft.forum
        idea.municipality = draft.municipality
        idea.channel = channel
        idea.state = .received
        idea.submittedOn = draft.submittedOn
        idea.authorLabel = draft.authorLabel
        idea.history = [received]
        return idea
    }

    private func duty(
        for idea: String, of office: DutyOffice, _ dueOn: PartialDate, in writing: MatterWriting
    ) throws -> DutyRecord {
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.nextNumber(.duty)
        duty.dutyKind = .reply
        duty.matter = MatterReference(.idea, idea)
        duty.office = office.key
        duty.dueOn = dueOn
        return duty
    }
}
