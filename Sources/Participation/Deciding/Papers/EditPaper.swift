// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The words of a paper are changed. Whoever has signed it is asked again.
public struct EditPaper: Sendable {
    private let form: PaperForm
    private let number: Int64
    private let programme: String

    public init(_ form: PaperForm, of number: Int64, in programme: String) {
        self.form = form
        self.number = number
        self.programme = programme
    }

    /// - Throws: `Outdated` when somebody else has changed the paper meanwhile
    public func run(as visitor: Visitor, at now: Moment, in db: Connection, wording: PaperWording.Making) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayWrite(paper.standing)
        }
        let choices = try SynopsisChoices.load(in: programme, db)
        let lead = choices.ministries.first { $0.key == form.ministry }
        try visitor.mayBeginPaper(for: lead?.id ?? writing.paper.ministry?.id, in: programme).check()
        var check = FormCheck()
        let head = form.head(choices, &check)
        let parts = form.parts(writing.paper.template, &check)
        let handling = form.handling.flatMap(PaperHandling.init)
        if handling == nil { check.add(PaperForm.Field.handling, "handling-missing") }
        let urgency =
            form.urgency == nil
            ? nil : check.passage(form.urgency, field: PaperForm.Field.urgency, missing: "", limit: 2_000)
        let kept = entries(&check, of: try writing.record())
        let chosen = try PaperItems.chosen(form.proposals, of: number, &check, in: programme, db)
        let free = try newItem(&check, in: db)
        try check.finish()
        let held = Set(writing.paper.entries.compactMap(\.proposal?.id))
        let material = try PaperMaterial.load(
            chosen.map(\.id).filter { !held.contains($0) }, in: programme, db)
        let added = try PaperItems.items(material, try wording(material), writing.matters)
        try writing.change(revision: form.revision ?? "") { record in
            let before = record.digest
            record.title = head.title
            record.fileNumber = head.fileNumber
            record.ministry = head.ministry
            record.handling = handling
            record.urgency = urgency
            record.parts = parts
            record.items = kept + added + free
            record.number(itemsFrom: 1)
            record.askAgain(ifChangedFrom: before)
        }
    }

    /// The items that stay, with their words as they were typed.
    private func entries(_ check: inout FormCheck, of record: PaperRecord) -> [DecisionItemRecord] {
        record.items.compactMap { entry in
            guard let typed = form.entries[entry.label] else { return entry }
            guard !typed.isTakenOut else { return nil }
            var entry = entry
            entry.text = check.passage(
                typed.text, field: PaperForm.Field.entryText(entry.label), missing: "text-missing",
                limit: PaperForm.longestItem)
            exception(typed, &entry, &check)
            return entry
        }
    }

    /// An exception has both: somebody who answers for it, and a reason.
    private func exception(
        _ typed: PaperForm.Entry, _ entry: inout DecisionItemRecord, _ check: inout FormCheck
    ) {
        let (by, reason) = (PaperForm.Field.exceptionBy(entry.label), PaperForm.Field.exceptionReason(entry.label))
        guard typed.exceptionBy != nil || typed.exceptionReason != nil else {
            entry.exceptionBy = nil
            entry.exceptionReason = nil
            return
        }
        entry.exceptionBy = check.line(typed.exceptionBy, field: by, missing: "exception-name-missing", limit: 120)
        entry.exceptionReason = check.passage(
            typed.exceptionReason, field: reason, missing: "reason-missing", limit: 2_000)
    }

    /// An item without a proposal, such as the fields of action, or one that puts a decision right.
    private func newItem(_ check: inout FormCheck, in db: Connection) throws -> [DecisionItemRecord] {
        guard form.newTitle != nil || form.newText != nil || form.corrects != nil else { return [] }
        var entry = DecisionItemRecord()
        entry.title =
            check.line(
                form.newTitle, field: PaperForm.Field.newTitle, missing: "title-missing", limit: 200) ?? ""
        entry.text = check.passage(
            form.newText, field: PaperForm.Field.newText, missing: "text-missing", limit: PaperForm.longestItem)
        if let typed = form.corrects {
            let found = try Int64(typed).flatMap { try CorrectedDecision.find($0, in: programme, db) }
            if found == nil { check.add(PaperForm.Field.corrects, "decision-unknown") }
            entry.corrects = found?.key
            entry.proposal = found?.proposal
        }
        return [entry]
    }
}

/// A published decision that another one puts right.
struct CorrectedDecision {
    let id: String
    let key: String
    /// The key of the proposal it was about.
    let proposal: String?
}
