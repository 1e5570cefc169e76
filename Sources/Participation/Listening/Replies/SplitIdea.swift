// SPDX-License-Identifier: EUPL-1.2

import Storage

/// One idea speaks of two things: what it also wants becomes an idea of its own, with a number, the same authors,
/// followers and supports, and a reply by the same day. The first idea goes on with all its links. It can be undone.
public struct SplitIdea: Sendable {
    private let form: SplitForm
    private let seen: SeenIdea

    public init(_ form: SplitForm, of seen: SeenIdea) {
        self.form = form
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.split, on: seen, as: visitor, at: now, in: db)
        let file = handling.file
        let (title, text) = try form.validated()
        guard let origin = try handling.writing.find(IdeaRecord.self, file.id) else { throw Refusal("idea-is-gone") }
        let part = try part(of: origin, title: title, text: text, handling)
        let id = try handling.writing.create(part, isPublic: true)
        if let duty = file.duty, let office = try MatterRow.find(duty.officeID, of: seen.programme, in: db)?.key {
            _ = try handling.owe(to: id, office: office, dueOn: duty.dueOn)
        }
        try IdeaSplit(origin: file.id, part: id).carryPeople(in: db)
        try handling.tell(.ideaSplit)
    }

    private func part(
        of origin: IdeaRecord, title: String, text: String, _ handling: IdeaHandling
    ) throws -> IdeaRecord {
        var received = StateChangeRecord<IdeaState>()
        received.state = .received
        received.effectiveOn = handling.now.day
        var part = IdeaRecord()
        part.id = MatterWriting.newKey(.idea)
        part.publicNumber = try handling.writing.nextNumber(.idea)
        part.title = title
        part.summary = text
        part.forum = origin.forum
        part.municipality = origin.municipality
        part.channel = origin.channel
        part.submittedOn = origin.submittedOn
        part.authorLabel = origin.authorLabel
        part.state = .received
        part.history = [received]
        part.splitFrom = origin.key
        return part
    }
}

/// The splitting was a mistake: the part is not to be seen any more and nobody owes it a reply. Who began to follow or
/// support it does so with the idea that it came from.
public struct UndoSplit: Sendable {
    private let seen: SeenIdea

    public init(of seen: SeenIdea) {
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.unsplit, on: seen, as: visitor, at: now, in: db)
        let file = handling.file
        guard let origin = file.splitFromID else { throw Refusal("idea-is-not-split") }
        try IdeaSplit(origin: file.id, part: origin).carryPeople(in: db)
        try TellFollowers(of: origin, .ideaMerged, by: handling.person.id, in: seen.programme).run(at: now, in: db)
        if let duty = file.duty {
            try handling.writing.change(DutyRecord.self, duty.id, visibility: .concealed) { $0.state = .lapsed }
        }
        try handling.writing.change(IdeaRecord.self, file.id, visibility: .concealed) { _ in }
        try ReplyDraft.delete(idea: file.id, db)
    }
}

/// What was typed to split an idea.
public struct SplitForm: Equatable, Sendable {
    public var title: String?
    public var text: String?

    public init(title: String?, text: String?) {
        self.title = title
        self.text = text
    }

    public enum Field {
        public static let title = "teil-titel"
        public static let text = "teil-text"
    }

    func validated() throws(InvalidForm) -> (title: String, text: String) {
        var check = FormCheck()
        let title = check.line(title, field: Field.title, missing: "idea-title-missing", limit: IdeaDraft.longestTitle)
        let text = check.passage(text, field: Field.text, missing: "idea-text-missing", limit: IdeaDraft.longestText)
        try check.finish()
        return (title ?? "", text ?? "")
    }
}
