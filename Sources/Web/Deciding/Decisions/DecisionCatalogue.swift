// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension CataloguePage {
    /// Sitting by sitting; sittings without a decision show their agenda where they belong by their date.
    static func decisions(
        _ order: Decision.Order, _ page: ListPage, today: PartialDate, in programme: String, _ context: SiteContext,
        _ db: Connection
    ) throws -> CataloguePage {
        let sittings = try Sitting.list(in: programme, db)
        let filter = try Decision.Filter(context.query, boards: sittings.map(\.boardKey))
        let found = try Decision.list(filter, order, page, in: programme, db)
        let held = try shown(sittings, with: found.rows, filter, order, page, in: programme, db)
        let agenda = try Sitting.agenda(of: held.map(\.id), db)
        let mentions = try Mentions.load(found.rows.map(\.id) + sittings.map(\.boardID), programme, context, db)
        let form = filterForm(sittings, mentions, in: context)
        return CataloguePage(
            heading: context.text("decisions.list.heading"), lead: context.text("decisions.list.lead"),
            count: context.text("decisions.count", count: found.total), filter: form,
            sort: SortBar(
                "/beschluesse",
                orders: Decision.Order.allCases.map { ($0.rawValue, context.text("decisions.order.\($0.rawValue)")) },
                in: context),
            sections: held.map { sitting in
                Section(
                    sitting, found.rows.filter { $0.sitting.id == sitting.id },
                    agenda.filter { $0.sittingID == sitting.id }, isComing: sitting.heldOn > today, mentions,
                    in: context)
            },
            empty: held.isEmpty ? EmptyState(of: "decisions", path: "/beschluesse", filter: form, in: context) : nil,
            pager: try Pager(page: page.number, of: found.total, path: "/beschluesse", in: context),
            downloads: found.total == 0
                ? nil : Downloads(of: "/beschluesse", heading: context.text("decisions.list.heading"), in: context))
    }

    /// The sittings of this page: those of its decisions, and between them those without any.
    private static func shown(
        _ sittings: [Sitting], with decisions: [Decision], _ filter: Decision.Filter, _ order: Decision.Order,
        _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> [Sitting] {
        let here = Set(decisions.map(\.sitting.id))
        let idle = filter.outcome == nil ? try Sitting.withoutDecision(in: programme, db) : []
        let next = try Decision.date(after: page, filter, order, in: programme, db)
        let precedes = { (one: PartialDate, other: PartialDate) in order == .newest ? one > other : one < other }
        let shown = sittings.filter { sitting in
            guard idle.contains(sitting.id) else { return here.contains(sitting.id) }
            let isEarlier =
                page.number > 1 && (decisions.first.map { precedes(sitting.heldOn, $0.sitting.heldOn) } ?? true)
            let isLater = next.map { !precedes(sitting.heldOn, $0) } ?? false
            return !isEarlier && !isLater && (filter.board == nil || filter.board == sitting.boardKey)
        }
        return order == .newest ? shown : shown.reversed()
    }

    private static func filterForm(
        _ sittings: [Sitting], _ mentions: Mentions, in context: SiteContext
    ) -> FilterForm {
        var boards: [(value: String, text: ProgrammeText)] = []
        for sitting in sittings where !boards.contains(where: { $0.value == sitting.boardKey }) {
            boards.append(
                (sitting.boardKey, mentions.title(sitting.boardID) ?? context.original(sitting.board)))
        }
        return FilterForm(
            "/beschluesse",
            [
                FilterForm.states(
                    "ergebnis", label: context.text("decisions.filter.outcome"),
                    DecisionOutcome.allCases.map(\.rawValue), in: context),
                FilterForm.choice("gremium", label: context.text("decisions.filter.board"), texts: boards, in: context),
            ], keeping: ["sortierung"], in: context)
    }
}

extension Section {
    fileprivate init(
        _ sitting: Sitting, _ decisions: [Decision], _ agenda: [Sitting.AgendaEntry], isComing: Bool,
        _ mentions: Mentions, in context: SiteContext
    ) {
        let place = sitting.place.map { mentions.texts.original($0) }
        let board = mentions.title(sitting.boardID)?.text ?? sitting.board
        self.init(
            context.text(
                "decisions.sitting", ["board": board, "date": context.notation.date(sitting.heldOn)]),
            anchor: "sitzung-\(sitting.id)", paragraphs: [place].compactMap { $0 },
            bulletLabel: agenda.isEmpty ? nil : context.text("decisions.agenda"),
            bullets: agenda.map { entry in
                Bullet(
                    context.text("decisions.agenda-entry", ["label": entry.label, "title": entry.title]),
                    language: mentions.texts.original("").language)
            },
            rows: decisions.map { ListRow($0, mentions, in: context) },
            note: decisions.isEmpty
                ? context.text(isComing ? "decisions.none.coming" : "decisions.none.in-sitting") : nil)
    }
}

extension ListRow {
    init(_ decision: Decision, _ mentions: Mentions, in context: SiteContext) {
        let title = mentions.texts.text("title", of: decision.id, or: decision.title)
        let facts: [String?] = [
            context.text("decisions.number", ["number": context.notation.number(decision.number)]),
            context.notation.date(decision.sitting.heldOn),
            decision.projectsDocumented > 0
                ? context.text("decisions.projects", count: decision.projectsDocumented) : nil,
            context.hint(confidence: decision.confidence),
        ]
        let text = mentions.texts.text("text", of: decision.id, or: decision.text)
        self.init(
            title: title.text, link: context.links.to("/beschluesse/\(decision.number)"), text: text.text,
            facts: facts.compactMap { $0 }, badge: context.badge(state: decision.outcome.rawValue),
            language: title.language)
        textLanguage = text.language
    }
}
