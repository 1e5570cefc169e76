// SPDX-License-Identifier: EUPL-1.2

/// A project as those who run it see it.
public struct ProjectAtWork: Equatable, Sendable {
    public let id: String
    public let programme: String
    public let key: String
    public let number: Int64
    public let title: String
    public let state: ProjectState
    public let light: TrafficLight?
    public let ministryID: String?
    public let ministry: String?
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let fundingEndsOn: PartialDate?
    public let reportMonths: Int64?
    public let lastReportOn: PartialDate?
    /// The day on which the next report is due; nil where none is owed.
    public let reportDueOn: PartialDate?
    /// How a report that is being written stands; nil where nobody writes one.
    public let draft: ReportDraft.State?

    /// A report is late from the day after it was due.
    public func isReportOverdue(on today: PartialDate) -> Bool {
        reportDueOn.map { $0 < today } ?? false
    }

    public func fundingWarning(on today: PartialDate) -> FundingWarning? {
        guard !state.isEnd, let fundingEndsOn else { return nil }
        return FundingWarning(end: fundingEndsOn, on: today)
    }
}

/// How near the end of the money is. Whoever leads the project has to say how it goes on.
public enum FundingWarning: String, CaseIterable, Sendable {
    case over, threeMonths = "three-months", sixMonths = "six-months", twelveMonths = "twelve-months"

    /// Nil while there is more than a year.
    public init?(end: PartialDate, on today: PartialDate) {
        if end < today {
            self = .over
            return
        }
        let stages: [(months: Int, warning: FundingWarning)] = [
            (3, .threeMonths), (6, .sixMonths), (12, .twelveMonths),
        ]
        guard let stage = stages.first(where: { end <= today.later(byMonths: $0.months) }) else { return nil }
        self = stage.warning
    }
}

extension PartialDate {
    /// The same day some months later, or earlier for a negative number; the last of a shorter month.
    func later(byMonths months: Int) -> PartialDate {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return self }
        let whole = parts[0] * 12 + parts[1] - 1 + months
        let (year, month) = (whole / 12, whole % 12 + 1)
        return PartialDate(year: year, month: month, day: min(parts[2], Self.days(month: month, year: year)))
    }

    /// The last day of the month in which the day lies.
    var endOfMonth: PartialDate {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return self }
        return PartialDate(year: parts[0], month: parts[1], day: Self.days(month: parts[1], year: parts[0]))
    }

    /// The last day of the latest quarter that was over on this day.
    public var endOfLastQuarter: PartialDate {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return self }
        let begun = PartialDate(year: parts[0], month: (parts[1] - 1) / 3 * 3 + 1, day: 1)
        return PartialDate(day: begun.firstDay - 1)
    }
}

/// What the list of projects at work is narrowed to.
public enum ProjectWorkFilter: String, CaseIterable, Sendable {
    case own = "meine"
    case overdue = "ueberfaellig"
    /// Overdue for so long that the head of the office was told.
    case escalated = "eskaliert"
    case submitted = "freigabe"
    case red = "rot"
    case fundingEnd = "foerderende"
    case all = "alle"
}
