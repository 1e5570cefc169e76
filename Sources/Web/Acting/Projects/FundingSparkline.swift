// SPDX-License-Identifier: EUPL-1.2

import Participation

extension Sparkline {
    /// "Land ausgezahlt: 6,2 Mio. €, 2025 bis 2026"; nil where nothing is booked.
    /// - Parameter years: those that the columns of all projects on the page share
    init?(_ course: FundingCourse, in years: ClosedRange<Int64>, _ context: SiteContext) {
        guard let first = course.years.first?.year, let last = course.years.last?.year else { return nil }
        let period = context.notation.period(from: String(first), to: String(last)) ?? String(first)
        self.init(
            columns: course.amounts(in: years),
            words: context.text(
                "projects.list.paid",
                ["amount": context.notation.roundedMoney(course.total), "years": period]))
    }
}
