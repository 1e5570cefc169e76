// SPDX-License-Identifier: EUPL-1.2

/// What the state has paid for a project, year by year; only years of which something is booked.
public struct FundingCourse: Equatable, Sendable {
    public let years: [Year]

    public struct Year: Equatable, Sendable {
        public let year: Int64
        public let cents: Int64
    }

    public var total: Int64 { years.map(\.cents).reduce(0, +) }

    /// Year by year, with nothing for years of which nothing is booked; then the courses of several projects compare.
    public func amounts(in years: ClosedRange<Int64>) -> [Int64] {
        years.map { year in self.years.first { $0.year == year }?.cents ?? 0 }
    }

    /// From the first to the last year of all courses; nil where nothing is booked.
    public static func span(of courses: [FundingCourse]) -> ClosedRange<Int64>? {
        let years = courses.flatMap(\.years).map(\.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last
    }
}
