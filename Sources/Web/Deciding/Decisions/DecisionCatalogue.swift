// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension CataloguePage {
    /// Sitting by sitting, newest first; sittings without a decision show their agenda.
    static func decisions(
        today: PartialDate, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> CataloguePage {
        let sittings = try Sitting.list(in: programme, db)
        let filter = try Decision.Filter(context.query, boards: sittings.map(\.boardKey))
        let decisions = try Decision.list(filter, in: programme, db)
        let agenda = try Sitting.agenda(of: sittings.map(\.id), db)
        let mentions = try Mentions.load(decisions.map(\.id) + sittings.map(\.boardID), programme, context, db)
        var boards: [(value: String, text: ProgrammeText)] = []
        for sitting in sittings where !boards.contains(where: { $0.value == sitting.boardKey }) {
            boards.append(
                (sitting.boardKey, mentions.title(sitting.boardID) ?? context.original(sitting.board)))
        }
        let form = FilterForm(
            "/beschluesse",
            [
                FilterForm.states(
                    "ergebnis", label: context.text("decisions.filter.outcome"),
                    DecisionOutcome.allCases.map(\.rawValue), in: context),
                FilterForm.choice("gremium", label: context.text("decisions.filter.board"), texts: boards, in: context),
            ], in: context)
        let shown = sittings.filter { sitting in
            decisions.contains { $0.sitting.id == sitting.id }
                || (filter.outcome == nil && (filter.board == nil || filter.board == sitting.boardKey))
        }
        return CataloguePage(
            heading: context.text("decisions.list.heading"), lead: context.text("decisions.list.lead"),
            count: context.text("decisions.count", count: decisions.count), filter: form,
            sections: shown.map { sitting in
                Section(
                    sitting, decisions.filter { $0.sitting.id == sitting.id },
                    agenda.filter { $0.sittingID == sitting.id }, isComing: sitting.heldOn > today, mentions,
                    in: context)
            },
            empty: shown.isEmpty ? EmptyState(of: "decisions", path: "/beschluesse", filter: form, in: context) : nil,
            downloads: decisions.isEmpty
                ? nil : Downloads(of: "/beschluesse", heading: context.text("decisions.list.heading"), in: context))
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
