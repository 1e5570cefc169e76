// SPDX-License-Identifier: EUPL-1.2

/// A progress report that is being written. It is no matter yet: it has no number, and nobody outside can come across
/// it.
public struct ReportDraft: Equatable, Sendable {
    public let id: String
    public let project: String
    public let state: State
    /// Counts the savings.
    public let revision: Int64
    public let form: ReportForm
    /// Why the ministry has given it back.
    public let note: String?
    public let savedAt: String
    /// The display name of whoever saved last.
    public let savedBy: String?

    public enum State: String, CaseIterable, Sendable {
        case draft
        /// Waits for the ministry.
        case submitted
        case released
    }
}

/// What was typed about how a project is doing: five minutes on a phone.
public struct ReportForm: Equatable, Sendable {
    public var asOf: String?
    public var done: String?
    public var next: String?
    public var blocked: String?
    public var light: String?
    public var lightReason: String?
    public var forecast: String?

    public init() {}

    public enum Field {
        public static let asOf = "stichtag"
        public static let done = "erreicht"
        public static let next = "naechstes"
        public static let blocked = "hindernis"
        public static let light = "ampel"
        public static let lightReason = "ampel-grund"
        public static let forecast = "prognose"
        public static let revision = "fassung"
        public static let note = "hinweis"
    }

    public static let longest = 2000

    /// The same, cleaned.
    struct Draft: Sendable {
        let asOf: PartialDate?
        let done: String?
        let next: String?
        let blocked: String?
        let light: TrafficLight?
        let lightReason: String?
        let forecast: String?
    }

    /// - Parameters:
    ///   - isWhole: whether nothing may be missing, since somebody is to read it; a draft may have gaps
    ///   - last: the day of the latest report
    func validated(
        isWhole: Bool, start: PartialDate?, last: PartialDate?, today: PartialDate
    ) throws(InvalidForm) -> Draft {
        var check = FormCheck()
        let asOf = day(isWhole: isWhole, start: start, last: last, today: today, &check)
        let done = text(done, Field.done, missing: isWhole ? "report-done-missing" : nil, &check)
        let next = text(next, Field.next, missing: isWhole ? "report-next-missing" : nil, &check)
        let blocked = text(blocked, Field.blocked, missing: nil, &check)
        let light = light.flatMap(TrafficLight.init)
        if light == nil, isWhole || self.light != nil {
            check.add(Field.light, self.light == nil ? "light-missing" : "unknown-choice")
        }
        let reason =
            isWhole
            ? check.line(lightReason, field: Field.lightReason, missing: "light-reason-missing", limit: 500)
            : check.optionalLine(lightReason, field: Field.lightReason, limit: 500)
        let forecast = text(forecast, Field.forecast, missing: nil, &check)
        try check.finish()
        return Draft(
            asOf: asOf, done: done, next: next, blocked: blocked, light: light, lightReason: reason, forecast: forecast)
    }

    private func day(
        isWhole: Bool, start: PartialDate?, last: PartialDate?, today: PartialDate, _ check: inout FormCheck
    ) -> PartialDate? {
        guard let typed = asOf else {
            if isWhole { check.add(Field.asOf, "day-missing") }
            return nil
        }
        guard let day = PartialDate(typed), day.precision == .day else {
            check.add(Field.asOf, "no-date")
            return nil
        }
        if day > today { check.add(Field.asOf, "day-in-future") }
        if let start, day.lastDay < start.firstDay { check.add(Field.asOf, "report-before-start") }
        if let last, day.firstDay <= last.lastDay { check.add(Field.asOf, "report-not-newer") }
        return day
    }

    private func text(_ typed: String?, _ field: String, missing: String?, _ check: inout FormCheck) -> String? {
        if let missing { return check.passage(typed, field: field, missing: missing, limit: Self.longest) }
        return typed.flatMap { check.optionalPassage($0, field: field, limit: Self.longest) }
    }

    /// The fields in which two forms differ, with the text of the other one.
    func differences(from other: ReportForm) -> [Outdated.Field] {
        let pairs: [(String, String?, String?)] = [
            (Field.asOf, asOf, other.asOf), (Field.done, done, other.done), (Field.next, next, other.next),
            (Field.blocked, blocked, other.blocked), (Field.light, light, other.light),
            (Field.lightReason, lightReason, other.lightReason), (Field.forecast, forecast, other.forecast),
        ]
        return pairs.filter { ($0.1 ?? "") != ($0.2 ?? "") }.map { Outdated.Field(field: $0.0, text: $0.2 ?? "") }
    }
}

extension ReportForm {
    init(_ draft: Draft) {
        self.init()
        asOf = draft.asOf?.text
        done = draft.done
        next = draft.next
        blocked = draft.blocked
        light = draft.light?.rawValue
        lightReason = draft.lightReason
        forecast = draft.forecast
    }
}
