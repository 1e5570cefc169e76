// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension CataloguePage {
    /// `/partnerprojekte/antraege`: all public applications, whatever became of them.
    static func applications(
        _ page: ListPage, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let path = OpenList.applications.path
        let fields = try FieldChoice.list(in: programme, db)
        let filter = try PartnerApplication.Filter(context.query, among: fields)
        let order = try context.query.choice("sortierung", as: PartnerApplication.Order.self) ?? .number
        let found = try PartnerApplication.list(filter, by: order, page, in: programme, db)
        let mentions = try Mentions.load(found.rows.flatMap { [$0.id, $0.call] }, programme, context, db)
        let form = FilterForm(
            path,
            [
                FilterForm.fates(RiverFate.ofApplications, in: context),
                FilterForm.fields(fields, label: context.text("projects.filter.field"), in: context),
            ], keeping: ["sortierung"], in: context)
        let heading = context.text("applications.list.heading")
        return CataloguePage(
            heading: heading, lead: context.text("applications.list.lead"),
            count: context.text("applications.count", count: found.total), filter: form,
            sort: found.total == 0
                ? nil
                : SortBar(
                    path,
                    orders: PartnerApplication.Order.allCases.map {
                        ($0.rawValue, context.text("applications.order.\($0.rawValue)"))
                    }, in: context),
            rows: found.rows.map { ListRow($0, mentions, in: context) },
            empty: found.total > 0
                ? nil
                : EmptyState(
                    text: context.text("applications.list.empty"), link: form.reset ?? context.links.to("/projekte"),
                    linkLabel: context.text(form.reset == nil ? "projects.list.all" : "design.filter.reset")),
            pager: try Pager(page: page.number, of: found.total, path: path, in: context),
            downloads: found.total > 0 ? Downloads(of: path, heading: heading, in: context) : nil)
    }
}

extension PartnerApplication.Filter {
    /// `?verbleib=application-declined&feld=wege`
    init(_ query: Query, among fields: [FieldChoice]) throws(PageFault) {
        self.init()
        fate = try query.state(FilterForm.fateName, among: RiverFate.ofApplications)
        field = try query.choice("feld", among: fields.map(\.key))
    }
}

extension ListRow {
    fileprivate init(_ application: PartnerApplication, _ mentions: Mentions, in context: SiteContext) {
        let title = mentions.texts.text("title", of: application.id, or: application.title)
        let number = context.word(kind: .application) + "\u{A0}" + context.notation.number(application.number)
        let facts: [ProgrammeText?] = [
            ProgrammeText(number), mentions.texts.original(application.organisation),
            mentions.title(application.call),
            application.submittedOn.map { ProgrammeText(context.notation.date($0)) },
        ]
        self.init(
            title: title.text,
            link: context.links.to("/partnerprojekte") + "#" + PillarPage.anchor(of: application),
            text: mentions.texts.text("summary", of: application.id, or: application.summary).text,
            worded: facts.compactMap { $0 },
            badge: context.badge(state: application.outcome?.rawValue ?? application.state.rawValue),
            language: title.language)
    }
}
