// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/berichte`: for which day a report is wanted, and those that were published.
struct StocktakingListPage: Page {
    static let template = "Reports/stocktakings"
    let heading: String
    let action: String
    let changeAction: String
    let today: String
    let yearAgo: String
    let published: Section

    var head: PageHead { PageHead(title: heading) }

    static let sample = StocktakingListPage(
        heading: "Fortschrittsberichte", action: "/berichte/stand", changeAction: "/berichte/vergleich",
        today: "2026-11-23", yearAgo: "2025-11-23", published: .sample)
}

extension StocktakingListPage {
    init(_ published: [PublishedStocktaking], today: PartialDate, in context: SiteContext) {
        heading = context.text("reports.stock.heading")
        action = context.links.to(StocktakingPaths.show)
        changeAction = context.links.to(StocktakingPaths.change)
        self.today = today.text
        yearAgo = PartialDate(day: today.firstDay - 365).text
        self.published = Section(
            context.text("reports.stock.published"), anchor: "veroeffentlicht",
            bullets: published.map { report in
                Section.Bullet(
                    context.text("reports.stock.title", ["date": context.notation.date(report.day)]),
                    link: context.links.to(StocktakingPaths.published(report.number)),
                    details: context.text(
                        "reports.stock.published-on", ["moment": context.moment(report.publishedAt)]))
            }, note: published.isEmpty ? context.text("reports.stock.none-published") : nil)
    }
}

/// `/berichte/stand`: the state of the programme on a day.
struct StocktakingPage: Page {
    static let template = "Reports/stocktaking"
    let heading: String
    let knowledge: String
    let link: String
    let sections: [Section]
    /// The report as a document; nil for readers, who have the page.
    let offer: ExportOffer?
    /// Nil for whoever may not publish it.
    let publishing: Publishing?
    let crumbs: [Crumb]

    struct Publishing: Sendable {
        let action: String
        let formKey: String
        let day: String
        let knowledge: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs) }

    static let sample = StocktakingPage(
        heading: "Fortschrittsbericht zum 30. Juni 2026", knowledge: "Wissensstand: heute",
        link: "/berichte/stand?stichtag=2026-06-30", sections: [.sample],
        offer: .sample,
        publishing: Publishing(
            action: "/berichte/stand", formKey: "1.2.3", day: "2026-06-30", knowledge: "2026-11-23T09:00:00.000Z"),
        crumbs: [Crumb(label: "Fortschrittsberichte", link: "/berichte")])
}

extension StocktakingPage {
    init(
        _ stocktaking: Stocktaking, _ texts: ProgrammeTexts, offer: ExportOffer?, formKey: String?,
        in context: SiteContext
    ) {
        self.offer = offer
        heading = context.text("reports.stock.title", ["date": context.notation.date(stocktaking.day)])
        knowledge = context.knowledgeText(stocktaking.knowledge)
        link = context.links.report(stocktaking.day, stocktaking.knowledge)
        sections = StocktakingSections(stocktaking: stocktaking, texts: texts, context: context).all
        publishing = formKey.map {
            Publishing(
                action: context.links.to(StocktakingPaths.show), formKey: $0, day: stocktaking.day.text,
                knowledge: stocktaking.knowledge.recordedAt.text)
        }
        crumbs = [context.reportsCrumb]
    }
}

/// The report as it is kept: one file that needs nothing else.
struct FrozenStocktaking: Page {
    static let template = "Reports/frozen"
    let heading: String
    let programme: String
    let knowledge: String
    let sections: [Section]

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = FrozenStocktaking(
        heading: "Fortschrittsbericht zum 30. Juni 2026", programme: "Musterregion",
        knowledge: "Wissensstand: heute", sections: [.sample])
}

extension FrozenStocktaking {
    init(_ stocktaking: Stocktaking, _ texts: ProgrammeTexts, in context: SiteContext) {
        heading = context.text("reports.stock.title", ["date": context.notation.date(stocktaking.day)])
        programme = context.currentProgramme?.name(in: context.language) ?? ""
        knowledge = context.knowledgeText(stocktaking.knowledge)
        sections = StocktakingSections(stocktaking: stocktaking, texts: texts, context: context).all
    }
}

/// `/berichte/N`: a report that was published, as it was.
struct PublishedStocktakingPage: Page {
    static let template = "Reports/published"
    let heading: String
    let published: String
    let digest: String
    let file: String
    /// How the same day looks with what is known today.
    let today: String
    /// The part of the kept file that a reader reads.
    let bodyHTML: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs) }

    static let sample = PublishedStocktakingPage(
        heading: "Fortschrittsbericht zum 30. Juni 2026", published: "Veröffentlicht am 1. Juli 2026", digest: "ab12",
        file: "/berichte/1/datei", today: "/berichte/stand?stichtag=2026-06-30", bodyHTML: "<p>…</p>",
        crumbs: [Crumb(label: "Fortschrittsberichte", link: "/berichte")])
}

extension PublishedStocktakingPage {
    init(_ report: PublishedStocktaking, file: String, in context: SiteContext) {
        heading = context.text("reports.stock.title", ["date": context.notation.date(report.day)])
        published = context.text("reports.stock.published-on", ["moment": context.moment(report.publishedAt)])
        digest = report.digest
        self.file = context.links.to(StocktakingPaths.file(report.number))
        today = context.links.to(StocktakingPaths.show, [StocktakingPaths.day: report.day.text])
        bodyHTML = Self.body(of: file)
        crumbs = [context.reportsCrumb]
    }

    /// What stands between the marks that the template of the file sets.
    private static func body(of file: String) -> String {
        guard let start = file.firstRange(of: "<main>"), let end = file.firstRange(of: "</main>"),
            start.upperBound <= end.lowerBound
        else { return "" }
        return String(file[start.upperBound..<end.lowerBound])
    }
}

extension SiteContext {
    var reportsCrumb: Crumb {
        Crumb(label: text("reports.stock.heading"), link: links.to(StocktakingPaths.list))
    }

    func knowledgeText(_ knowledge: Knowledge) -> String {
        text(
            "reports.stock.knowledge",
            ["moment": moment(knowledge.recordedAt.text), "number": notation.number(knowledge.number)])
    }
}
