// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension CataloguePage {
    static func proposals(
        _ filter: Proposal.Filter, _ order: Proposal.Order, _ page: ListPage, in programme: String,
        _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let found = try Proposal.list(filter, order, page, in: programme, db)
        let choices = try Proposal.choices(in: programme, db)
        let forums = try Forum.choices(in: programme, db)
        let named = found.rows.flatMap { [$0.id, $0.forumID, $0.ministryID, $0.fieldID] }
        let mentions = try Mentions.load(named + choices.fields + choices.ministries, programme, context, db)
        let options = ProposalOptions(choices, mentions)
        try options.check(context.query, forums)
        let form = filterForm(options, forums, in: context)
        let hasAny = !choices.isEmpty
        let official = hasAny ? nil : try FigureRegister.find("proposals", of: programme, in: db)?.newestCited
        return CataloguePage(
            heading: context.text("proposals.list.heading"), lead: context.text("proposals.list.lead"),
            count: hasAny ? context.text("proposals.count", count: found.total) : nil,
            notice: hasAny ? nil : Self.notDocumented(official, in: context), filter: hasAny ? form : nil,
            sort: hasAny ? Self.sortBar(in: context) : nil,
            rows: found.rows.map { ListRow($0, mentions, in: context) },
            empty: found.total > 0 ? nil : Self.noProposals(hasAny ? form : nil, in: context),
            pager: try Pager(page: page.number, of: found.total, path: "/vorschlaege", in: context),
            downloads: found.total > 0
                ? Downloads(of: "/vorschlaege", heading: context.text("proposals.list.heading"), in: context) : nil)
    }

    private static func sortBar(in context: SiteContext) -> SortBar {
        SortBar(
            "/vorschlaege",
            orders: Proposal.Order.allCases.map { ($0.rawValue, context.text("proposals.order.\($0.rawValue)")) },
            in: context)
    }

    private static func filterForm(
        _ options: ProposalOptions, _ forums: [Forum.Choice], in context: SiteContext
    ) -> FilterForm {
        let states = ProposalState.allCases.filter { $0 != .draft }.map(\.rawValue)
        let outcomes = ProposalOutcome.allCases.map(\.rawValue)
        return FilterForm(
            "/vorschlaege",
            [
                FilterForm.states("stand", label: context.text("proposals.filter.state"), states, in: context),
                FilterForm.states("ergebnis", label: context.text("proposals.filter.outcome"), outcomes, in: context),
                FilterForm.choice(
                    "feld", label: context.text("proposals.filter.field"), texts: options.fields, in: context),
                FilterForm.forums(forums, in: context),
                FilterForm.fates(RiverFate.ofProposals, in: context),
                FilterForm.choice(
                    "ressort", label: context.text("proposals.filter.ministry"), texts: options.ministries,
                    in: context),
            ], keeping: ["sortierung"], in: context)
    }

    /// No proposal is documented, but an official number of them may be.
    private static func notDocumented(_ official: OfficialFigure?, in context: SiteContext) -> Notice? {
        guard let figure = official else { return nil }
        let number = context.number(context.notation.number(figure.value), qualifier: figure.qualifier)
        let date = figure.asOf.map { context.notation.date($0) } ?? context.text("design.undated")
        return Notice(
            context.text("proposals.official.text", ["number": number, "date": date]),
            heading: context.text("proposals.official.heading"), tone: .warning,
            link: figure.sourceURL.flatMap { SourceAddress($0).link }, linkLabel: context.text("activities.source"))
    }

    private static func noProposals(_ form: FilterForm?, in context: SiteContext) -> EmptyState {
        if let form { return EmptyState(of: "proposals", path: "/vorschlaege", filter: form, in: context) }
        return EmptyState(
            text: context.text("proposals.empty.none"), link: context.links.to("/themenforen"),
            linkLabel: context.text("proposals.to-forums"))
    }
}

/// What a list of proposals can be narrowed to, with the words for it.
struct ProposalOptions {
    let fields: [(value: String, text: ProgrammeText)]
    let ministries: [(value: String, text: ProgrammeText)]

    init(_ choices: Proposal.Choices, _ mentions: Mentions) {
        fields = choices.fields.compactMap { id in
            mentions.matter(id)?.number.map { (String($0), mentions.title(id) ?? ProgrammeText("")) }
        }
        ministries = choices.ministries.compactMap { id in
            mentions.matter(id).map { ($0.key, mentions.title(id) ?? ProgrammeText($0.key)) }
        }
    }

    /// A value that the list does not have is no page of it.
    func check(_ query: Query, _ forums: [Forum.Choice]) throws(PageFault) {
        try query.checkForum(forums)
        _ = try query.choice("feld", among: fields.map(\.value))
        _ = try query.choice("ressort", among: ministries.map(\.value))
    }
}

extension ListRow {
    init(_ proposal: Proposal, _ mentions: Mentions, in context: SiteContext) {
        let title = mentions.texts.text("title", of: proposal.id, or: proposal.title)
        let number = context.text("proposals.number", ["number": context.notation.number(proposal.number)])
        let facts: [ProgrammeText?] = [
            ProgrammeText(number), mentions.title(proposal.fieldID),
            mentions.matter(proposal.ministryID).map { ProgrammeText($0.key) },
        ]
        self.init(
            title: title.text, link: context.links.to("/vorschlaege/\(proposal.number)"),
            text: mentions.texts.text("summary", of: proposal.id, or: proposal.summary).text,
            worded: facts.compactMap { $0 },
            badge: context.badge(state: proposal.outcome?.rawValue ?? proposal.state.rawValue),
            aside: proposal.costCents.map { context.notation.roundedMoney($0) }, language: title.language)
    }
}
