// SPDX-License-Identifier: EUPL-1.2

import Participation

extension DossierPage {
    /// How the programme works: phases, pillars, bodies, lessons, documents.
    init(_ view: ProgrammeView, _ texts: ProgrammeTexts, today: PartialDate, in context: SiteContext) {
        let programme = view.programme
        let parts = ProgrammeParts(view: view, texts: texts, today: today, context: context)
        dossier = Dossier(
            kicker: context.word(kind: .programme),
            heading: texts.text("title", of: programme.id, or: programme.title),
            lead: texts.text("summary", of: programme.id, or: programme.summary),
            notice: programme.note.map { Notice($0, heading: context.text("programmes.about.note")) },
            lifeLine: LifeLine(view.phases, texts, today: today, in: context),
            facts: parts.facts,
            sections: parts.easySummary + parts.phases + parts.pillars
                + [Section(status: view.reports, in: context)]
                .compactMap { $0 } + parts.boards + parts.lessons + parts.documents,
            sources: SourceList(view.sources, in: context))
        crumbs = []
        headTitle = context.text("site.navigation.programme")
    }
}

/// The parts of the page about a programme.
struct ProgrammeParts {
    let view: ProgrammeView
    let texts: ProgrammeTexts
    let today: PartialDate
    let context: SiteContext

    var facts: [Facts.Entry?] {
        let programme = view.programme
        return [
            context.fact("programmes.about.region", programme.regionName),
            context.fact("programmes.about.responsible", programme.responsible),
            context.fact("programmes.about.period", context.notation.period(programme.startsOn, programme.endsOn)),
            programme.attribution.map { context.fact("programmes.about.attribution", $0) },
        ]
    }

    var easySummary: [Section] {
        guard let text = view.easySummary else { return [] }
        return [
            Section(
                context.text("programmes.about.easy"), anchor: "leichte-sprache",
                paragraphs: text.split(separator: "\n").map { texts.original(String($0)) },
                more: Section.More(
                    label: context.text("site.legal.leichte-sprache"), link: context.links.to("/leichte-sprache")))
        ]
    }

    var phases: [Section] {
        view.phases.map { phase in
            let name = texts.text("name", of: phase.id, or: phase.name).text
            let standing = phase.standing(on: today)
            let state = context.text("programmes.phase.\(standing.rawValue)")
            let period = context.period(of: phase, standing)
            return Section(
                context.text("programmes.about.phase", ["name": name]), anchor: "phase-\(phase.key)",
                paragraphs: [
                    ProgrammeText(text: [period, state].compactMap { $0 }.joined(separator: " · "), language: nil),
                    texts.text("description", of: phase.id, or: phase.description),
                ].compactMap { $0 },
                bulletLabel: context.text("programmes.about.openings"),
                bullets: phase.openings.map { Section.Bullet(texts.original($0)) })
        }
    }

    var pillars: [Section] {
        view.pillars.map { pillar in
            let name = texts.text("name", of: pillar.id, or: pillar.name).text
            let figure = view.figures.first { $0.key == "projects-\(pillar.key)" }
            return Section(
                context.text("programmes.about.pillar", ["name": name]), anchor: "saeule-\(pillar.key)",
                paragraphs: [texts.text("description", of: pillar.id, or: pillar.description)].compactMap { $0 }
                    + rules(of: pillar) + [count(of: figure)]
                    + [pillar.note.map { texts.original($0) }].compactMap { $0 },
                bulletLabel: context.text("programmes.about.criteria"),
                bullets: pillar.criteria.map { Section.Bullet(texts.original($0)) },
                note: context.hint(confidence: pillar.confidence),
                more: figure?.list.map {
                    Section.More(label: context.text("programmes.about.pillar-projects"), link: context.links.to($0))
                })
        }
    }

    private func rules(of pillar: Pillar) -> [ProgrammeText] {
        let unknown = context.text("design.unknown")
        return [
            ("programmes.about.who-proposes", pillar.whoProposes), ("programmes.about.who-decides", pillar.whoDecides),
        ].map { key, value in
            ProgrammeText(text: context.text(key, ["name": value ?? unknown]), language: nil)
        }
    }

    /// "73 laut Landesregierung · 52 hier dokumentiert"
    private func count(of figure: Figure?) -> ProgrammeText {
        let cited = figure?.newestCited.map { official in
            let label = official.asOf.map { "\(official.label), \(context.notation.date($0))" } ?? official.label
            return context.text(
                "programmes.about.cited", ["count": context.notation.number(official.value), "source": label])
        }
        let counted = figure?.counted.map {
            context.text("programmes.about.counted", ["count": context.notation.number($0)])
        }
        let parts = [cited ?? context.text("programmes.about.no-total"), counted].compactMap { $0 }
        return ProgrammeText(text: parts.joined(separator: " · "), language: nil)
    }

    var boards: [Section] {
        view.boards.map { board in
            Section(
                context.text("programmes.about.board", ["name": board.name]),
                paragraphs: [texts.text("description", of: board.id, or: board.description)].compactMap { $0 },
                bulletLabel: board.sittings.isEmpty ? nil : context.text("programmes.about.sittings"),
                bullets: board.sittings.flatMap(bullets),
                note: board.sittings.isEmpty ? context.text("programmes.about.no-sittings") : nil)
        }
    }

    /// The sitting, then its decisions.
    private func bullets(of sitting: Board.Sitting) -> [Section.Bullet] {
        let day = sitting.heldOn.map(context.notation.date) ?? context.text("design.unknown")
        let own = Section.Bullet(
            [day, sitting.place].compactMap { $0 }.joined(separator: ", "), details: sitting.note)
        return [own]
            + sitting.decisions.map { decision in
                Section.Bullet(
                    context.title(of: decision, in: texts), link: context.link(to: decision),
                    details: context.quotation(of: decision), badge: decision.outcome.map { context.badge(state: $0) })
            }
    }

    var lessons: [Section] {
        guard !view.lessons.isEmpty else { return [] }
        return [
            Section(
                context.text("programmes.lessons.heading"), anchor: "lehren",
                paragraphs: [ProgrammeText(text: context.text("programmes.lessons.lead"), language: nil)],
                bullets: view.lessons.map { lesson in
                    let raised = [
                        context.text("programmes.lessons.raised-by", ["name": lesson.raisedBy]),
                        lesson.datedOn.map(context.notation.date), context.hint(confidence: lesson.confidence),
                    ].compactMap { $0 }.joined(separator: " · ")
                    let consequence = lesson.consequence.map {
                        context.text("programmes.lessons.consequence", ["text": $0])
                    }
                    return Section.Bullet(
                        texts.text("finding", of: lesson.id, or: lesson.finding),
                        details: [raised, consequence].compactMap { $0 }.joined(separator: ". "))
                })
        ]
    }

    var documents: [Section] {
        guard !view.documents.isEmpty else { return [] }
        return [
            Section(
                context.text("programmes.about.documents"), anchor: "dokumente",
                bullets: view.documents.map { document in
                    let address = document.url.map { SourceAddress($0) }
                    return Section.Bullet(
                        texts.text("title", of: document.id, or: document.title), link: address?.link,
                        details: [
                            document.datedOn.map(context.notation.date), address?.host, document.fileNumber,
                            document.rights,
                        ].compactMap { $0 }.joined(separator: " · "))
                })
        ]
    }
}
