// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/sitzungen`: sittings are planned, with agenda, minutes and extracts for the ministries.
struct SittingRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PaperPaths.sittings), use: list)
        table.post(RouterPath(PaperPaths.sittings), use: plan)
        table.get(RouterPath(PaperPaths.sitting), use: show)
        table.post(RouterPath(PaperPaths.sitting), use: keepMinutes)
        table.get(RouterPath(PaperPaths.extract), use: extract)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await listPage(.empty, .none(in: context), context), in: context)
    }

    private func listPage(_ sent: Query, _ faults: FormFaults, _ context: SiteContext) async throws -> SittingListPage {
        let programme = try context.programme.id
        try context.visitor.mayRunSittings(in: programme).check()
        let found = try await site.read { db in
            (try SittingAtWork.list(in: programme, db), try SittingAtWork.boards(in: programme, db))
        }
        return SittingListPage(
            found.0, found.1, sent: sent, faults, formKey: site.formKey("sitting", in: context), in: context)
    }

    @Sendable
    private func plan(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, links) = (context.visitor, try context.programme.id, context.links)
        var form = SittingForm()
        form.board = sent.text(SittingForm.Field.board)
        form.heldOn = sent.text(SittingForm.Field.heldOn)
        form.place = sent.text(SittingForm.Field.place)
        let (plan, now) = (PlanSitting(form, in: programme), Moment(site.clock()))
        return try await site.answer(in: context) {
            let key = try site.formKey("sitting", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                links.to(PaperPaths.sitting(try plan.run(as: visitor, at: now, in: db)))
            }
        } orShow: { faults in
            try await listPage(sent, faults, context)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let file = try await sitting(context)
        return try site.render(page(file, nil, .none(in: context), context), in: context)
    }

    private func page(
        _ file: SittingFile, _ minutes: String?, _ faults: FormFaults, _ context: SiteContext
    ) -> SittingPage {
        SittingPage(
            file, minutes: minutes, faults, today: Moment(site.clock()).day,
            formKey: site.formKey("sitting-minutes", in: context), in: context)
    }

    @Sendable
    private func keepMinutes(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let file = try await sitting(context)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let text = sent.text(SittingForm.Field.minutes)
        let place = context.links.to(PaperPaths.sitting(file.sitting.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("sitting-minutes", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try KeepSittingMinutes(file.sitting.number, in: programme, text).run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            page(file, text ?? "", faults, context)
        }
    }

    @Sendable
    private func extract(_ request: Request, _ context: SiteContext) async throws -> Response {
        let file = try await sitting(context)
        let key = try context.parameter("ministry")
        guard let ministry = file.choices.ministries.first(where: { $0.key == key }) else { throw PageFault.notFound }
        let page = PaperPrintPage(
            extractOf: file.sitting, file.papers, for: ministry, file.choices.offices, in: context)
        return try site.render(page, in: context)
    }

    /// The sitting of the address, for the cabinet office.
    private func sitting(_ context: SiteContext) async throws -> SittingFile {
        let (number, programme) = (try context.number(), try context.programme.id)
        try context.visitor.mayRunSittings(in: programme).check()
        let file = try await site.read { db -> SittingFile? in
            guard let sitting = try SittingAtWork.list(in: programme, db).first(where: { $0.number == number }) else {
                return nil
            }
            return SittingFile(
                sitting: sitting, papers: try SittingAtWork.papers(of: sitting.id, in: programme, db),
                choices: try SynopsisChoices.load(in: programme, db))
        }
        guard let file else { throw PageFault.notFound }
        return file
    }
}

/// A sitting with the papers on its agenda.
struct SittingFile: Sendable {
    let sitting: SittingAtWork
    let papers: [PaperAtWork]
    let choices: SynopsisChoices
}

/// All sittings, with a form for a new one.
struct SittingListPage: Page {
    static let template = "Papers/sittings"
    let heading: String
    let summary: ErrorSummary?
    let act: PaperAct
    let table: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = SittingListPage(
        heading: "Sitzungen", summary: .sample, act: .sample, table: .sample, empty: .sample,
        crumbs: [Crumb(label: "Kabinettvorlagen", link: "/arbeit/vorlagen")])
}

extension SittingListPage {
    init(
        _ sittings: [SittingAtWork], _ boards: [SittingBoard], sent: Query, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        let columns = ["sitting", "place", "minutes"].map {
            Table.Column(context.text("papers.sittings.columns.\($0)"))
        }
        let rows = sittings.map { sitting in
            Table.Row([
                Table.Cell(
                    columns[0], sitting.label(in: context), link: context.links.to(PaperPaths.sitting(sitting.number)),
                    isHeading: true),
                Table.Cell(columns[1], sitting.place ?? context.text("design.unknown")),
                Table.Cell(
                    columns[2],
                    context.text(sitting.minutes == nil ? "papers.sittings.no-minutes" : "papers.sittings.has-minutes")
                ),
            ])
        }
        let (board, day, place) = (SittingForm.Field.board, SittingForm.Field.heldOn, SittingForm.Field.place)
        heading = context.text("papers.sittings.heading")
        summary = faults.summary
        act = PaperAct(
            step: "planen", heading: context.text("papers.sittings.plan"),
            hint: context.text("papers.sittings.plan-hint"), action: context.links.to(PaperPaths.sittings),
            formKey: formKey, revision: "",
            choices: [
                ChoiceField(
                    name: board, label: context.text("decisions.fact.board"), chosen: sent.text(board),
                    prompt: context.text("papers.field.choose"), options: boards.map { ($0.key, $0.name) },
                    fault: faults[board])
            ],
            fields: [
                FormField(
                    name: day, label: context.text("decisions.fact.date"), value: sent.text(day) ?? "",
                    fault: faults[day], isRequired: true, type: "date"),
                FormField(
                    name: place, label: context.text("decisions.fact.place"), value: sent.text(place) ?? "",
                    fault: faults[place]),
            ], submit: context.text("papers.sittings.plan"))
        table =
            rows.isEmpty ? nil : Table(caption: context.text("papers.sittings.caption"), columns: columns, rows: rows)
        empty =
            rows.isEmpty ? EmptyState(text: context.text("papers.sittings.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.desk.heading"), link: context.links.to(PaperPaths.desk)),
        ]
    }
}

/// One sitting: its agenda, its minutes and the extracts.
struct SittingPage: Page {
    static let template = "Papers/sitting"
    let heading: String
    let summary: ErrorSummary?
    let agenda: Section
    let extracts: Section?
    let act: PaperAct?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = SittingPage(
        heading: "Landeskabinett, 15. Dezember 2026", summary: .sample, agenda: .sample, extracts: .sample,
        act: .sample, crumbs: [Crumb(label: "Sitzungen", link: "/arbeit/sitzungen")])
}

extension SittingPage {
    /// - Parameter minutes: what was typed, when the form comes back
    init(
        _ file: SittingFile, minutes: String?, _ faults: FormFaults, today: PartialDate, formKey: String,
        in context: SiteContext
    ) {
        let sitting = file.sitting
        let entries = file.papers.map { paper in
            (label: paper.stations.last { $0.sitting.id == sitting.id }?.label ?? "", paper: paper)
        }.sorted { (Int($0.label) ?? .max, $0.label) < (Int($1.label) ?? .max, $1.label) }
        heading = sitting.label(in: context)
        summary = faults.summary
        agenda = Section(
            context.text("papers.sittings.agenda"), anchor: "tagesordnung",
            bullets: entries.map { label, paper in
                Section.Bullet(
                    context.text("decisions.agenda-entry", ["label": label, "title": paper.title]),
                    link: context.links.to(PaperPaths.paper(paper.number)),
                    details: paper.handling.map { context.text("papers.handling.\($0.rawValue)") },
                    badge: context.badge(state: paper.state.rawValue))
            }, note: entries.isEmpty ? context.text("papers.sittings.no-agenda") : nil)
        let isDecided = file.papers.contains { !$0.results.isEmpty }
        extracts =
            isDecided
            ? Section(
                context.text("papers.sittings.extracts"), anchor: "auszuege",
                bullets: file.choices.ministries.map { ministry in
                    Section.Bullet(
                        ministry.name, link: context.links.to(PaperPaths.extract(sitting.number, ministry.key)))
                }) : nil
        act =
            sitting.heldOn <= today
            ? PaperAct(
                step: "niederschrift", heading: context.text("papers.sittings.minutes"),
                hint: context.text("papers.sittings.minutes-hint"),
                action: context.links.to(PaperPaths.sitting(sitting.number)), formKey: formKey, revision: "",
                fields: [
                    FormField(
                        name: SittingForm.Field.minutes, label: context.text("papers.sittings.minutes"),
                        value: minutes ?? sitting.minutes ?? "", fault: faults[SittingForm.Field.minutes],
                        isRequired: true, rows: 12)
                ], submit: context.text("papers.sittings.save")) : nil
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("papers.sittings.heading"), link: context.links.to(PaperPaths.sittings)),
        ]
    }
}
