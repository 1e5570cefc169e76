// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What is done with a report that is being written.
public enum ReportStep: String, CaseIterable, Sendable {
    case save = "speichern"
    case submit = "vorlegen"
    case release = "freigeben"
    case giveBack = "zurueck"
}

/// Somebody writes a report: saves it, lays it before the ministry, or, for the ministry, releases it.
public struct WriteReport: Sendable {
    private let number: Int64
    private let form: ReportForm
    private let revision: Int64
    private let step: ReportStep
    private let programme: String

    /// - Parameter revision: the one the form was made of; 0 where there was none
    public init(_ form: ReportForm, on number: Int64, basedOn revision: Int64, _ step: ReportStep, in programme: String)
    {
        self.number = number
        self.form = form
        self.revision = revision
        self.step = step
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(step == .release ? .release : .report, project))
        let checked = try form.validated(
            isWhole: step != .save, start: project.startsOn, last: project.lastReportOn, today: now.day)
        let clean = ReportForm(checked)
        let draft = try ReportDraft.open(of: project.id, db)
        if let draft, draft.revision != revision {
            let theirs = clean.differences(from: draft.form)
            if !theirs.isEmpty { throw Outdated(theirs: theirs, revision: draft.revision) }
        }
        let state: ReportDraft.State = step == .submit ? .submitted : draft?.state == .submitted ? .submitted : .draft
        let id = draft?.id ?? Digest.random(bytes: 16)
        if let draft {
            try ReportDraft.update(draft, clean, state, by: person.id, at: now, in: db)
        } else {
            try ReportDraft.insert(id, about: project, clean, state, by: person.id, at: now, in: db)
        }
        if step == .release { try release(checked, id, project, by: person, at: now, in: db) }
    }

    /// The report becomes public, the light of the project follows it, the duty is met and the next one begins.
    private func release(
        _ checked: ReportForm.Draft, _ draft: String, _ project: ProjectAtWork, by person: Person, at now: Moment,
        in db: Connection
    ) throws {
        guard let asOf = checked.asOf else { throw InvalidForm([.init(ReportForm.Field.asOf, "day-missing")]) }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var record = ReportRecord()
        record.id = MatterWriting.newKey(.report)
        record.publicNumber = try writing.nextNumber(.report)
        record.project = project.key
        record.asOf = asOf
        record.state = .released
        record.done = checked.done
        record.next = checked.next
        record.blocked = checked.blocked
        record.light = checked.light
        record.lightReason = checked.lightReason
        record.forecast = checked.forecast
        record.releasedOn = now.day
        let report = try writing.create(record, isPublic: true)
        try ReportDraft.markReleased(draft, as: report, in: db)
        try writing.change(ProjectRecord.self, project.id) { project in
            project.light = checked.light
            project.lightReason = checked.lightReason
            if (project.stateAsOf ?? asOf) <= asOf { project.stateAsOf = asOf }
        }
        try ReportDuties(project.id, in: programme).meet(&writing, asOf: asOf, on: now.day, db)
        try TellFollowers(of: project.id, .reportPublished, by: person.id, in: programme).run(at: now, in: db)
    }
}

/// The ministry gives a report back to whoever wrote it, and says why.
public struct GiveReportBack: Sendable {
    private let number: Int64
    private let note: String?
    private let programme: String

    public init(_ note: String?, on number: Int64, in programme: String) {
        self.number = number
        self.note = note
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        try visitor.may(.release, project).check()
        guard let draft = try ReportDraft.open(of: project.id, db), draft.state == .submitted else {
            throw Refusal("report-not-submitted")
        }
        var check = FormCheck()
        let note = check.line(note, field: ReportForm.Field.note, missing: "reason-missing", limit: 500)
        try check.finish()
        try ReportDraft.giveBack(draft.id, note ?? "", in: db)
    }
}
