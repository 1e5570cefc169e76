// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<ProjectListing>>

extension OpenList {
    /// `/projekte` as it is narrowed and ordered.
    static let projects = OpenList("projects", at: "/projekte", columns: projectColumns) { reading in
        let choices = try ProjectChoices.load(in: reading.programme, reading.db)
        let selection = try ProjectSelection(reading.context.query, among: choices)
        let order = try reading.context.query.choice("sortierung", as: ProjectOrder.self) ?? .title
        return { page in try reading.projects(selection, by: order, page) }
    }

    /// What every list of projects says of each.
    static let projectColumns: [OpenColumn<OpenEntry<ProjectListing>>] = [
        Column("number", number: { $0.summary.number }),
        Column("official_code", text: { $0.summary.officialCode }),
        Column("title", text: { $0.wording("title", of: $0.summary.id, or: $0.summary.title) }),
        Column("kind", text: { $0.word(.projectKind, $0.summary.kind.rawValue) }),
        Column("state", text: { $0.word(state: $0.summary.state.rawValue) }),
        Column("state_key", text: { $0.summary.state.rawValue }),
        Column("state_as_of", date: { $0.summary.stateAsOf }),
        Column("state_confidence", text: { $0.summary.stateConfidence?.rawValue }),
        Column("starts_on", date: { $0.starts }),
        Column("ends_on", date: { $0.ends }),
        Column("pillar", text: { $0.titleOf($0.pillarID) }),
        Column("field", text: { $0.titleOf($0.summary.field?.id) }),
        Column("forum_number", number: { $0.numberOf($0.forumID) }),
        Column("forum", text: { $0.titleOf($0.forumID) }),
        Column("ministry_key", text: { $0.keyOf($0.summary.ministry?.id) }),
        Column("ministry", text: { $0.titleOf($0.summary.ministry?.id) }),
        Column("is_region_wide", truth: { $0.summary.isRegionWide }),
        Column("is_citizen_origin", truth: { $0.isCitizenOrigin }),
        Column("address", text: { $0.address("/projekte/\($0.summary.number)") }),
    ]
}

extension OpenReading {
    /// One batch of projects as rows.
    func projects(
        _ selection: ProjectSelection, by order: ProjectOrder, _ page: ListPage
    ) throws -> [OpenEntry<ProjectListing>] {
        try entries(try ProjectListing.list(in: programme, selection, by: order, page, db)) { project in
            let summary = project.summary
            return [summary.id, project.pillarID, summary.field?.id, summary.ministry?.id, project.forumID]
        }
    }
}
