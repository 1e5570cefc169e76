// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A project as a row of the open list.
private struct ProjectEntry: Sendable {
    let project: ProjectListing
    let mentions: Mentions
    let pillars: [ProjectRelation]
    let context: SiteContext

    static let columns: [OpenColumn<ProjectEntry>] = [
        OpenColumn("number", number: { $0.summary.number }),
        OpenColumn("official_code", text: { $0.summary.officialCode }),
        OpenColumn("title", text: { $0.mentions.texts.text("title", of: $0.summary.id, or: $0.summary.title).text }),
        OpenColumn("kind", text: { $0.context.word(.projectKind, $0.summary.kind.rawValue) }),
        OpenColumn("state", text: { $0.context.word(state: $0.summary.state.rawValue) }),
        OpenColumn("state_key", text: { $0.summary.state.rawValue }),
        OpenColumn("state_as_of", date: { $0.summary.stateAsOf }),
        OpenColumn("state_confidence", text: { $0.summary.stateConfidence?.rawValue }),
        OpenColumn("starts_on", date: { $0.project.starts }),
        OpenColumn("ends_on", date: { $0.project.ends }),
        OpenColumn("pillar", text: { $0.pillar }),
        OpenColumn("field", text: { $0.mentions.title($0.summary.field?.id)?.text }),
        OpenColumn("forum_number", number: { $0.mentions.matter($0.project.forumID)?.number }),
        OpenColumn("forum", text: { $0.mentions.title($0.project.forumID)?.text }),
        OpenColumn("ministry_key", text: { $0.mentions.matter($0.summary.ministry?.id)?.key }),
        OpenColumn("ministry", text: { $0.mentions.title($0.summary.ministry?.id)?.text }),
        OpenColumn("is_region_wide", truth: { $0.summary.isRegionWide }),
        OpenColumn("is_citizen_origin", truth: { $0.project.isCitizenOrigin }),
        OpenColumn("address", text: { $0.context.links.absolute("/projekte/\($0.summary.number)") }),
    ]

    private var summary: ProjectSummary { project.summary }

    private var pillar: String? {
        guard let pillar = pillars.first(where: { $0.key == summary.pillar }) else { return nil }
        return mentions.texts.title(of: pillar.id, or: pillar.title).text
    }
}

extension OpenTable {
    /// `/projekte` as it is narrowed and ordered.
    static func projects(in programme: String, _ context: SiteContext, _ db: Connection) throws -> OpenTable {
        let choices = try ProjectChoices.load(in: programme, db)
        let selection = try ProjectSelection(context.query, among: choices)
        let order = try context.query.choice("sortierung", as: ProjectOrder.self) ?? .title
        let entries = try ListPage.all { page in
            let projects = try ProjectListing.list(in: programme, selection, by: order, page, db)
            let named = projects.flatMap {
                [$0.summary.id, $0.summary.field?.id, $0.summary.ministry?.id, $0.forumID]
            }
            let mentions = try Mentions.load(named + choices.pillars.map(\.id), programme, context, db)
            return projects.map {
                ProjectEntry(project: $0, mentions: mentions, pillars: choices.pillars, context: context)
            }
        }
        return OpenTable(ProjectEntry.columns, of: entries)
    }
}
