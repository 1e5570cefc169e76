// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// The ministries and their part in the programme. Upper and lower case make no difference in their address.
struct MinistryRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/ressorts", use: list)
        table.get("/ressorts/{key}", use: show)
        table.downloads(.ministries, site)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let language = context.language
        let (ministries, texts) = try await site.read { db in
            let ministries = try Ministry.list(in: programme, db)
            return (ministries, try ProgrammeTexts(for: language, of: ministries.map(\.id), in: programme, db))
        }
        return try site.render(CataloguePage(ministries, texts, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let key = try context.parameter("key")
        let language = context.language
        let found = try await site.read { db -> (MinistryView, ProgrammeTexts)? in
            guard let view = try MinistryView.find(key, in: programme, db) else { return nil }
            return (view, try ProgrammeTexts(for: language, of: view.matters, in: programme, db))
        }
        guard let (view, texts) = found else { throw PageFault.notFound }
        guard view.ministry.key == key else {
            let target = context.links.to(MinistryPaths.show(view.ministry.key))
            return Response(status: .permanentRedirect, headers: [.location: target])
        }
        return try site.render(DossierPage(view, texts, in: context), in: context)
    }
}

/// What the page of a ministry tells.
struct MinistryView: Sendable {
    let ministry: Ministry
    /// The ministries of the programme that took over, where they are recorded.
    let successors: [Ministry]
    let predecessors: [Ministry]
    let forums: [MatterSummary]
    let fields: [MatterSummary]
    let projects: [MatterSummary]
    let sources: [Source]

    static func find(_ key: String, in programme: String, _ db: Connection) throws -> MinistryView? {
        let all = try Ministry.list(in: programme, db)
        let exact = all.first { $0.key == key }
        guard let ministry = exact ?? all.first(where: { $0.key.lowercased() == key.lowercased() }) else { return nil }
        return MinistryView(
            ministry: ministry,
            successors: all.filter { ministry.successors.contains($0.abbreviation) && $0.id != ministry.id },
            predecessors: all.filter { $0.successors.contains(ministry.abbreviation) && $0.id != ministry.id },
            forums: try ministry.forums(in: programme, db), fields: try ministry.fields(in: programme, db),
            projects: try ministry.projects(in: programme, db), sources: try Source.list(of: ministry.id, in: db))
    }

    /// Whose texts the page shows.
    var matters: [String] { [ministry.id] + (forums + fields + projects).map(\.id) }
}

extension Ministry {
    /// `MUNV / MLV` names two.
    var successors: [String] {
        (successor ?? "").split(separator: "/").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
