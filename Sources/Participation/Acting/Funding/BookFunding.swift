// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An office writes one entry into the ledger. It is public at once and never changed again.
public struct BookFunding: Sendable {
    private let form: FundingForm
    private let project: Int64
    private let programme: String

    /// - Parameter project: its number
    public init(_ form: FundingForm, for project: Int64, in programme: String) {
        self.form = form
        self.project = project
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let project = try LedgerProject.find(project, in: programme, db) else {
            throw Refusal("ledger-project-unknown")
        }
        let person = try visitor.person(if: visitor.mayBook(for: project, in: programme))
        let partners = try LedgerProject.partners(of: project.id, in: programme, db).map(\.key)
        let draft = try form.validated(partners: partners, today: now.day)
        try check(draft, for: project, db)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        _ = try writing.create(draft.record(for: project), isPublic: true)
    }

    private func check(_ draft: FundingDraft, for project: LedgerProject, _ db: Connection) throws {
        typealias Field = FundingForm.Field
        var check = FormCheck()
        if try ClosedYear.list(in: programme, db).contains(where: { $0.year == draft.fiscalYear }) {
            check.add(Field.fiscalYear, "year-is-closed")
        }
        if draft.reason == nil {
            if project.isOver { check.add(Field.reason, "project-over-needs-reason") }
            var balance = try LedgerBalance.find(of: project.id, on: draft.basis, db)
            balance.add(draft.kind, draft.cents)
            if draft.kind == .paid, balance.isExceeded { check.add(Field.reason, "over-approved-needs-reason") }
        }
        try check.finish()
    }
}

/// What was booked wrongly is taken back by an entry of its own that says why. Nothing is ever deleted.
public struct ReverseFunding: Sendable {
    private let entry: String
    private let reason: String?
    private let programme: String

    public static let reasonField = "gegenbuchung-grund"

    /// - Parameter entry: the package key
    public init(_ entry: String, reason: String?, in programme: String) {
        self.entry = entry
        self.reason = reason
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let entry = try LedgerEntry.find(entry, in: programme, db),
            let project = try LedgerProject.find(entry.projectNumber, in: programme, db)
        else { throw Refusal("ledger-entry-unknown") }
        let person = try visitor.person(if: visitor.mayBook(for: project, in: programme))
        guard entry.isReversible else { throw Refusal("ledger-entry-is-reversed") }
        var check = FormCheck()
        let reason = check.passage(
            reason, field: Self.reasonField, missing: "reason-missing", limit: FundingForm.longestReason)
        if try ClosedYear.list(in: programme, db).contains(where: { $0.year == entry.fiscalYear }) {
            check.add(Self.reasonField, "year-is-closed")
        }
        try check.finish()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let booked = try writing.find(FundingRecord.self, entry.id) else {
            throw Refusal("ledger-entry-unknown")
        }
        _ = try writing.create(booked.countered(because: reason ?? "", on: now.day), isPublic: true)
    }
}

extension FundingRecord {
    /// The entry that takes this one back.
    func countered(because reason: String, on day: PartialDate) -> FundingRecord {
        var record = self
        record.id = MatterWriting.newKey(.funding)
        record.amountCents = -amountCents
        record.bookedOn = day
        record.reverses = id
        record.reason = reason
        record.told = nil
        return record
    }
}

/// A year is closed for booking, or opened again.
public struct CloseYear: Sendable {
    private let year: Int64
    private let opens: Bool
    private let programme: String

    public init(_ year: Int64, opens: Bool = false, in programme: String) {
        self.year = year
        self.opens = opens
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        try visitor.mayRunLedger(in: programme).check()
        guard (1990...2100).contains(year) else {
            throw InvalidForm([.init(FundingForm.Field.fiscalYear, "fiscal-year-missing")])
        }
        if opens {
            try ClosedYear.delete(year, in: programme, db)
        } else {
            try ClosedYear.insert(year, in: programme, at: now, db)
        }
    }
}
