// SPDX-License-Identifier: EUPL-1.2

import Participation

extension Sparkline {
    /// "12 Ideen, März 2023 bis Mai 2025"; nil where no idea of the forum has a month.
    init?(_ course: IdeaCourse, of forum: String, in context: SiteContext) {
        guard let extent = course.extent(of: forum) else { return nil }
        let period = context.notation.period(extent.first, extent.last) ?? extent.first.text
        self.init(
            columns: course.amounts(of: forum),
            words: context.text("forums.course", count: extent.ideas, ["period": period]))
    }
}
