// SPDX-License-Identifier: EUPL-1.2

import Participation

/// All points of a consultation for the offices, with what can be done to many at once.
struct SynopsisDeskPage: Page {
    static let template = "Synopsis/desk"
    let heading: String
    let title: String
    let summary: ErrorSummary?
    let ways: [Section.More]
    let offer: ExportOffer
    let lists: [Section]
    let filter: FilterForm
    let count: String
    let bulk: Bulk?
    let empty: EmptyState?
    let pager: Pager?
    let publication: Publication?
    let crumbs: [Crumb]

    /// The table with a box in front of each row.
    struct Bulk: Sendable {
        let action: String
        let formKey: String
        let columns: [String]
        let rows: [Row]
        let office: ChoiceField
        let dueOn: FormField
    }

    struct Row: Sendable {
        let place: String
        let link: String
        let sender: String
        let received: String
        let reference: String
        let text: String
        let kind: String
        let answer: String?
        let badges: [Badge]
        let office: String
        let due: String?
        let notes: [String]
        let isTicked: Bool
    }

    /// The last step, or why it is not possible yet.
    struct Publication: Sendable {
        let action: String
        let formKey: String
        let text: String
        let isPossible: Bool
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = SynopsisDeskPage(
        heading: "Synopse", title: "Anhörung", summary: .sample,
        ways: [Section.More(label: "Druckansicht", link: "/druck")], offer: .sample, lists: [.sample], filter: .sample,
        count: "40 Punkte",
        bulk: Bulk(
            action: "/auswahl", formKey: "1.2.3", columns: ["Nr."],
            rows: [
                Row(
                    place: "12.3", link: "/12.3", sender: "Jugendrat", received: "3. Mai 2026", reference: "Landbus",
                    text: "Mehr Busse", kind: "Anregung", answer: "Ja.", badges: [.sample], office: "Referat 1",
                    due: "1. Juni 2026", notes: ["3 gleiche Punkte"], isTicked: true)
            ], office: .sample, dueOn: .sample),
        empty: .sample, pager: .sample,
        publication: Publication(action: "/", formKey: "1.2.3", text: "Alles ist freigegeben.", isPossible: true),
        crumbs: [Crumb(label: "Beteiligungen", link: "/arbeit/beteiligungen")])
}

extension SynopsisDeskPage {
    init(
        _ reading: SynopsisReading, _ page: ListPage, sent: Query, _ faults: FormFaults, offer: ExportOffer,
        today: PartialDate, formKey: String, in context: SiteContext
    ) throws {
        let rules = reading.rules
        let path = SynopsisPaths.table(rules.number)
        let mayRun = context.visitor.mayRun(rules).isAllowed
        let form = FilterForm(path, Self.fields(reading, in: context), in: context)
        heading = context.text("synopsis.heading")
        title = rules.title
        summary = faults.summary
        ways = Self.ways(rules, in: context)
        self.offer = offer
        lists = Self.lists(reading, in: context)
        filter = form
        count = context.text("statements.points", count: reading.points.total)
        bulk =
            reading.points.rows.isEmpty
            ? nil : Self.bulk(reading, sent: sent, faults, today: today, formKey: formKey, in: context)
        empty =
            reading.points.total > 0 ? nil : EmptyState(of: "synopsis", path: path, filter: form, in: context)
        pager = try Pager(page: page.number, of: reading.points.total, path: path, in: context)
        publication =
            mayRun && [.closed, .evaluated].contains(rules.state)
            ? Self.publication(reading, formKey: formKey, in: context) : nil
        crumbs = context.crumbs(to: rules)
    }

    /// What is taken away is what is shown, all pages of it.
    private static func ways(_ rules: ConsultationRules, in context: SiteContext) -> [Section.More] {
        let filter = SynopsisFilter.query(context).replacing(["seite": nil]).text
        return [
            Section.More(
                label: context.text("synopsis.ways.print"),
                link: context.links.to(SynopsisPaths.paper(rules.number)) + filter),
            Section.More(
                label: context.text("synopsis.ways.workbook"),
                link: context.links.to(SynopsisPaths.workbook(rules.number)) + filter),
            Section.More(
                label: context.text("synopsis.ways.sheet"),
                link: context.links.to(SynopsisPaths.sheet(rules.number)) + filter),
            Section.More(
                label: context.text("synopsis.ways.footprint"),
                link: context.links.to(SynopsisPaths.footprint(rules.number))),
        ]
    }

    /// The two lists that stand before every table of this kind.
    static func lists(_ reading: SynopsisReading, in context: SiteContext) -> [Section] {
        let lists = [("silent", reading.turnout.silent), ("agreeing", reading.turnout.agreeing)]
        return lists.map { key, names in
            Section(
                context.text("synopsis.lists.\(key).heading"),
                note: names.isEmpty ? context.text("synopsis.lists.none") : names.joined(separator: " · "))
        }
    }

    private static func fields(_ reading: SynopsisReading, in context: SiteContext) -> [FilterForm.Field] {
        let urgencies = SynopsisFilter.Urgency.allCases.map {
            ($0.rawValue, context.text("synopsis.urgency.\($0.rawValue)"))
        }
        let heard = reading.rules.heardFields.map { ($0.lineage, $0.name) }
        let ofField =
            heard.isEmpty
            ? [] : [FilterForm.choice("feldentwurf", label: context.text("synopsis.filter.field"), heard, in: context)]
        return [
            FilterForm.choice(
                "vorschlag", label: context.text("consultations.filter.proposal"),
                reading.rules.documents.map { (String($0.number), $0.title) }, in: context)
        ] + ofField + [
            FilterForm.states(
                "stand", label: context.text("synopsis.columns.state"), PointState.allCases.map(\.rawValue),
                in: context),
            FilterForm.states(
                "ergebnis", label: context.text("synopsis.columns.outcome"), PointOutcome.allCases.map(\.rawValue),
                in: context),
            FilterForm.choice(
                "art", label: context.text("synopsis.columns.kind"),
                PointKind.allCases.map { ($0.rawValue, context.word(.pointKind, $0.rawValue)) }, in: context),
            FilterForm.choice(
                "stelle", label: context.text("synopsis.columns.office"),
                reading.choices.offices.map { ($0.key, $0.name) }, in: context),
            FilterForm.choice("frist", label: context.text("synopsis.urgency.label"), urgencies, in: context),
        ]
    }

    private static func bulk(
        _ reading: SynopsisReading, sent: Query, _ faults: FormFaults, today: PartialDate, formKey: String,
        in context: SiteContext
    ) -> Bulk {
        let ticked = sent.texts(AssignPoints.Field.points)
        let number = reading.rules.number
        return Bulk(
            action: context.links.to(SynopsisPaths.bulk(number)) + SynopsisFilter.query(context).text,
            formKey: formKey,
            columns: ["select", "number", "sender", "reference", "text", "answer", "office"].map {
                context.text("synopsis.columns.\($0)")
            },
            rows: reading.points.rows.map { point in
                Row(point, in: number, isTicked: ticked.contains(point.place.text), today: today, context)
            },
            office: ChoiceField(
                name: AssignPoints.Field.office, label: context.text("synopsis.columns.office"),
                chosen: sent.text(AssignPoints.Field.office), prompt: context.text("synopsis.bulk.no-office"),
                options: reading.choices.offices.map { ($0.key, $0.name) }, fault: faults[AssignPoints.Field.office]),
            dueOn: FormField(
                name: AssignPoints.Field.dueOn, label: context.text("synopsis.bulk.due-on"),
                value: sent.text(AssignPoints.Field.dueOn) ?? "", fault: faults[AssignPoints.Field.dueOn],
                type: "date"))
    }

    private static func publication(
        _ reading: SynopsisReading, formKey: String, in context: SiteContext
    ) -> Publication {
        let text: String
        switch reading.publication {
        case .allowed: text = context.text("synopsis.publication.ready")
        case .refused(let refusal): text = context.text(refusal)
        }
        return Publication(
            action: context.links.to(SynopsisPaths.publication(reading.rules.number)), formKey: formKey, text: text,
            isPossible: reading.publication.isAllowed)
    }
}

extension SynopsisDeskPage.Row {
    init(
        _ point: SynopsisPoint, in consultation: Int64, isTicked: Bool, today: PartialDate, _ context: SiteContext
    ) {
        place = point.place.text
        link = context.links.to(SynopsisPaths.point(consultation, point.place.text))
        sender = point.sender
        received = [point.submittedOn.map { context.notation.date($0) }, point.fileNumber].compactMap { $0 }
            .joined(separator: ", ")
        reference = point.place(in: context)
        text = point.text.shortened(to: 240)
        kind = context.word(.pointKind, point.kind.rawValue)
        answer = point.assessment?.shortened(to: 160)
        badges =
            [context.badge(state: point.state.rawValue)]
            + (point.outcome.map { [context.badge(state: $0.rawValue)] } ?? [])
        office = point.office?.name ?? context.text("synopsis.no-office")
        due = point.dueOn.map { day in
            context.text(
                point.isOverdue(on: today) ? "synopsis.overdue-since" : "synopsis.due-on",
                ["day": context.notation.date(day)])
        }
        notes = point.notes(in: context)
        self.isTicked = isTicked
    }
}

extension SynopsisPoint.Reference {
    /// "Landbus Aue, Absatz 3".
    func label(in context: SiteContext) -> String {
        paragraph.map { context.text("statements.entry.paragraph", ["title": title, "label": $0]) } ?? title
    }
}

extension SynopsisPoint {
    /// What it speaks of: a paragraph, a proposal, a field of action in the making, or nothing in particular.
    func place(in context: SiteContext) -> String {
        if let heardField { return context.text("statements.entry.heard-field", ["name": heardField]) }
        return reference.map { $0.label(in: context) } ?? context.text("statements.entry.general")
    }

    /// Where a point came from and what it stands with, in words.
    func notes(in context: SiteContext) -> [String] {
        [
            isQuotation ? nil : context.text("statements.point.summary"),
            splitFrom.map { context.text("synopsis.notes.split", ["number": $0.text]) },
            answeredWith.map { context.text("synopsis.notes.answered-with", ["number": $0.text]) },
            alike > 0 ? context.text("synopsis.notes.alike", count: alike) : nil,
            openSignatures > 0 ? context.text("synopsis.notes.signatures", count: openSignatures) : nil,
        ].compactMap { $0 }
    }
}

extension String {
    /// At most so many characters, with a sign where something is left out.
    func shortened(to length: Int) -> String {
        count <= length ? self : prefix(length - 1) + "…"
    }
}
