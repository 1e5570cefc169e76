// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What every act of an office on an idea begins with: the idea as it stands, whether the act is allowed, and whether
/// nobody else was faster. What follows is written in the name of whoever acts.
struct IdeaHandling {
    let file: IdeaFile
    let person: Person
    let programme: String
    let now: Moment
    let db: Connection
    var writing: MatterWriting

    /// - Throws: `Refusal`, or `Outdated` when the idea is no longer what was seen
    init(_ act: IdeaAct, on seen: SeenIdea, as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let file = try IdeaFile.find(number: seen.number, in: seen.programme, db) else {
            throw Refusal("idea-is-gone")
        }
        try visitor.may(.read, file.standing, in: seen.programme).check()
        guard file.version == seen.version else { throw Outdated() }
        self.file = file
        person = try visitor.person(if: visitor.may(act, file.standing, in: seen.programme))
        programme = seen.programme
        self.now = now
        self.db = db
        writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
    }

    /// The next step in the history of the idea.
    func step(_ state: IdeaState, reason: String? = nil) -> StateChangeRecord<IdeaState> {
        var step = StateChangeRecord<IdeaState>()
        step.state = state
        step.effectiveOn = now.day
        step.reason = reason
        return step
    }

    /// Tells whoever handed the idea in and whoever follows it, but not whoever acts.
    func tell(_ kind: NoticeKind) throws {
        try TellFollowers(of: file.id, kind, by: person.id, in: programme).run(at: now, in: db)
    }

    /// The duty is done today.
    mutating func meetDuty() throws {
        guard let duty = file.duty else { return }
        try writing.change(DutyRecord.self, duty.id) { record in
            record.state = .met
            record.metOn = now.day
        }
    }
}
