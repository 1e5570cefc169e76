// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A vision or a goal is added. It is public from then on.
public struct AddGoal: Sendable {
    private let form: GoalForm
    private let programme: String

    public init(_ form: GoalForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// Tells the public number.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        let wanted = try form.validated(try GoalChoices.load(in: programme, db), before: nil)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var record = GoalRecord()
        record.id = MatterWriting.newKey(.goal)
        record.publicNumber = try writing.nextNumber(.goal)
        record.goalKind = wanted.kind
        record.title = wanted.title
        record.text = wanted.text
        record.field = wanted.field
        record.parent = wanted.parent
        _ = try writing.create(record, isPublic: true)
        return record.publicNumber
    }
}

/// A goal reads differently from now on, or belongs elsewhere. What it said before stays to be read, with the reason.
public struct ChangeGoal: Sendable {
    private let number: Int64
    private let form: GoalForm
    private let revision: Int64
    private let programme: String

    /// - Parameter revision: which state of the goal the form was made of
    public init(_ number: Int64, _ form: GoalForm, basedOn revision: Int64, in programme: String) {
        self.number = number
        self.form = form
        self.revision = revision
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard let (current, newest, goal) = try GoalForm.find(number, in: programme, db) else {
            throw MissingMatter(.goal, number)
        }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let before = try writing.find(GoalRecord.self, goal.id) else { throw MissingMatter(.goal, number) }
        let choices = try GoalChoices.load(in: programme, keeping: before.parent, db)
        let wanted = try form.validated(choices, before: before)
        let theirs = form.differences(from: current)
        guard newest == revision || theirs.isEmpty else { throw Outdated(theirs: theirs, revision: newest) }
        let isReworded = wanted.title != before.title || wanted.text != before.text
        guard isReworded || wanted.field != before.field || wanted.parent != before.parent else { return }
        try writing.change(GoalRecord.self, goal.id) { record in
            var change = GoalChangeRecord()
            change.changedOn = now.day
            change.act = isReworded ? .worded : .moved
            change.reason = wanted.reason ?? ""
            change.earlierTitle = wanted.title == before.title ? nil : before.title
            change.earlierText = wanted.text == before.text ? nil : before.text
            record.changes.append(change)
            record.title = wanted.title
            record.text = wanted.text
            record.field = wanted.field
            record.parent = wanted.parent
        }
    }
}

/// A goal is pursued no longer, or again. It stays public either way, with the reason.
public struct RetireGoal: Sendable {
    private let number: Int64
    private let resumes: Bool
    private let reason: String?
    private let programme: String

    public enum Field {
        public static let reason = "ende-grund"
        /// Whether it is pursued again.
        public static let resumes = "wieder"
    }

    public init(_ number: Int64, resumes: Bool, because reason: String?, in programme: String) {
        self.number = number
        self.resumes = resumes
        self.reason = reason
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        let goals = try Goal.list(in: programme, db)
        guard let goal = goals.first(where: { $0.number == number }) else { throw MissingMatter(.goal, number) }
        var check = FormCheck()
        let why = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500)
        try check.finish()
        guard (goal.retiredOn != nil) == resumes else { throw Refusal(resumes ? "goal-is-pursued" : "goal-is-retired") }
        guard resumes || !goals.contains(where: { $0.parentID == goal.id && $0.retiredOn == nil }) else {
            throw InvalidForm([.init(Field.reason, "vision-has-goals")])
        }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(GoalRecord.self, goal.id) { record in
            var change = GoalChangeRecord()
            change.changedOn = now.day
            change.act = resumes ? .resumed : .retired
            change.reason = why ?? ""
            record.changes.append(change)
            record.retiredOn = resumes ? nil : now.day
        }
    }
}

/// A goal changes places with its neighbour under the same vision.
public struct MoveGoal: Sendable {
    public enum Direction: String, CaseIterable, Sendable {
        case up = "hoch"
        case down = "runter"
    }

    private let number: Int64
    private let direction: Direction
    private let programme: String

    public init(_ number: Int64, _ direction: Direction, in programme: String) {
        self.number = number
        self.direction = direction
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        let goals = try Goal.list(in: programme, db)
        guard let goal = goals.first(where: { $0.number == number }) else { throw MissingMatter(.goal, number) }
        let like = goals.filter {
            $0.isVision == goal.isVision && $0.parentID == goal.parentID && $0.retiredOn == nil
        }
        guard let place = like.firstIndex(where: { $0.id == goal.id }),
            case let other = direction == .up ? place - 1 : place + 1, like.indices.contains(other)
        else { return }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let one = try writing.find(GoalRecord.self, goal.id),
            let two = try writing.find(GoalRecord.self, like[other].id)
        else { throw MissingMatter(.goal, number) }
        try writing.change(GoalRecord.self, goal.id) { $0.rank = two.rank ?? two.publicNumber }
        try writing.change(GoalRecord.self, like[other].id) { $0.rank = one.rank ?? one.publicNumber }
    }
}
