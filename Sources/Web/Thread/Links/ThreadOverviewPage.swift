// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Where to take up the thread: the ideas that led to a project or a proposal.
struct ThreadOverviewPage: Page {
    static let template = "Links/overview"
    let heading: String
    let rows: [ListRow]
    let empty: EmptyState?

    var head: PageHead { PageHead(title: heading) }

    static let sample = ThreadOverviewPage(heading: "Roter Faden", rows: [.sample], empty: .sample)
}

extension ThreadOverviewPage {
    init(_ beginnings: [ThreadBeginning], _ texts: ProgrammeTexts, in context: SiteContext) {
        heading = context.text("links.overview.heading")
        rows = beginnings.map { beginning in
            let idea = beginning.idea
            let title = texts.title(of: idea.id, or: idea.title ?? context.word(kind: .idea))
            let end = texts.title(of: beginning.result.id, or: beginning.result.title ?? "")
            let path = MatterPaths.thread(idea) ?? "/faden"
            let kind = context.word(kind: beginning.result.kind)
            return ListRow(
                title: title.text, link: context.links.to(path), text: "→ \(kind): \(end.text)", facts: [],
                badge: beginning.result.state.map { context.badge(state: $0) }, language: title.language)
        }
        empty =
            beginnings.isEmpty
            ? EmptyState(
                text: context.text("links.overview.empty"), link: context.links.to("/"),
                linkLabel: context.text("site.crumbs.start")) : nil
    }
}
