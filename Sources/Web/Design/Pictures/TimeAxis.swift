// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Whole years side by side, as wide as the page lets them. It knows where a day lies, and what a date that is only
/// known to the month or year leaves open.
struct TimeAxis: Equatable, Sendable {
    let years: ClosedRange<Int>
    private let first: Int
    private let last: Int

    /// From the year of the earliest to that of the latest date; nil when there is none.
    init?(_ dates: [PartialDate]) {
        guard let low = dates.map(\.year).min(), let high = dates.map(\.year).max(),
            let start = PartialDate(String(low)), let end = PartialDate(String(high))
        else { return nil }
        years = low...high
        first = start.firstDay
        last = end.lastDay
    }

    /// Where a day begins.
    func place(_ day: Int) -> Percentage {
        Percentage(Double(day - first), of: Double(last + 1 - first))
    }

    /// The middle of what a date can mean.
    func middle(of date: PartialDate) -> Percentage {
        Percentage(Double(date.firstDay + date.lastDay + 1) / 2 - Double(first), of: Double(last + 1 - first))
    }

    /// From the beginning of one day to the end of another.
    func width(from day: Int, through end: Int) -> Percentage {
        Percentage(Double(max(end + 1 - day, 0)), of: Double(last + 1 - first))
    }

    /// At most a dozen years with their lines; on narrow screens every second or third of them has no name.
    var ticks: [Schedule.Tick] {
        let step = Self.steps.first { years.count <= $0 * 12 } ?? years.count
        let shown = years.filter { ($0 - years.lowerBound).isMultiple(of: step) }
        let stride = (shown.count + 4) / 5
        return shown.enumerated().compactMap { index, year in
            PartialDate(String(year)).map { date in
                Schedule.Tick(
                    label: String(year), x: place(date.firstDay).text, isMinor: !index.isMultiple(of: stride))
            }
        }
    }

    private static let steps = [1, 2, 5, 10, 25, 50, 100, 200]

    /// A time from one date to another. What is certain is filled; a beginning or end that is only known to
    /// the month or year adds the days that it leaves open.
    /// - Parameter end: nil for an open end; then everything up to `today` is open
    func bars(
        from start: PartialDate, to end: PartialDate?, today: PartialDate, pattern: FillPattern
    ) -> [Schedule.Bar] {
        let begun = start.precision == .day ? start.firstDay : start.lastDay + 1
        guard let end else {
            return [bar(start.firstDay, max(today.lastDay, start.lastDay), pattern, isOpen: true)].compactMap { $0 }
        }
        let certain = end.precision == .day ? end.lastDay : end.firstDay - 1
        guard begun <= certain else {
            return [bar(start.firstDay, end.lastDay, pattern, isOpen: true)].compactMap { $0 }
        }
        return [
            bar(start.firstDay, begun - 1, pattern, isOpen: true), bar(begun, certain, pattern, isOpen: false),
            bar(certain + 1, end.lastDay, pattern, isOpen: true),
        ].compactMap { $0 }
    }

    private func bar(_ start: Int, _ end: Int, _ pattern: FillPattern, isOpen: Bool) -> Schedule.Bar? {
        guard start <= end else { return nil }
        return Schedule.Bar(
            x: place(start).text, width: width(from: start, through: end).text, tone: pattern.tone,
            fill: isOpen ? nil : pattern.reference)
    }
}
