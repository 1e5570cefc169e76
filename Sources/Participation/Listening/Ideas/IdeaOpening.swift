// SPDX-License-Identifier: EUPL-1.2

/// When a programme takes in ideas: during its listening phases and its collections of ideas.
public struct IdeaOpening: Equatable, Sendable {
    public let periods: [Period]
    /// Whether there is an office that could answer.
    public let hasOffice: Bool

    public init(periods: [Period], hasOffice: Bool) {
        self.periods = periods
        self.hasOffice = hasOffice
    }

    public enum Standing: Equatable, Sendable {
        /// Until the end of a day; nil when no end has been set.
        case open(until: PartialDate?)
        case coming(from: PartialDate)
        case over(since: PartialDate)
        /// No period has ever been named.
        case never
    }

    public func standing(on day: PartialDate) -> Standing {
        let current = periods.filter { $0.standing(on: day) == .current }
        if !current.isEmpty {
            let ends = current.compactMap(\.end)
            return .open(until: ends.count < current.count ? nil : ends.max { $0.lastDay < $1.lastDay })
        }
        let starts = periods.filter { $0.standing(on: day) == .coming }.compactMap(\.start)
        if let first = starts.min() { return .coming(from: first) }
        let ends = periods.filter { $0.standing(on: day) == .over }.compactMap(\.end)
        return ends.max { $0.lastDay < $1.lastDay }.map { .over(since: $0) } ?? .never
    }
}
