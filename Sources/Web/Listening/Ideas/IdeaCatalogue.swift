// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension CataloguePage {
    static func ideas(
        _ filter: Idea.Filter, _ arrangement: Idea.Arrangement, _ page: ListPage, in programme: String,
        on day: PartialDate, _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let found = try Idea.list(filter, arrangement, page, in: programme, db)
        let mentions = try Mentions.load(
            found.rows.flatMap { [$0.id, $0.forumID, $0.municipalityID, $0.projectID] }, programme, context, db)
        let forums = try Forum.choices(in: programme, db)
        let places = try Idea.municipalities(in: programme, db)
        let fields = try FieldChoice.list(in: programme, db)
        try context.query.checkIdeas(forums, places, fields)
        let near = arrangement.order == .near ? try MappedMunicipality.list(in: programme, db) : []
        let form = filterForm(forums, places, fields, near: near, arrangement, in: context)
        let isOpen = context.visitor.maySubmitIdea(try IdeaOpening.find(in: programme, db), on: day).isAllowed
        return CataloguePage(
            heading: context.text("ideas.list.heading"), lead: context.text("ideas.list.lead"),
            invitation: isOpen
                ? Section.More(
                    label: context.text("ideas.form.heading"), link: context.links.to(IdeaPaths.new)) : nil,
            count: context.text("ideas.list.count", count: found.total),
            notice: arrangement.order == .near && arrangement.nearness == nil
                ? Notice(context.text("ideas.near.choose")) : nil,
            filter: form,
            sort: SortBar(
                "/ideen", orders: Idea.Order.allCases.map { ($0.rawValue, context.text("ideas.order.\($0.rawValue)")) },
                in: context),
            rows: found.rows.map { ListRow($0, mentions, forum: true, in: context) },
            empty: found.total > 0 ? nil : EmptyState(of: "ideas", path: "/ideen", filter: form, in: context),
            pager: try Pager(page: page.number, of: found.total, path: "/ideen", in: context),
            downloads: found.total > 0
                ? Downloads(of: "/ideen", heading: context.text("ideas.list.heading"), in: context) : nil)
    }

    private static func filterForm(
        _ forums: [Forum.Choice], _ places: [(ags: String, name: String)], _ choices: [FieldChoice],
        near towns: [MappedMunicipality], _ arrangement: Idea.Arrangement, in context: SiteContext
    ) -> FilterForm {
        let channels = IdeaChannel.allCases.map { ($0.rawValue, context.word(.ideaChannel, $0.rawValue)) }
        let states = IdeaState.allCases.filter { $0 != .unconfirmed }.map(\.rawValue)
        var fields = [
            FilterForm.forums(forums, orNone: true, in: context),
            FilterForm.states("stand", label: context.text("ideas.filter.state"), states, in: context),
            FilterForm.states("ergebnis", label: context.text("ideas.filter.outcome"), Idea.outcomes, in: context),
            FilterForm.choice("weg", label: context.text("ideas.filter.channel"), channels, in: context),
            FilterForm.fates(RiverFate.ofIdeas, in: context),
            FilterForm.fields(choices, label: context.text("ideas.filter.field"), in: context),
        ]
        fields.append(
            FilterForm.choice(
                "antwort", label: context.text("ideas.filter.reply"),
                [(Idea.Filter.unanswered, context.text("ideas.filter.unanswered"))], in: context))
        if !places.isEmpty {
            let options = places.map { ($0.ags, $0.name) }
            let label = context.text("ideas.filter.municipality")
            fields.append(FilterForm.choice("kommune", label: label, options, in: context))
        }
        if !towns.isEmpty { fields.insert(nearField(towns, arrangement, in: context), at: 0) }
        return FilterForm("/ideen", fields, keeping: ["sortierung"], in: context)
    }
}

extension CataloguePage {
    /// From where to look; the municipality of the profile stands there already.
    private static func nearField(
        _ towns: [MappedMunicipality], _ arrangement: Idea.Arrangement, in context: SiteContext
    ) -> FilterForm.Field {
        let place = arrangement.nearness?.place
        let none = FilterForm.Option(value: "", label: context.text("ideas.near.none"), isSelected: place == nil)
        return FilterForm.Field(
            name: Idea.Arrangement.place, label: context.text("ideas.near.label"),
            options: [none]
                + towns.map { FilterForm.Option(value: $0.ags, label: $0.name, isSelected: $0.ags == place) })
    }
}

extension ListRow {
    /// An idea in a line: what it wants, where it belongs, what became of it.
    /// - Parameter forum: whether its forum is named
    init(_ idea: Idea, _ mentions: Mentions, forum: Bool, in context: SiteContext) {
        let title = mentions.texts.text("title", of: idea.id, or: idea.title)
        let summary = mentions.texts.text("summary", of: idea.id, or: idea.summary)
        let isDiscontinued = mentions.matter(idea.projectID)?.state == ProjectState.discontinued.rawValue
        let words: [String?] = [
            idea.submittedOn.map { context.notation.date($0) },
            idea.supports.map { context.text("ideas.supports", count: $0) },
            isDiscontinued ? context.text("ideas.project-discontinued") : nil,
            context.hint(confidence: idea.confidence),
        ]
        let number = context.text("ideas.number", ["number": context.notation.number(idea.number)])
        let facts =
            [
                ProgrammeText(number), forum ? mentions.title(idea.forumID) : nil,
                mentions.title(idea.municipalityID),
            ] + words.map { $0.map { ProgrammeText($0) } }
        self.init(
            title: title.text, link: context.links.to("/ideen/\(idea.number)"), text: IdeaText.excerpt(summary.text),
            worded: facts.compactMap { $0 }, badge: context.badge(state: idea.outcome ?? idea.state.rawValue),
            language: title.language)
    }
}
