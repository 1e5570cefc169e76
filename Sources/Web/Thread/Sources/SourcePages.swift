// SPDX-License-Identifier: EUPL-1.2

import Participation

/// All sources of the programme.
struct SourcePage: Page {
    static let template = "Sources/list"
    let heading: String
    let count: String
    let sort: SortBar?
    let sources: [Entry]
    let empty: EmptyState?
    let pager: Pager?
    let downloads: Downloads?

    struct Entry: Sendable {
        let name: String
        let link: String?
        let host: String?
        /// "von 12 Einträgen genannt"
        let citations: String
        let matters: [Section.Bullet]
        /// "und 30 weitere"
        let others: String?
    }

    var head: PageHead { .list(heading, filter: nil, sort: sort, formats: downloads?.formats ?? []) }

    static let sample = SourcePage(
        heading: "Quellen", count: "160 Quellen", sort: .sample,
        sources: [
            Entry(
                name: "Quelle 1", link: "https://www.land.nrw/", host: "www.land.nrw",
                citations: "von 12 Einträgen genannt",
                matters: [Section.Bullet("Projekt 3", link: "/projekte/3", details: "…", language: "de")],
                others: "und 30 weitere")
        ], empty: .sample, pager: .sample, downloads: .sample)
}

extension SourcePage {
    init(
        _ sources: [CitedSource], page: Int64, of total: Int64, _ texts: ProgrammeTexts, in context: SiteContext
    ) throws(PageFault) {
        heading = context.text("sources.list.heading")
        count = context.text("sources.list.count", count: total)
        sort =
            total > 1
            ? SortBar(
                "/quellen",
                orders: CitedSource.Order.allCases.map { ($0.rawValue, context.text("sources.order.\($0.rawValue)")) },
                in: context) : nil
        let first = (page - 1) * 50
        self.sources = sources.enumerated().map { index, source in
            Entry(source, number: first + Int64(index) + 1, texts, in: context)
        }
        empty =
            total == 0
            ? EmptyState(
                text: context.text("sources.list.none"), link: context.links.to("/"),
                linkLabel: context.text("site.fault.home")) : nil
        pager = try Pager(page: page, of: total, path: "/quellen", in: context)
        downloads = total > 0 ? Downloads(of: "/quellen", heading: heading, in: context) : nil
    }
}

extension SourcePage.Entry {
    init(_ source: CitedSource, number: Int64, _ texts: ProgrammeTexts, in context: SiteContext) {
        let address = SourceAddress(source.url)
        name = context.text("sources.notes.name", ["number": context.notation.number(number)])
        link = address.link
        host = address.host
        citations = context.text("sources.list.citations", count: source.citations)
        matters = source.matters.map { matter in
            let title = context.title(of: matter, in: texts)
            return Section.Bullet(
                title.text, link: context.link(to: matter), details: context.quotation(of: matter),
                language: title.language)
        }
        let hidden = source.citations - Int64(source.matters.count)
        others = hidden > 0 ? context.text("sources.list.others", count: hidden) : nil
    }
}
