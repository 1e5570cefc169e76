// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation

/// What happened when, and the official totals over the years.
struct ChronicleRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/chronik", use: show)
        table.get("/chronik.atom", use: feed)
        table.downloads(.chronicle, site)
        table.downloads(.statusReports, site)
    }

    @Sendable
    private func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme
        let today = Moment(site.clock()).day
        var context = context
        context.links = context.links.reached(at: site.root(for: request))
        return try await site.read { [context] db in
            try AtomFeed.chronicle(in: programme, until: today, context, db)
        }.answer
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let stage = try context.query.choice("phase", as: Stage.self)
        let chosen = context.query.text("art")
        let language = context.language
        let (kinds, entries, reports, texts) = try await site.read { db in
            let entries = try TimelineEntry.list(in: programme, stage: stage, kind: chosen, db)
            let reports = try StatusReport.list(in: programme, db)
            return (
                try TimelineEntry.kinds(in: programme, db), entries, reports,
                try ProgrammeTexts(
                    for: language, of: entries.map(\.id) + reports.map(\.id), in: programme, db)
            )
        }
        let kind = try context.query.choice("art", among: kinds)
        let chronicle = ChronicleView(stage: stage, kind: kind, kinds: kinds, entries: entries, reports: reports)
        return try site.render(ChroniclePage(chronicle, texts, in: context), in: context)
    }
}

/// The entries asked for, with what can be asked for.
struct ChronicleView: Sendable {
    let stage: Stage?
    let kind: String?
    let kinds: [String]
    let entries: [TimelineEntry]
    let reports: [StatusReport]
}
