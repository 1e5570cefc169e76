// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the page of a project's ledger needs.
struct LedgerView: Sendable {
    let project: LedgerProject
    let entries: [LedgerEntry]
    let partners: [(key: String, name: String)]
    let lines: [FundingLine]
}

/// `/arbeit/mittel`: for which project to book, which lists to read in, which years are closed.
struct LedgerDeskPage: Page {
    static let template = "Funding/desk"
    let heading: String
    let summary: ErrorSummary?
    let imports: Link?
    let projects: Section
    let pager: Pager?
    let years: Years?
    let crumbs: [Crumb]

    struct Link: Sendable {
        let link: String
    }

    struct Years: Sendable {
        let action: String
        let formKey: String
        let year: FormField
        let closed: [Closed]
    }

    struct Closed: Sendable {
        let year: String
        let action: String
        let formKey: String
        let button: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = LedgerDeskPage(
        heading: "Mittel buchen", summary: .sample, imports: Link(link: "/x"), projects: .sample, pager: .sample,
        years: Years(
            action: "/x", formKey: "1", year: .sample,
            closed: [Closed(year: "2024", action: "/x", formKey: "1", button: "2024 wieder öffnen")]),
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension LedgerDeskPage {
    init(
        _ list: Listed<LedgerProject>, _ closed: [ClosedYear], page: Int64, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) throws {
        let mayRun = context.visitor.mayRunLedger(in: context.currentProgramme?.id ?? "").isAllowed
        heading = context.text("funding.desk.heading")
        summary = faults.summary
        imports = mayRun ? Link(link: context.links.to(FundingPaths.imports)) : nil
        projects = Section(
            context.text("funding.desk.projects"),
            bullets: list.rows.map { project in
                Section.Bullet(
                    project.title, link: context.links.to(FundingPaths.project(project.number)),
                    details: context.text("funding.desk.number", ["number": String(project.number)]),
                    badge: context.badge(state: project.state.rawValue))
            }, note: list.rows.isEmpty ? context.text("funding.desk.none") : nil)
        pager = try Pager(page: page, of: list.total, path: FundingPaths.desk, in: context)
        let action = context.links.to(FundingPaths.years)
        let field = FundingForm.Field.fiscalYear
        years =
            mayRun
            ? Years(
                action: action, formKey: formKey,
                year: FormField(
                    name: field, label: context.text("funding.form.year"), hint: context.text("funding.desk.year-hint"),
                    fault: faults[field], isRequired: true, type: "number"),
                closed: closed.map { year in
                    Closed(
                        year: String(year.year), action: action, formKey: formKey,
                        button: context.text("funding.desk.open-year", ["year": String(year.year)]))
                }) : nil
        crumbs = [context.workCrumb]
    }
}

/// `/arbeit/mittel/projekte/N`: the ledger of one project, and the form for one entry.
struct LedgerProjectPage: Page {
    static let template = "Funding/book"
    let heading: String
    let publicLink: String
    let summary: ErrorSummary?
    let over: Notice?
    let tables: [Table]
    let action: String
    let formKey: String
    let choices: [ChoiceField]
    let fields: [FormField]
    let areas: [FormField]
    let reversal: Reversal?
    let entries: [Entry]
    let crumbs: [Crumb]

    struct Reversal: Sendable {
        let action: String
        let formKey: String
        let key: String
        let entry: String
        let reason: FormField
    }

    struct Entry: Sendable {
        let title: String
        let details: String
        let note: ProgrammeText?
        let reverse: String?
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = LedgerProjectPage(
        heading: "Radschnellweg", publicLink: "/mittel/projekte/1", summary: .sample, over: .sample,
        tables: [.sample], action: "/x", formKey: "1", choices: [.sample], fields: [.sample], areas: [.sample],
        reversal: Reversal(action: "/x", formKey: "1", key: "k", entry: "10 €", reason: .sample),
        entries: [Entry(title: "10 €", details: "2026", note: .sample, reverse: "/x")],
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension LedgerProjectPage {
    /// - Parameters:
    ///   - wanted: the key of the entry to be taken back
    ///   - keys: for the forms that book and take back
    init(
        _ view: LedgerView, _ form: FundingForm, _ faults: FormFaults, reversing wanted: String?, reason: String?,
        keys: (String, String), in context: SiteContext
    ) throws {
        let address = context.links.to(FundingPaths.project(view.project.number))
        heading = view.project.title
        publicLink = context.links.to(FundingPaths.answers(view.project.number))
        summary = faults.summary
        over = view.project.isOver ? Notice(context.text("funding.form.over"), tone: .warning) : nil
        tables = FundingTable.list(view.lines).map { Money.Ledger($0, in: context).table }
        action = address
        formKey = keys.0
        let fields = LedgerFields(form: form, faults: faults, partners: view.partners, context: context)
        choices = fields.choices
        self.fields = fields.lines
        areas = fields.areas
        reversal = view.entries.first { $0.key == wanted && $0.isReversible }.map { entry in
            Reversal(
                action: "\(address)/gegenbuchung", formKey: keys.1, key: entry.key,
                entry: Self.title(entry, in: context),
                reason: FormField(
                    name: ReverseFunding.reasonField, label: context.text("funding.form.reversal-reason"),
                    value: reason ?? "", fault: faults[ReverseFunding.reasonField], isRequired: true, rows: 3))
        }
        entries = view.entries.map { entry in
            Entry(
                title: Self.title(entry, in: context), details: Self.details(entry, in: context),
                note: [entry.reason, entry.told].compactMap { $0 }.joined(separator: " · ").nonEmpty
                    .map { ProgrammeText($0) },
                reverse: entry.isReversible
                    ? address + QueryText.joined([("eintrag", entry.key)]) + "#gegenbuchung" : nil)
        }
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("funding.desk.heading"), link: context.links.to(FundingPaths.desk)),
        ]
    }

    static func title(_ entry: LedgerEntry, in context: SiteContext) -> String {
        "\(context.word(.fundingKind, entry.kind.rawValue)): \(context.notation.money(entry.cents))"
    }

    static func details(_ entry: LedgerEntry, in context: SiteContext) -> String {
        [
            context.word(.fundingBasis, entry.basis.rawValue), context.word(.fundingSource, entry.source.rawValue),
            entry.partner, entry.budgetLine, String(entry.fiscalYear), context.notation.date(entry.bookedOn),
            entry.reverses.map { _ in context.text("funding.entry.counter") },
            entry.isReversed ? context.text("funding.entry.reversed") : nil,
        ].compactMap { $0 }.joined(separator: " · ")
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

/// The fields of one entry.
private struct LedgerFields {
    typealias Field = FundingForm.Field
    let form: FundingForm
    let faults: FormFaults
    let partners: [(key: String, name: String)]
    let context: SiteContext

    var choices: [ChoiceField] {
        let own = [
            choice(Field.kind, "kind", form.kind, FundingKind.allCases.map(\.rawValue), .fundingKind),
            choice(Field.basis, "basis", form.basis, FundingBasis.allCases.map(\.rawValue), .fundingBasis),
            choice(Field.source, "source", form.source, FundingSource.allCases.map(\.rawValue), .fundingSource),
        ]
        guard !partners.isEmpty else { return own }
        return own + [
            ChoiceField(
                name: Field.partner, label: context.text("funding.form.partner"), chosen: form.partner,
                empty: context.text("funding.form.no-partner"),
                options: partners.map { (value: $0.key, label: $0.name) }, fault: faults[Field.partner])
        ]
    }

    var lines: [FormField] {
        [
            line(Field.amount, "amount", form.amount, isRequired: true),
            line(Field.fiscalYear, "year", form.fiscalYear, isRequired: true, type: "number"),
            line(Field.bookedOn, "day", form.bookedOn, isRequired: true, type: "date"),
            line(Field.budgetLine, "line", form.budgetLine),
        ]
    }

    var areas: [FormField] {
        [area(Field.told, "told", form.told), area(Field.reason, "reason", form.reason)]
    }

    private func choice(_ name: String, _ key: String, _ chosen: String?, _ values: [String], _ set: WordSet)
        -> ChoiceField
    {
        ChoiceField(
            name: name, label: context.text("funding.form.\(key)"), chosen: chosen,
            options: values.map { (value: $0, label: context.word(set, $0)) }, fault: faults[name])
    }

    private func line(
        _ name: String, _ key: String, _ value: String?, isRequired: Bool = false, type: String = "text"
    ) -> FormField {
        FormField(
            name: name, label: context.text("funding.form.\(key)"),
            hint: name == Field.amount ? context.text("funding.form.amount-hint") : nil, value: value ?? "",
            fault: faults[name], isRequired: isRequired, type: type)
    }

    private func area(_ name: String, _ key: String, _ value: String?) -> FormField {
        FormField(
            name: name, label: context.text("funding.form.\(key)"), hint: context.text("funding.form.\(key)-hint"),
            value: value ?? "", fault: faults[name], rows: 3)
    }
}
