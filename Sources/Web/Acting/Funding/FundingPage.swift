// SPDX-License-Identifier: EUPL-1.2

import Participation

/// `/mittel`: where money came from and where it went, as far as it is booked; apart from that, what sources name.
struct FundingPage: Page {
    static let template = "Funding/show"
    let heading: String
    let ledger: Ledger?
    let none: Notice?
    let comparison: String?
    let exports: Downloads?
    let cited: Cited?

    /// What the ledger holds.
    struct Ledger: Sendable {
        let filter: FilterForm
        let sums: Table
        let heading: String
        let total: Total?
        let pictures: RiverPictures?
        let empty: EmptyState?
        let table: Table?
        let pager: Pager?
        let downloads: Downloads?
    }

    /// The sum of what is shown, and what it does not contain.
    struct Total: Sendable {
        let sentence: String
        let missing: [String]
    }

    /// Amounts that sources have named.
    struct Cited: Sendable {
        let sentence: String
        let rows: [ListRow]
        let downloads: Downloads
    }

    var head: PageHead {
        PageHead(title: heading, formats: (ledger?.downloads?.formats ?? []) + (cited?.downloads.formats ?? []))
    }

    static let sample = FundingPage(
        heading: "Mittel",
        ledger: Ledger(
            filter: .sample, sums: .sample, heading: "Bewilligt: Landesanteil",
            total: Total(sentence: "38,2 Mio. €", missing: ["Gesamtvolumen"]), pictures: .sample,
            empty: .sample, table: .sample, pager: .sample, downloads: .sample),
        none: .sample, comparison: "/mittel/vergleich", exports: .sample,
        cited: Cited(sentence: "18 von 56", rows: [.sample], downloads: .sample))
}

extension FundingPage {
    init(_ view: FundingView, _ mentions: Mentions, in context: SiteContext) throws {
        heading = context.text("funding.heading")
        ledger = try view.selection.map { try Ledger(view, $0, mentions, in: context) }
        none = view.selection == nil ? Notice(context.text("funding.none")) : nil
        comparison = view.selection.map { _ in context.links.to(FundingPaths.comparison) }
        exports = view.selection.map { _ in
            Downloads(
                of: [.fundingAnswers, .ledgerEntries],
                workbooks: [
                    (.fundingAnswers, FundingPaths.questionsWorkbook), (.ledgerEntries, FundingPaths.entriesWorkbook),
                ], in: context)
        }
        cited = view.cited.isEmpty ? nil : Cited(view, mentions, in: context)
    }
}

extension FundingPage.Ledger {
    init(
        _ view: FundingView, _ selection: FundingSelection, _ mentions: Mentions, in context: SiteContext
    ) throws {
        let words = FundingWords(view: view, selection: selection, mentions: mentions, context: context)
        let river = River(view.flows)
        let wording = FundingWording(view, river, mentions, in: context)
        filter = words.filter
        sums = words.sums
        heading = words.heading
        total =
            view.flows.isEmpty ? nil : FundingPage.Total(sentence: words.sentence, missing: words.missing)
        pictures =
            river.strands.isEmpty
            ? nil
            : RiverPictures(
                river, wide: .money, title: words.heading, description: context.text("funding.picture.description"),
                caption: context.text("funding.picture.caption"), wording)
        empty =
            view.flows.isEmpty
            ? EmptyState(
                text: context.text("funding.empty"), link: context.links.to("/mittel"),
                linkLabel: context.text("funding.all")) : nil
        table = view.flows.isEmpty ? nil : words.table
        pager = try Pager(page: view.number, of: Int64(view.flows.count), path: "/mittel", in: context)
        downloads = view.flows.isEmpty ? nil : Downloads(of: "/mittel", heading: words.heading, in: context)
    }
}

extension FundingPage.Cited {
    init(_ view: FundingView, _ mentions: Mentions, in context: SiteContext) {
        sentence = context.text(
            "funding.cited.sentence", count: view.reach.projects,
            [
                "cited": context.notation.number(view.reach.cited),
                "missing": context.notation.number(view.reach.projects - view.reach.cited),
            ])
        rows = view.cited.prefix(FundingView.mostCited).map { cited in
            let title = mentions.texts.title(of: cited.project, or: cited.title)
            return ListRow(
                title: title.text, link: context.links.to("/projekte/\(cited.number)#geld"),
                text: mentions.texts.text("cited_budget_note", of: cited.project, or: cited.note)?.text,
                worded: [mentions.title(cited.field)].compactMap { $0 },
                badge: context.badge(state: cited.state.rawValue), aside: context.notation.roundedMoney(cited.cents),
                language: title.language)
        }
        downloads = Downloads(
            of: "/mittel/genannte-betraege", heading: context.text("funding.cited.heading"), in: context)
    }
}

extension RiverDrawing.Form {
    /// Four stages: source, ministry, field, project.
    static let money = RiverDrawing.Form(
        name: "wide", isUpright: false, mostKnots: 9, mostLost: 1, step: 310, head: 0, margin: 8, bar: 9,
        foot: 200, leading: 15, longest: 34,
        measures: RiverLayout.Measures(breadth: 400, gap: 10, leastSlot: 48, mostUnit: 1))
}
