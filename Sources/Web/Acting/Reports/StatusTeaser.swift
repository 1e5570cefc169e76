// SPDX-License-Identifier: EUPL-1.2

import Participation

extension Section {
    /// What the official reports said at each date, in a line each, with the way to the picture; nil without reports.
    init?(status reports: [StatusReport], in context: SiteContext) {
        guard !reports.isEmpty else { return nil }
        self.init(
            context.text("reports.status.heading"), anchor: "stand",
            bullets: reports.map { report in
                let counts = report.counts.map { entry in
                    "\(context.value(of: entry)) \(context.name(of: entry))"
                }
                let total = context.text("reports.status.cited", count: report.total)
                return Bullet(
                    "\(context.notation.date(report.asOf)): \(total)",
                    details: counts.isEmpty ? nil : counts.joined(separator: ", "))
            },
            more: More(statusIn: context))
    }
}

extension Section.More {
    /// The way to the state of the projects over the years.
    init(statusIn context: SiteContext) {
        self.init(
            label: context.text("reports.status.more"),
            link: context.links.to("/projekte", ["ansicht": ProjectViewKind.status.rawValue]))
    }
}
