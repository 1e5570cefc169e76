// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Positions as staff write them down: one after the other by keyboard, with what is there already below.
struct PositionDeskPage: Page {
    static let template = "Positions/desk"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let notice: Notice?
    let form: Form?
    let attendance: Section.More
    let tallies: Section
    let table: Table
    let crumbs: [Crumb]

    struct Form: Sendable {
        let action: String
        let formKey: String
        let municipality: ChoiceField
        let proposal: ChoiceField
        let stance: ChoiceField
        let mayPublish: TickField
        let text: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PositionDeskPage(
        heading: "Positionen", title: "Kommunalkonferenz", summary: .sample, notice: .sample,
        form: Form(
            action: "/positionen", formKey: "1.2.3", municipality: .sample, proposal: .sample, stance: .sample,
            mayPublish: .sample, text: .sample),
        attendance: Section.More(label: "Anwesenheit", link: "/anwesenheit"), tallies: .sample, table: .sample,
        crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension PositionDeskPage {
    init(
        _ rules: ConsultationRules, _ positions: [MunicipalPosition], _ form: PositionForm, _ faults: FormFaults,
        formKey: String, in context: SiteContext
    ) {
        let chosen = rules.documents.first { String($0.number) == form.proposal } ?? rules.documents.first
        let here = positions.filter { $0.proposal == chosen?.number }
        let open = rules.invited.first { name in !here.contains { $0.party.isMeant(by: name) } }
        heading = context.text("positions.heading")
        title = rules.title
        summary = faults.summary
        let permission = context.visitor.mayRecordPositions(in: rules)
        if case .refused(let refusal) = permission {
            notice = Notice(context.text(refusal))
        } else {
            notice = nil
        }
        self.form =
            permission.isAllowed
            ? Form(rules, form, chosen: chosen, next: open, faults, formKey: formKey, in: context) : nil
        attendance = Section.More(
            label: context.text("positions.attendance.heading"),
            link: context.links.to(PositionPaths.attendance(rules.number)))
        tallies = Section(
            context.text("positions.tallies"),
            bullets: rules.documents.map { document in
                let own = positions.filter { $0.proposal == document.number }
                let left = rules.invited.filter { name in !own.contains { $0.party.isMeant(by: name) } }.count
                return Section.Bullet(
                    document.title,
                    link: context.links.to(
                        PositionPaths.desk(rules.number), [PositionForm.Field.proposal: String(document.number)]),
                    details: context.tally(own) + " · " + context.text("positions.open", count: left))
            })
        table = Self.table(rules, here, chosen, in: context)
        crumbs = context.crumbs(to: rules)
    }

    private static func table(
        _ rules: ConsultationRules, _ positions: [MunicipalPosition], _ document: ConsultationRules.Document?,
        in context: SiteContext
    ) -> Table {
        let columns = ["municipality", "stance", "text", "point"].map {
            Table.Column(context.text("positions.columns.\($0)"))
        }
        let rows = rules.invited.map { name in
            let position = positions.first { $0.party.isMeant(by: name) }
            return Table.Row([
                Table.Cell(columns[0], name, isHeading: true),
                Table.Cell(columns[1], position.map { context.word($0.stance) } ?? "–"),
                Table.Cell(columns[2], position?.text ?? "–"),
                Table.Cell(
                    columns[3], position?.place.text ?? "–",
                    link: position.map { context.links.to(SynopsisPaths.point(rules.number, $0.place.text)) }),
            ])
        }
        return Table(
            caption: context.text("positions.caption", ["title": document?.title ?? ""]), columns: columns, rows: rows)
    }
}

extension PositionDeskPage.Form {
    fileprivate init(
        _ rules: ConsultationRules, _ form: PositionForm, chosen: ConsultationRules.Document?, next: String?,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        action = context.links.to(PositionPaths.desk(rules.number))
        self.formKey = formKey
        proposal = ChoiceField(
            name: PositionForm.Field.proposal, label: context.text("positions.columns.proposal"),
            chosen: chosen.map { String($0.number) }, options: rules.documents.map { (String($0.number), $0.title) },
            fault: faults[PositionForm.Field.proposal])
        municipality = ChoiceField(
            name: PositionForm.Field.municipality, label: context.text("positions.columns.municipality"),
            hint: context.text("positions.municipality-hint"), chosen: form.municipality ?? next,
            options: rules.invited.map { ($0, $0) }, fault: faults[PositionForm.Field.municipality])
        stance = ChoiceField(
            name: PositionForm.Field.stance, label: context.text("positions.columns.stance"),
            hint: context.text("positions.stance-hint"), chosen: form.stance,
            prompt: context.text("positions.no-stance"),
            options: Stance.allCases.map { ($0.rawValue, context.word($0)) }, fault: faults[PositionForm.Field.stance])
        mayPublish = TickField(
            name: PositionForm.Field.mayPublish, label: context.text("positions.may-publish"),
            isTicked: form.mayPublish)
        text = FormField(
            name: PositionForm.Field.text, label: context.text("positions.columns.text"),
            hint: context.text("positions.text-hint"), value: form.text ?? "", fault: faults[PositionForm.Field.text],
            rows: 3)
    }
}

extension SiteContext {
    func word(_ stance: Stance) -> String { text("positions.stance.\(stance.rawValue.replacing("_", with: "-"))") }

    /// "3 unterstützt · 1 mit Änderungen", what nobody said left out.
    func tally(_ positions: [MunicipalPosition]) -> String {
        let counts = Stance.allCases.map { stance in (stance, positions.filter { $0.stance == stance }.count) }
        let words = counts.filter { $0.1 > 0 }.map { "\(notation.number($0.1)) × \(word($0.0))" }
        return words.isEmpty ? text("positions.none") : words.joined(separator: " · ")
    }
}
