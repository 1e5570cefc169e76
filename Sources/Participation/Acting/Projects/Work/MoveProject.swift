// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed to say that a project stands differently.
public struct ProjectStateForm: Equatable, Sendable {
    public var state: String?
    public var effectiveOn: String?
    public var reason: String?
    public var lessons: String?
    /// The state in which the project was when the form was drawn.
    public var seen: String?

    public init() {}

    public enum Field {
        public static let state = "stand"
        public static let effectiveOn = "tag"
        public static let reason = "grund"
        public static let lessons = "lehren"
        public static let seen = "gelesen"
    }

    /// What can be said of a project by hand: nobody decides that something is unknown.
    public static let choices = ProjectState.allCases.filter { $0 != .unknown }

    /// - Parameter last: the day of the latest change that has one
    func validated(
        from current: ProjectState, last: PartialDate?, today: PartialDate
    ) throws(InvalidForm) -> (state: ProjectState, day: PartialDate, reason: String, lessons: String?) {
        var check = FormCheck()
        let state = state.flatMap(ProjectState.init)
        if let state {
            if !Self.choices.contains(state) { check.add(Field.state, "unknown-choice") }
            if state == current { check.add(Field.state, "state-as-before") }
        } else {
            check.add(Field.state, self.state == nil ? "state-missing" : "unknown-choice")
        }
        let day = effectiveOn.flatMap(PartialDate.init).flatMap { $0.precision == .day ? $0 : nil }
        if let day {
            if day > today { check.add(Field.effectiveOn, "day-in-future") }
            if let last, day.lastDay < last.firstDay { check.add(Field.effectiveOn, "day-before-last-change") }
        } else {
            check.add(Field.effectiveOn, effectiveOn == nil ? "day-missing" : "no-date")
        }
        let reason = check.passage(reason, field: Field.reason, missing: "reason-missing", limit: 1000)
        let learnt: String?
        if state?.isEnd ?? false {
            learnt = check.passage(lessons, field: Field.lessons, missing: "lessons-missing", limit: 2000)
        } else {
            learnt = lessons.flatMap { check.optionalPassage($0, field: Field.lessons, limit: 2000) }
        }
        try check.finish()
        guard let state, let day, let reason else { throw InvalidForm([]) }
        return (state, day, reason, learnt)
    }
}

/// A project begins, rests or ends. An end is a decision: it says in public why, and what was learnt, and everybody
/// along the thread is told, back to those who had the first idea.
public struct MoveProject: Sendable {
    private let number: Int64
    private let form: ProjectStateForm
    private let programme: String

    public init(_ number: Int64, _ form: ProjectStateForm, in programme: String) {
        self.number = number
        self.form = form
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.move, project))
        if let seen = form.seen, seen != project.state.rawValue {
            throw Outdated(theirs: [.init(field: ProjectStateForm.Field.state, text: project.state.rawValue)])
        }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let record = try writing.find(ProjectRecord.self, project.id) else {
            throw MissingMatter(.project, number)
        }
        let last = record.history.last { $0.effectiveOn != nil }?.effectiveOn
        let wanted = try form.validated(from: project.state, last: last, today: now.day)
        try writing.change(ProjectRecord.self, project.id) { record in
            record.add(wanted.state, on: wanted.day, because: wanted.reason)
            record.stateNote = nil
            record.endReason = wanted.state.isEnd ? wanted.reason : nil
            if let lessons = wanted.lessons { record.lessons = lessons }
        }
        try ReportDuties(project.id, in: programme).settle(&writing, on: now.day, db)
        if let kind = NoticeKind(projectNow: wanted.state, before: project.state) {
            try TellFollowers(of: project.id, kind, by: person.id, in: programme).run(at: now, in: db)
        }
    }
}

/// The money lasts longer than was said. Until when and why is public, and what was owed because of its end is met.
public struct ExtendFunding: Sendable {
    private let number: Int64
    private let until: String?
    private let reason: String?
    private let programme: String

    public enum Field {
        public static let until = "foerderende"
        public static let reason = "foerder-grund"
    }

    public init(_ number: Int64, until: String?, because reason: String?, in programme: String) {
        self.number = number
        self.until = until
        self.reason = reason
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.move, project))
        guard !project.state.isEnd else { throw Refusal("project-is-over") }
        var check = FormCheck()
        let day = until.flatMap(PartialDate.init).flatMap { $0.precision == .day ? $0 : nil }
        if let day {
            let earliest = max(project.fundingEndsOn ?? now.day, now.day)
            if day <= earliest { check.add(Field.until, "day-not-later") }
        } else {
            check.add(Field.until, until == nil ? "day-missing" : "no-date")
        }
        let reason = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500)
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(ProjectRecord.self, project.id) { $0.fundingEndsOn = day }
        for duty in try OpenDuty.list(.fundingEnd, of: project.id, db) {
            try writing.change(DutyRecord.self, duty.id) { record in
                record.state = .met
                record.metOn = now.day
                record.reason = reason
            }
        }
    }
}
