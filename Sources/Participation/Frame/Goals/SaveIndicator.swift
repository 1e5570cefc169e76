// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Something is to be measured from now on. It is public at once, with or without a value.
public struct AddIndicator: Sendable {
    private let form: IndicatorForm
    private let programme: String

    public init(_ form: IndicatorForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// Tells the key by which it is reached.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        let wanted = try form.validated(try GoalChoices.load(in: programme, db), isNew: true)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var record = IndicatorRecord()
        record.id = MatterWriting.newKey(.indicator)
        record.category = "eigene"
        wanted.fill(&record)
        _ = try writing.create(record, isPublic: true)
        return record.id
    }
}

/// What is measured, or what is to be reached, changes. What was said before stays to be read, with the reason.
public struct ChangeIndicator: Sendable {
    private let key: String
    private let form: IndicatorForm
    private let revision: Int64
    private let programme: String

    public init(_ key: String, _ form: IndicatorForm, basedOn revision: Int64, in programme: String) {
        self.key = key
        self.form = form
        self.revision = revision
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard let (current, newest, indicator) = try IndicatorForm.find(key, in: programme, db) else {
            throw MissingIndicator(key)
        }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let before = try writing.find(IndicatorRecord.self, indicator.id) else { throw MissingIndicator(key) }
        let wanted = try form.validated(try GoalChoices.load(in: programme, keeping: before.goal, db), isNew: false)
        let theirs = form.differences(from: current)
        guard newest == revision || theirs.isEmpty else { throw Outdated(theirs: theirs, revision: newest) }
        if before.unit != wanted.unit, !before.values.isEmpty || before.value != nil {
            throw InvalidForm([.init(IndicatorForm.Field.unit, "unit-of-values")])
        }
        guard !theirs.isEmpty else { return }
        try writing.change(IndicatorRecord.self, indicator.id) { record in
            var change = IndicatorChangeRecord()
            change.changedOn = now.day
            change.act = wanted.goal == before.goal ? .worded : .moved
            change.reason = wanted.reason ?? ""
            change.earlierName = wanted.name == before.name ? nil : before.name
            change.earlierUnit = wanted.unit == before.unit ? nil : before.unit
            change.earlierBaseline = wanted.baseline == before.baseline ? nil : before.baseline
            if wanted.target != before.target || wanted.targetOn != before.targetOn {
                change.earlierTarget = before.target
                change.earlierTargetOn = before.targetOn
            }
            record.changes.append(change)
            wanted.fill(&record)
        }
    }
}

extension IndicatorForm.Wanted {
    fileprivate func fill(_ record: inout IndicatorRecord) {
        record.name = name
        record.unit = unit
        record.region = region
        record.goal = goal
        record.baseline = baseline
        record.target = target
        record.targetOn = targetOn
        record.path = path
        record.sourceName = sourceName
        record.sourceURL = sourceURL
        record.note = note
    }
}

/// An indicator is measured no longer, or again. Its values stay public, with the reason.
public struct RetireIndicator: Sendable {
    private let key: String
    private let resumes: Bool
    private let reason: String?
    private let programme: String

    public init(_ key: String, resumes: Bool, because reason: String?, in programme: String) {
        self.key = key
        self.resumes = resumes
        self.reason = reason
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayEditGoals(in: programme))
        guard let indicator = try Indicator.list(in: programme, db).first(where: { $0.key == key }) else {
            throw MissingIndicator(key)
        }
        var check = FormCheck()
        let why = check.line(reason, field: RetireGoal.Field.reason, missing: "reason-missing", limit: 500)
        try check.finish()
        guard (indicator.retiredOn != nil) == resumes else {
            throw Refusal(resumes ? "indicator-is-measured" : "indicator-is-retired")
        }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(IndicatorRecord.self, indicator.id) { record in
            var change = IndicatorChangeRecord()
            change.changedOn = now.day
            change.act = resumes ? .resumed : .retired
            change.reason = why ?? ""
            record.changes.append(change)
            record.retiredOn = resumes ? nil : now.day
        }
    }
}

/// There is no indicator of this key.
public struct MissingIndicator: Error, Equatable, Sendable {
    public let key: String

    public init(_ key: String) {
        self.key = key
    }
}
