// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed to set up a call for partner projects.
public struct CallForm: Equatable, Sendable {
    public var title: String?
    public var description: String?
    public var opensOn: String?
    public var closesOn: String?
    /// One criterion in each line.
    public var criteria: String?
    /// One question in each line.
    public var questions: String?

    public init() {}

    public enum Field {
        public static let title = "titel"
        public static let description = "beschreibung"
        public static let opensOn = "beginn"
        public static let closesOn = "ende"
        public static let criteria = "kriterien"
        public static let questions = "fragen"
    }

    public static let mostCriteria = 20
    public static let mostQuestions = 12

    func validated() throws(InvalidForm) -> CallRecord {
        var check = FormCheck()
        var record = CallRecord()
        record.title = check.line(title, field: Field.title, missing: "title-missing", limit: 120) ?? ""
        record.description =
            check.passage(description, field: Field.description, missing: "text-missing", limit: 4_000) ?? ""
        record.opensOn = day(opensOn, Field.opensOn, &check)
        record.closesOn = day(closesOn, Field.closesOn, &check)
        if let opens = record.opensOn, let closes = record.closesOn, closes < opens {
            check.add(Field.closesOn, "end-before-start")
        }
        let lines = (criteria ?? "").split(whereSeparator: \.isNewline).map(String.init)
        record.criteria = lines.compactMap { check.optionalLine($0, field: Field.criteria, limit: 300) }
        if record.criteria.isEmpty { check.add(Field.criteria, "criteria-missing") }
        if record.criteria.count > Self.mostCriteria {
            check.add(Field.criteria, "too-many-criteria", limit: Self.mostCriteria)
        }
        let asked = (questions ?? "").split(whereSeparator: \.isNewline).map(String.init)
        record.questions = asked.compactMap { check.optionalLine($0, field: Field.questions, limit: 300) }
        if record.questions.count > Self.mostQuestions {
            check.add(Field.questions, "too-many-questions", limit: Self.mostQuestions)
        }
        try check.finish()
        return record
    }

    /// Empty for a call that is always open.
    private func day(_ typed: String?, _ field: String, _ check: inout FormCheck) -> PartialDate? {
        guard let typed, !typed.isEmpty else { return nil }
        guard let day = PartialDate(typed), day.precision == .day else {
            check.add(field, "date-unreadable")
            return nil
        }
        return day
    }
}

/// The programme office sets up a call; it is public at once. By what applications are measured does not change any
/// more once the first has been handed in.
public struct SaveCall: Sendable {
    private let number: Int64?
    private let form: CallForm
    private let programme: String

    /// - Parameter number: nil for a new call
    public init(_ number: Int64?, _ form: CallForm, in programme: String) {
        self.number = number
        self.form = form
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunCalls(in: programme))
        let wanted = try form.validated()
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let number else {
            var record = wanted
            record.id = MatterWriting.newKey(.call)
            record.publicNumber = try writing.nextNumber(.call)
            _ = try writing.create(record, isPublic: true)
            return
        }
        guard let call = try PartnerCallRules.find(number, in: programme, db) else { throw Refusal("call-unknown") }
        let hasBegun = try ApplicationCase.submitted(in: programme, db).contains { $0.call.id == call.id }
        guard !hasBegun || wanted.criteria == call.criteria else {
            throw InvalidForm([.init(CallForm.Field.criteria, "criteria-are-fixed")])
        }
        // Answers are kept by the number of their question, in drafts too.
        guard try wanted.questions == call.questions || !ApplicationCase.isBegun(for: call.id, db) else {
            throw InvalidForm([.init(CallForm.Field.questions, "questions-are-fixed")])
        }
        try writing.change(CallRecord.self, call.id) { record in
            record.title = wanted.title
            record.description = wanted.description
            record.opensOn = wanted.opensOn
            record.closesOn = wanted.closesOn
            record.criteria = wanted.criteria
            record.questions = wanted.questions
        }
    }
}
