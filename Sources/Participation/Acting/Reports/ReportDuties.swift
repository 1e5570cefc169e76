// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What the office of a project owes the public because of it: a report in its rhythm while it runs, and in time a word
/// about what follows when the money ends.
struct ReportDuties {
    private let project: String
    private let programme: String

    init(_ project: String, in programme: String) {
        self.project = project
        self.programme = programme
    }

    /// A report has been released: what was owed is met, however late, and the next one is owed.
    func meet(_ writing: inout MatterWriting, asOf: PartialDate, on today: PartialDate, _ db: Connection) throws {
        for duty in try OpenDuty.list(.report, of: project, db) {
            try writing.change(DutyRecord.self, duty.id) { record in
                record.state = .met
                record.metOn = today
            }
        }
        try settle(&writing, on: today, db)
    }

    /// Brings the duties into line with how the project stands. What is owed already stays as it is.
    func settle(_ writing: inout MatterWriting, on today: PartialDate, _ db: Connection) throws {
        guard let record = try writing.find(ProjectRecord.self, project) else { return }
        switch record.state {
        case .running:
            try wake(&writing, db)
            try begin(&writing, record, on: today, db)
        case .suspended: try end(&writing, .report, .resting, because: "project-rests", on: today, db)
        case .completed, .permanent, .handedOver, .discontinued:
            try end(&writing, .report, .lapsed, because: "project-over", on: today, db)
            try end(&writing, .fundingEnd, .met, because: nil, on: today, db)
        case .planned, .notStarted, .unknown: break
        }
    }

    private func begin(
        _ writing: inout MatterWriting, _ record: ProjectRecord, on today: PartialDate, _ db: Connection
    ) throws {
        guard let office = try DutyOffice.responsible(forProject: project, in: programme, on: today, db) else { return }
        if let months = record.reportMonths, try OpenDuty.list(.report, of: project, db).isEmpty {
            let last = try OpenDuty.lastReport(of: project, db)
            try owe(
                &writing, .report, record.slug, office, dueOn: Self.dueDay(months, last: last, today: today))
        }
        if let end = record.fundingEndsOn, FundingWarning(end: end, on: today) != nil,
            try OpenDuty.list(.fundingEnd, of: project, db).isEmpty
        {
            try owe(
                &writing, .fundingEnd, record.slug, office,
                dueOn: DueDate.after(days: 0, from: end.later(byMonths: -Self.monthsToDecide)))
        }
    }

    private func owe(
        _ writing: inout MatterWriting, _ kind: DutyKind, _ project: String, _ office: DutyOffice, dueOn: PartialDate
    ) throws {
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.nextNumber(.duty)
        duty.dutyKind = kind
        duty.matter = MatterReference(.project, project)
        duty.office = office.key
        duty.dueOn = dueOn
        _ = try writing.create(duty, isPublic: true)
    }

    private func wake(_ writing: inout MatterWriting, _ db: Connection) throws {
        for duty in try OpenDuty.list(.report, of: project, db) where duty.state == .resting {
            try writing.change(DutyRecord.self, duty.id) { record in
                record.state = .open
                record.reason = nil
            }
        }
    }

    private func end(
        _ writing: inout MatterWriting, _ kind: DutyKind, _ state: DutyState, because reason: String?,
        on today: PartialDate, _ db: Connection
    ) throws {
        for duty in try OpenDuty.list(kind, of: project, db) where duty.state != state {
            try writing.change(DutyRecord.self, duty.id) { record in
                record.state = state
                if state == .met { record.metOn = today }
                if let reason { record.reason = Self.reasons[reason] }
            }
        }
    }

    /// What stands at a duty that ends by itself. A text of the programme, and so in its language.
    private static let reasons = ["project-rests": "Das Projekt ruht.", "project-over": "Das Projekt ist beendet."]

    /// A decision about the time after the money needs this much time to have an effect.
    static let monthsToDecide = 3
    /// A report is due so many days after the day of which it speaks.
    static let daysToWrite = 15

    /// The next report speaks of the end of the month that lies one rhythm after the last one; without a last one, of
    /// the end of the current quarter or rhythm.
    static func dueDay(_ months: Int64, last: PartialDate?, today: PartialDate) -> PartialDate {
        let base = last.flatMap { $0.precision == .day ? $0 : nil } ?? today.endOfLastQuarter
        return DueDate.after(days: daysToWrite, from: base.later(byMonths: Int(months)).endOfMonth)
    }
}
