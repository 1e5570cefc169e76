// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed about a milestone.
public struct MilestoneForm: Equatable, Sendable {
    public var text: String?
    public var datedOn: String?
    public var forecastOn: String?
    public var state: String?
    public var doneOn: String?
    public var reason: String?

    public init() {}

    public enum Field {
        public static let text = "meilenstein"
        public static let datedOn = "geplant"
        public static let forecastOn = "prognose"
        public static let state = "stand"
        public static let doneOn = "erreicht"
        public static let reason = "grund"
        /// What the milestone was when the form was drawn.
        public static let seen = "gelesen"
    }

    struct Wanted: Sendable {
        let text: String
        let datedOn: PartialDate
        let forecastOn: PartialDate?
        let state: MilestoneState
        let doneOn: PartialDate?
        let reason: String?

        var expectedOn: PartialDate { doneOn ?? forecastOn ?? datedOn }
    }

    /// - Parameters:
    ///   - start: the beginning of the project, as far as it is known; no milestone lies before it
    ///   - before: the milestone as it was; nil for a new one
    func validated(
        start: PartialDate?, before: MilestoneRecord?, today: PartialDate
    ) throws(InvalidForm) -> Wanted {
        var check = FormCheck()
        let text = check.line(text, field: Field.text, missing: "milestone-missing", limit: 200)
        let planned = Self.date(datedOn, Field.datedOn, &check)
        if datedOn == nil { check.add(Field.datedOn, "day-missing") }
        let forecast = Self.date(forecastOn, Field.forecastOn, &check)
        for (field, date) in [(Field.datedOn, planned), (Field.forecastOn, forecast)] {
            if let date, let start, date.lastDay < start.firstDay { check.add(field, "milestone-before-start") }
        }
        let state = state.flatMap(MilestoneState.init)
        if state == nil { check.add(Field.state, self.state == nil ? "state-missing" : "unknown-choice") }
        let done = state == .done ? doneDay(today, start, &check) : nil
        let reason = check.optionalLine(reason, field: Field.reason, limit: 500)
        if let before, let planned, let state, reason == nil {
            let isMoved = (forecast ?? planned) != (before.forecastOn ?? before.datedOn)
            if isMoved, before.datedOn != nil, state == .planned { check.add(Field.reason, "slip-reason-missing") }
            if state == .dropped, before.state != .dropped { check.add(Field.reason, "reason-missing") }
        }
        try check.finish()
        guard let text, let planned, let state else { throw InvalidForm([]) }
        return Wanted(
            text: text, datedOn: planned, forecastOn: forecast == planned ? nil : forecast, state: state, doneOn: done,
            reason: reason)
    }

    private func doneDay(_ today: PartialDate, _ start: PartialDate?, _ check: inout FormCheck) -> PartialDate? {
        guard doneOn != nil else {
            check.add(Field.doneOn, "day-missing")
            return nil
        }
        let done = Self.date(doneOn, Field.doneOn, &check)
        if let done, done.firstDay > today.firstDay { check.add(Field.doneOn, "day-in-future") }
        if let done, let start, done.lastDay < start.firstDay { check.add(Field.doneOn, "milestone-before-start") }
        return done
    }

    private static func date(_ typed: String?, _ field: String, _ check: inout FormCheck) -> PartialDate? {
        guard let typed else { return nil }
        guard let date = PartialDate(typed) else {
            check.add(field, "no-partial-date")
            return nil
        }
        return date
    }
}

extension MilestoneForm {
    init(_ record: MilestoneRecord) {
        self.init()
        text = record.text
        datedOn = record.datedOn?.text
        forecastOn = record.forecastOn?.text
        state = record.state?.rawValue
        doneOn = record.doneOn?.text
    }

    /// A milestone of a project as its form shows it; nil where there is none at this place.
    public static func find(_ place: Int64, of project: ProjectAtWork, _ db: Connection) throws -> MilestoneForm? {
        guard let found = try ProgrammeContents.find(ProjectRecord.self, project.id, of: project.programme, in: db),
            found.record.milestones.indices.contains(Int(place) - 1)
        else { return nil }
        return MilestoneForm(found.record.milestones[Int(place) - 1])
    }

    /// What a form was made of, to see whether somebody else has changed it meanwhile.
    public var mark: String {
        String(
            Digest.make([text, datedOn, forecastOn, state, doneOn].map { $0 ?? "" }.joined(separator: "\n")).prefix(16))
    }
}

/// A milestone is added, moved or reached. Each time its day moves, the public sees from when to when and why.
public struct SaveMilestone: Sendable {
    private let number: Int64
    private let place: Int64?
    private let form: MilestoneForm
    private let seen: String?
    private let programme: String

    /// - Parameters:
    ///   - place: which milestone of the project, from 1; nil for a new one
    ///   - seen: the mark of the milestone that the form was made of
    public init(_ form: MilestoneForm, at place: Int64?, of number: Int64, seen: String?, in programme: String) {
        self.number = number
        self.place = place
        self.form = form
        self.seen = seen
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.plan, project))
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let record = try writing.find(ProjectRecord.self, project.id) else {
            throw MissingMatter(.project, number)
        }
        let index = place.map { Int($0) - 1 } ?? record.milestones.count
        guard place == nil || record.milestones.indices.contains(index) else { throw MissingMatter(.project, number) }
        let before = place == nil ? nil : record.milestones[index]
        let wanted = try form.validated(start: record.period?.start, before: before, today: now.day)
        if let before { try refuseOutdated(before) }
        let changed = wanted.applied(to: before, on: now.day)
        try writing.change(ProjectRecord.self, project.id) { record in
            if place == nil { record.milestones.append(changed) } else { record.milestones[index] = changed }
        }
        if wanted.state == .done, before?.state != .done {
            try TellFollowers(of: project.id, .milestoneReached, by: person.id, in: programme).run(at: now, in: db)
        }
    }

    private func refuseOutdated(_ before: MilestoneRecord) throws(Outdated) {
        let current = MilestoneForm(before)
        guard current.mark != seen else { return }
        let pairs: [(String, String?, String?)] = [
            (MilestoneForm.Field.text, form.text, current.text),
            (MilestoneForm.Field.datedOn, form.datedOn, current.datedOn),
            (MilestoneForm.Field.forecastOn, form.forecastOn, current.forecastOn),
            (MilestoneForm.Field.state, form.state, current.state),
            (MilestoneForm.Field.doneOn, form.doneOn, current.doneOn),
        ]
        let theirs = pairs.filter { $0.1 != $0.2 }.map { Outdated.Field(field: $0.0, text: $0.2 ?? "") }
        if !theirs.isEmpty { throw Outdated(theirs: theirs) }
    }
}

extension MilestoneForm.Wanted {
    /// The milestone as it is from now on, with a line more in its history where something about its time has changed.
    func applied(to before: MilestoneRecord?, on day: PartialDate) -> MilestoneRecord {
        var record = before ?? MilestoneRecord()
        record.text = text
        record.datedOn = datedOn
        record.forecastOn = forecastOn
        record.state = state
        record.doneOn = doneOn
        if let before, before.expectedOn != expectedOn || before.state != state {
            var change = MilestoneChangeRecord()
            change.changedOn = day
            change.state = state
            change.expectedBefore = before.expectedOn
            change.expectedAfter = expectedOn
            change.reason = reason
            record.changes.append(change)
        }
        return record
    }
}
