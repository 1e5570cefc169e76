// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An idea goes to the forum that it really concerns. The duty goes with it and keeps its day: whoever waits does not
/// wait longer because it came to the wrong place.
public struct PassOnIdea: Sendable {
    private let form: PassOnForm
    private let seen: SeenIdea

    public init(_ form: PassOnForm, of seen: SeenIdea) {
        self.form = form
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.passOn, on: seen, as: visitor, at: now, in: db)
        let file = handling.file
        let forums = try IdeaForum.list(in: seen.programme, db).filter { $0.id != file.forum?.id }
        let (forum, reason) = try form.validated(among: forums)
        let key = String(forum.number)
        guard let office = try DutyOffice.responsible(forForum: key, in: seen.programme, on: now.day, db) else {
            throw InvalidForm([.init(PassOnForm.Field.forum, "forum-without-office")])
        }
        let step = handling.step(.received, reason: reason)
        try handling.writing.change(IdeaRecord.self, file.id) { idea in
            idea.forum = key
            idea.state = .received
            idea.history.append(step)
        }
        if let duty = file.duty, duty.officeID != office.id {
            try handling.passOn(duty, reason: reason)
            _ = try handling.owe(to: file.id, office: office.key, dueOn: duty.dueOn)
        }
        try ReplyDraft.delete(idea: file.id, db)
        try handling.tell(.ideaPassedOn)
    }
}

extension IdeaHandling {
    /// An office no longer owes the answer.
    mutating func passOn(_ duty: ReplyDuty, reason: String) throws {
        try writing.change(DutyRecord.self, duty.id) { record in
            record.state = .passedOn
            record.reason = reason
        }
    }

    /// An office owes an answer to an idea from now on.
    ///
    /// - Returns: the id of the duty
    mutating func owe(to idea: String, office: String, dueOn: PartialDate) throws -> String {
        guard let matter = try MatterRow.find(idea, of: programme, in: db) else { throw Refusal("idea-is-gone") }
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.nextNumber(.duty)
        duty.dutyKind = .reply
        duty.matter = matter.reference
        duty.office = office
        duty.dueOn = dueOn
        return try writing.create(duty, isPublic: true)
    }
}

/// What was typed to pass an idea on.
public struct PassOnForm: Equatable, Sendable {
    /// The number of the forum.
    public var forum: String?
    /// Public.
    public var reason: String?

    public init(forum: String?, reason: String?) {
        self.forum = forum
        self.reason = reason
    }

    public enum Field {
        public static let forum = "forum"
        public static let reason = "forum-grund"
    }

    func validated(among forums: [IdeaForum]) throws(InvalidForm) -> (forum: IdeaForum, reason: String) {
        var check = FormCheck()
        let chosen = forums.first { String($0.number) == forum }
        if chosen == nil { check.add(Field.forum, "forum-missing") }
        let reason = check.passage(reason, field: Field.reason, missing: "reason-missing", limit: 600)
        try check.finish()
        guard let chosen else { throw InvalidForm([.init(Field.forum, "forum-missing")]) }
        return (chosen, reason ?? "")
    }
}
