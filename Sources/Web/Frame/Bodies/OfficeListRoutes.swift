// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/stellen`: all offices of a programme, and how a new one is made.
struct OfficeListRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(OfficePaths.list), use: list)
        table.post(RouterPath(OfficePaths.list), use: create)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await page(OfficeForm(), .none(in: context), context), in: context)
    }

    @Sendable
    private func create(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayRunOffices(in: programme).check()
        let form = OfficeForm(
            name: sent.text(OfficeForm.Field.name), ministry: sent.text(OfficeForm.Field.ministry))
        return try await site.answer(in: context) {
            let key = try site.formKey("office", sentIn: sent, context)
            let links = context.links
            return try await site.once(key, in: context) { db in
                let office = try CreateOffice(form, in: programme).run(as: visitor, at: now, in: db)
                return links.to(OfficePaths.at(OfficePaths.show, office))
            }
        } orShow: { faults in
            try await page(form, faults, context)
        }
    }

    private func page(_ form: OfficeForm, _ faults: FormFaults, _ context: SiteContext) async throws -> OfficeListPage {
        let programme = try context.programme.id
        try context.visitor.mayRunOffices(in: programme).check()
        let today = Moment(site.clock()).day
        return try await site.read { db in
            OfficeListPage(
                try DutyOffice.all(in: programme, db), try OfficeMember.counts(in: programme, on: today, db),
                try Ministry.list(in: programme, db), form, faults, formKey: site.formKey("office", in: context),
                in: context)
        }
    }
}

/// The offices with how many people each has, those without a head marked.
struct OfficeListPage: Page {
    static let template = "Bodies/offices"
    let heading: String
    let summary: ErrorSummary?
    let table: Table?
    let empty: EmptyState?
    let action: String
    let formKey: String
    let name: FormField
    let ministry: ChoiceField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = OfficeListPage(
        heading: "Stellen", summary: .sample, table: .sample, empty: .sample, action: "/arbeit/stellen",
        formKey: "1.2.3", name: .sample, ministry: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension OfficeListPage {
    init(
        _ offices: [DutyOffice], _ counts: [String: (members: Int64, heads: Int64)], _ ministries: [Ministry],
        _ form: OfficeForm, _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let columns = ["name", "body", "members", "head"].map {
            Table.Column(context.text("bodies.offices.columns.\($0)"))
        }
        let rows = offices.map { office in
            let count = counts[office.id]
            return Table.Row([
                Table.Cell(
                    columns[0], office.name, link: context.links.to(OfficePaths.at(OfficePaths.show, office.key)),
                    isHeading: true),
                Table.Cell(columns[1], office.body ?? "–"),
                Table.Cell(columns[2], context.notation.number(count?.members ?? 0)),
                Table.Cell(
                    columns[3], context.text((count?.heads ?? 0) > 0 ? "bodies.offices.yes" : "bodies.offices.no")),
            ])
        }
        self.init(
            heading: context.text("bodies.offices.heading"), summary: faults.summary,
            table: rows.isEmpty
                ? nil : Table(caption: context.text("bodies.offices.caption"), columns: columns, rows: rows),
            empty: rows.isEmpty
                ? EmptyState(text: context.text("bodies.offices.empty"), link: nil, linkLabel: nil) : nil,
            action: context.links.to(OfficePaths.list), formKey: formKey,
            name: FormField(
                name: OfficeForm.Field.name, label: context.text("bodies.offices.columns.name"),
                hint: context.text("bodies.offices.name-hint"), value: form.name ?? "",
                fault: faults[OfficeForm.Field.name], isRequired: true),
            ministry: ChoiceField(
                name: OfficeForm.Field.ministry, label: context.text("bodies.offices.columns.body"),
                chosen: form.ministry, options: ministries.map { ($0.key, $0.name) },
                fault: faults[OfficeForm.Field.ministry]),
            crumbs: [context.workCrumb])
    }
}

extension WorkPage.Tool {
    /// Nil for whoever may not run offices.
    static func offices(in context: SiteContext) -> WorkPage.Tool? {
        guard context.visitor.mayRunOffices(in: context.currentProgramme?.id ?? "").isAllowed else { return nil }
        return WorkPage.Tool(
            title: context.text("bodies.offices.heading"), link: context.links.to(OfficePaths.list),
            text: context.text("bodies.offices.tool"), count: nil)
    }
}

extension SiteContext {
    var officesCrumb: Crumb { Crumb(label: text("bodies.offices.heading"), link: links.to(OfficePaths.list)) }
}
