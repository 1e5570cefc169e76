// SPDX-License-Identifier: EUPL-1.2

/// How many ideas reached the forums month by month; ideas of which only the year is known are in no month.
public struct IdeaCourse: Equatable, Sendable {
    /// By forum and month, oldest first.
    public let months: [Month]

    public struct Month: Equatable, Sendable {
        public let forum: String
        /// Known to the month.
        public let month: PartialDate
        public let ideas: Int64
    }

    /// More spans than this are no longer told apart in a small picture.
    private static let mostSpans = 36

    /// The ideas of a forum in equal spans of whole months, from the first to the last month of all forums, so that the
    /// forums can be compared. Empty where no idea has a month.
    public func amounts(of forum: String) -> [Int64] {
        let numbers = months.map { Self.number($0.month) }
        guard let first = numbers.min(), let last = numbers.max() else { return [] }
        let span = (last - first) / Self.mostSpans + 1
        var amounts = [Int64](repeating: 0, count: (last - first) / span + 1)
        for month in months where month.forum == forum {
            amounts[(Self.number(month.month) - first) / span] += month.ideas
        }
        return amounts
    }

    /// The first and the last month in which a forum got an idea, and how many it got in all.
    public func extent(of forum: String) -> (first: PartialDate, last: PartialDate, ideas: Int64)? {
        let own = months.filter { $0.forum == forum }
        guard let first = own.map(\.month).min(), let last = own.map(\.month).max() else { return nil }
        return (first, last, own.map(\.ideas).reduce(0, +))
    }

    private static func number(_ month: PartialDate) -> Int {
        month.year * 12 + (Int(month.text.suffix(2)) ?? 1) - 1
    }
}
