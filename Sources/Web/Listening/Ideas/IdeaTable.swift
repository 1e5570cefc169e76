// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// An idea as a row of the open list.
private struct IdeaEntry: Sendable {
    let idea: Idea
    let mentions: Mentions
    let context: SiteContext

    static let columns: [OpenColumn<IdeaEntry>] = [
        OpenColumn("number", number: { $0.idea.number }),
        OpenColumn("title", text: { $0.mentions.texts.text("title", of: $0.idea.id, or: $0.idea.title).text }),
        OpenColumn("summary", text: { $0.mentions.texts.text("summary", of: $0.idea.id, or: $0.idea.summary).text }),
        OpenColumn("state", text: { $0.context.word(state: $0.idea.state.rawValue) }),
        OpenColumn("state_key", text: { $0.idea.state.rawValue }),
        OpenColumn("outcome", text: { entry in entry.idea.outcome.map { entry.context.word(state: $0) } }),
        OpenColumn("outcome_key", text: { $0.idea.outcome }),
        OpenColumn("submitted_on", date: { $0.idea.submittedOn }),
        OpenColumn("channel", text: { $0.context.word(.ideaChannel, $0.idea.channel.rawValue) }),
        OpenColumn("author_group", text: { $0.idea.authorLabel }),
        OpenColumn("forum_number", number: { $0.mentions.matter($0.idea.forumID)?.number }),
        OpenColumn("forum", text: { $0.mentions.title($0.idea.forumID)?.text }),
        OpenColumn("municipality_key", text: { $0.mentions.matter($0.idea.municipalityID)?.key }),
        OpenColumn("municipality", text: { $0.mentions.title($0.idea.municipalityID)?.text }),
        OpenColumn("project_number", number: { $0.mentions.matter($0.idea.projectID)?.number }),
        OpenColumn("project", text: { $0.mentions.title($0.idea.projectID)?.text }),
        OpenColumn("supports", number: { $0.idea.supports }),
        OpenColumn("confidence", text: { $0.idea.confidence?.rawValue }),
        OpenColumn("address", text: { $0.context.links.absolute("/ideen/\($0.idea.number)") }),
    ]
}

extension OpenTable {
    /// `/ideen` as it is narrowed and ordered.
    static func ideas(in programme: String, _ context: SiteContext, _ db: Connection) throws -> OpenTable {
        let filter = try Idea.Filter(context.query)
        let order = try context.query.choice("sortierung", as: Idea.Order.self) ?? .number
        try context.query.checkIdeas(
            try Forum.choices(in: programme, db), try Idea.municipalities(in: programme, db))
        let entries = try ListPage.all { page in
            let ideas = try Idea.list(filter, order, page, in: programme, db).rows
            let named = ideas.flatMap { [$0.id, $0.forumID, $0.municipalityID, $0.projectID] }
            let mentions = try Mentions.load(named, programme, context, db)
            return ideas.map { IdeaEntry(idea: $0, mentions: mentions, context: context) }
        }
        return OpenTable(IdeaEntry.columns, of: entries)
    }
}
