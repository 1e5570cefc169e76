// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The cabinet office takes down what was decided on each item of a paper. Until a second person has confirmed it, it
/// can be taken down anew.
public struct RecordResults: Sendable {
    private let form: ResultsForm
    private let number: Int64
    private let programme: String
    private let wording: Wording

    /// Puts into words what became of an item by its title; nil where the words of the paper hold.
    public typealias Wording = @Sendable (_ title: String, _ outcome: DecisionOutcome) -> String?

    /// - Parameter wording: says what a paper cannot have said, that an item is put off or rejected
    public init(
        _ form: ResultsForm, of number: Int64, in programme: String, wording: @escaping Wording = { _, _ in nil }
    ) {
        self.form = form
        self.number = number
        self.programme = programme
        self.wording = wording
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayRunSittings(in: paper.programme)
        }
        let station = try writing.paper.mayBeDecided(on: now.day, try SittingAtWork.boards(in: programme, db))
        let offices = try SynopsisChoices.load(in: programme, db).offices.map(\.key)
        var check = FormCheck()
        let day = station.sitting.heldOn
        let results = writing.paper.entries.map { form.result(of: $0, offices, on: day, wording, &check) }
        let moment = form.moment(&check, from: now)
        try check.finish()
        let recorder = try visitor.person(if: .allowed).actor
        try writing.change(revision: form.revision ?? "") { record in
            record.results = results
            record.decidedIn = station.sitting.key
            record.publishAt = moment.text
            record.recordedBy = recorder
        }
    }
}

extension PaperAtWork {
    /// The station at which the paper is decided on.
    ///
    /// - Throws: `Refusal` when it is not on the agenda of a board that decides, or that sitting is still to come
    func mayBeDecided(on today: PartialDate, _ boards: [SittingBoard]) throws(Refusal) -> Station {
        guard state != .decided, state != .published else { throw Refusal("paper-is-decided") }
        guard state == .onAgenda, let station = decidingStation else { throw Refusal("paper-is-on-no-agenda") }
        guard decides(station.sitting, boards) else { throw Refusal("board-only-prepares") }
        guard station.sitting.heldOn.firstDay <= today.firstDay else { throw Refusal("sitting-not-yet-held") }
        return station
    }
}

/// What was typed as the results of a paper: one outcome for all items, and what differs for some.
public struct ResultsForm: Equatable, Sendable {
    public var all: String?
    public var entries: [String: Entry] = [:]
    public var publishOn: String?
    public var publishTime: String?
    public var revision: String?

    public struct Entry: Equatable, Sendable {
        /// Nil for the outcome of all.
        public var outcome: String?
        public var text: String?
        public var reason: String?
        public var deferredUntil: String?
        public var conditions: [Condition] = []

        public init() {}
    }

    public struct Condition: Equatable, Sendable {
        public var text: String?
        public var office: String?
        public var dueOn: String?

        public init(text: String?, office: String?, dueOn: String?) {
            self.text = text
            self.office = office
            self.dueOn = dueOn
        }

        var isEmpty: Bool { text == nil && office == nil && dueOn == nil }
    }

    /// How many conditions the form has room for, for each item.
    public static let conditionsAtOnce = 3

    public enum Field {
        public static let all = "alle"
        public static let publishOn = "veroeffentlichung-tag"
        public static let publishTime = "veroeffentlichung-zeit"

        public static func outcome(_ label: String) -> String { "punkt-\(label)-ergebnis" }
        public static func text(_ label: String) -> String { "punkt-\(label)-text" }
        public static func reason(_ label: String) -> String { "punkt-\(label)-grund" }
        public static func until(_ label: String) -> String { "punkt-\(label)-bis" }
        public static func condition(_ label: String, _ index: Int) -> String { "punkt-\(label)-massgabe-\(index)" }
        public static func office(_ label: String, _ index: Int) -> String { "punkt-\(label)-stelle-\(index)" }
        public static func due(_ label: String, _ index: Int) -> String { "punkt-\(label)-frist-\(index)" }
    }

    public init() {}

    /// The result of one item. Whatever is not simply adopted has a reason.
    func result(
        of entry: PaperAtWork.Entry, _ offices: [String], on day: PartialDate, _ wording: RecordResults.Wording,
        _ check: inout FormCheck
    ) -> PaperResultRecord {
        let (label, typed) = (entry.label, entries[entry.label] ?? Entry())
        var result = PaperResultRecord()
        result.label = label
        guard let outcome = (typed.outcome ?? all).flatMap(DecisionOutcome.init) else {
            check.add(Field.outcome(label), "outcome-missing")
            return result
        }
        result.outcome = outcome
        result.text =
            check.passage(
                text(typed, of: entry, outcome, wording), field: Field.text(label), missing: "text-missing",
                limit: PaperForm.longestItem) ?? ""
        result.reason =
            outcome == .adopted && typed.reason == nil
            ? nil : check.passage(typed.reason, field: Field.reason(label), missing: "reason-missing", limit: 5_000)
        if outcome == .deferred {
            result.deferredUntil = ConsultationForm.day(
                typed.deferredUntil, Field.until(label), missing: "day-missing", &check)
            if let until = result.deferredUntil, until <= day { check.add(Field.until(label), "day-not-after-sitting") }
        }
        result.conditions = conditions(typed, label, offices, on: day, &check)
        if outcome == .conditional, result.conditions.isEmpty {
            check.add(Field.condition(label, 1), "condition-missing")
        } else if outcome != .conditional, !result.conditions.isEmpty {
            check.add(Field.outcome(label), "condition-without-outcome")
        }
        return result
    }

    /// The words of the paper ask for adoption. Where they were left as they are and the item was not adopted, they
    /// would say the opposite of what was decided.
    private func text(
        _ typed: Entry, of entry: PaperAtWork.Entry, _ outcome: DecisionOutcome, _ wording: RecordResults.Wording
    ) -> String? {
        if let text = typed.text, text != entry.text { return text }
        return wording(entry.title, outcome) ?? entry.text
    }

    private func conditions(
        _ typed: Entry, _ label: String, _ offices: [String], on day: PartialDate, _ check: inout FormCheck
    ) -> [PaperConditionRecord] {
        typed.conditions.enumerated().filter { !$1.isEmpty }.map { index, condition in
            var record = PaperConditionRecord()
            record.text =
                check.passage(
                    condition.text, field: Field.condition(label, index + 1), missing: "text-missing", limit: 2_000)
                ?? ""
            record.office = condition.office.flatMap { offices.contains($0) ? $0 : nil }
            if record.office == nil { check.add(Field.office(label, index + 1), "office-missing") }
            let due = ConsultationForm.day(
                condition.dueOn, Field.due(label, index + 1), missing: "day-missing", &check)
            if let due, due <= day { check.add(Field.due(label, index + 1), "day-not-after-sitting") }
            record.dueOn = due ?? day
            return record
        }
    }

    /// When the decisions become public: at once where nothing was typed.
    func moment(_ check: inout FormCheck, from now: Moment) -> Moment {
        guard publishOn != nil || publishTime != nil else { return now }
        guard let day = ConsultationForm.day(publishOn, Field.publishOn, missing: "day-missing", &check) else {
            return now
        }
        guard let moment = Moment(on: day, at: publishTime ?? "00:00") else {
            check.add(Field.publishTime, "time-unreadable")
            return now
        }
        return moment
    }
}
