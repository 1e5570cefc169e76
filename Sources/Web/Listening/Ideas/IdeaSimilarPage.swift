// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// "Gibt es das schon?": ideas that sound like the one that is being handed in, to be supported instead. What was typed
/// goes along in the form.
struct IdeaSimilarPage: Page {
    static let template = "Ideas/similar"
    let heading: String
    let rows: [Row]
    let formAction: String
    let formKey: String
    let fields: [Field]
    let crumbs: [Crumb]

    struct Row: Sendable {
        let row: ListRow
        let support: SupportBox
    }

    struct Field: Sendable {
        let name: String
        let value: String
    }

    /// The field that says the similar ideas have been seen.
    static let checked = "geprueft"
    /// The field of the two buttons, and its value for going back.
    static let action = "aktion"
    static let change = "aendern"

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = IdeaSimilarPage(
        heading: "Gibt es das schon?", rows: [Row(row: .sample, support: .sample)], formAction: "/ideen/neu",
        formKey: "1.2.3", fields: [Field(name: "titel", value: "Bänke")],
        crumbs: [Crumb(label: "Ideen", link: "/ideen")])
}

extension IdeaSimilarPage {
    static func load(
        _ form: IdeaForm, _ ideas: [Idea], formKey: String, in programme: String, _ context: SiteContext,
        _ db: Connection
    ) throws -> IdeaSimilarPage {
        let mentions = try Mentions.load(
            ideas.flatMap { [$0.id, $0.forumID, $0.municipalityID, $0.projectID] }, programme, context, db)
        return IdeaSimilarPage(
            heading: context.text("ideas.similar.heading"),
            rows: try ideas.map {
                Row(
                    row: ListRow($0, mentions, forum: true, in: context),
                    support: try SupportBox.load($0, context, db))
            },
            formAction: context.links.to(IdeaPaths.new), formKey: formKey,
            fields: form.typed.map { Field(name: $0.name, value: $0.value) },
            crumbs: [context.ideasCrumb])
    }
}
