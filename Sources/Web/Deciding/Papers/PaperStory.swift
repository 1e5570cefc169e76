// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A decision paper in its parts, for the page and for the print.
struct PaperStory {
    let paper: PaperAtWork
    let context: SiteContext

    /// The head; how the board is to deal with it stands here only where the template has no part for it.
    var facts: Facts {
        let unknown = context.text("design.unknown")
        let deciding = paper.stations.last { $0.result == nil } ?? paper.stations.last
        let entries: [Facts.Entry?] = [
            Facts.Entry(context.text("papers.fact.marking"), context.text("papers.confidential")),
            Facts.Entry(context.text("papers.fact.lead"), paper.ministry?.name ?? unknown),
            Facts.Entry(context.text("papers.fact.file-number"), paper.fileNumber ?? unknown),
            paper.submittedOn.map { Facts.Entry(context.text("papers.fact.submitted"), context.notation.date($0)) },
            deciding.map { Facts.Entry(context.text("papers.fact.sitting"), $0.sitting.label(in: context)) },
            paper.template.contains(.form) ? nil : Facts.Entry(context.text("papers.fact.handling"), handling),
            paper.template.contains(.form)
                ? nil : paper.urgency.map { Facts.Entry(context.text("papers.fact.urgency"), $0) },
            paper.edition.map { Facts.Entry(context.text("papers.fact.edition"), context.notation.number($0)) },
        ]
        return Facts(entries: entries.compactMap { $0 })
    }

    /// How the board is to deal with it.
    var handling: String {
        paper.handling.map { context.text("papers.handling.\($0.rawValue)") } ?? context.text("design.unknown")
    }

    /// All parts below the head, in the order of the template that the paper was begun with.
    var sections: [Section] {
        paper.template.parts.flatMap { part -> [Section] in
            switch part.part {
            case .items: items(part)
            case .form: [form(part)]
            case .ministries: [ministries(part)]
            default: [text(part)]
            }
        }
    }

    /// The items, in the order of the paper, by field of action; nil for those without one.
    var itemsByField: [(field: String?, entries: [PaperAtWork.Entry])] {
        var fields: [String?] = []
        for entry in paper.entries where !fields.contains(entry.field) { fields.append(entry.field) }
        return fields.map { field in (field, paper.entries.filter { $0.field == field }) }
    }

    func heading(_ part: PaperTemplate.Part, ofField field: String?) -> String {
        let heading = context.heading(of: part)
        return field.map { context.text("papers.items-of-field", ["part": heading, "field": $0]) } ?? heading
    }

    private func items(_ part: PaperTemplate.Part) -> [Section] {
        itemsByField.enumerated().map { index, group in
            Section(
                heading(part, ofField: group.field), anchor: "beschlussvorschlag-\(index + 1)",
                bullets: group.entries.map { bullet($0) })
        }
    }

    private func form(_ part: PaperTemplate.Part) -> Section {
        let urgency = paper.urgency.map { context.text("papers.urgent-because", ["reason": $0]) }
        return Section(
            context.heading(of: part), anchor: part.part.rawValue,
            paragraphs: [handling, urgency].compactMap { $0 }.map { ProgrammeText($0) })
    }

    private func bullet(_ entry: PaperAtWork.Entry) -> Section.Bullet {
        let exception = entry.exceptionBy.map {
            context.text("papers.exception", ["name": $0, "reason": entry.exceptionReason ?? ""])
        }
        let version = entry.version.map { context.text("proposals.version", ["number": String($0)]) }
        let corrects = entry.corrects.map {
            context.text("papers.corrects", ["number": context.notation.number($0)])
        }
        return Section.Bullet(
            context.text("decisions.agenda-entry", ["label": entry.label, "title": entry.title]),
            link: entry.proposal.map { proposal in
                let path = "/vorschlaege/\(proposal.number)"
                return context.links.to(entry.version.map { "\(path)/fassungen/\($0)" } ?? path)
            }, details: [version, entry.text, corrects, exception].compactMap { $0 }.joined(separator: " · "))
    }

    private func text(_ part: PaperTemplate.Part) -> Section {
        guard let text = paper.texts[part.part] else {
            return Section(
                context.heading(of: part), anchor: part.part.rawValue, note: context.text("papers.part-missing"))
        }
        return Section(
            context.heading(of: part), anchor: part.part.rawValue,
            paragraphs: text.split(separator: "\n").map { ProgrammeText(String($0)) })
    }

    /// Who was asked, with the result.
    private func ministries(_ part: PaperTemplate.Part) -> Section {
        let columns = ["ministry", "state", "day", "note"].map { Table.Column(context.text("papers.signature.\($0)")) }
        let rows = paper.signatures.map { signature in
            let said = [
                signature.note, signature.reply.map { context.text("papers.signature.reply", ["text": $0]) },
                signature.edition.map { context.text("papers.signature.edition", ["number": String($0)]) },
            ].compactMap { $0 }.joined(separator: " · ")
            return Table.Row([
                Table.Cell(columns[0], signature.ministry.name, isHeading: true),
                Table.Cell(columns[1], context.word(state: signature.state.rawValue)),
                Table.Cell(columns[2], signature.signedOn.map { context.notation.date($0) } ?? "–"),
                Table.Cell(columns[3], said.isEmpty ? "–" : said),
            ])
        }
        return Section(
            context.heading(of: part), anchor: "mitzeichnung",
            table: rows.isEmpty
                ? nil : Table(caption: context.text("papers.signature.caption"), columns: columns, rows: rows),
            note: rows.isEmpty ? context.text("papers.signature.none") : nil)
    }

    /// The way through the boards.
    var stations: Section? {
        guard !paper.stations.isEmpty else { return nil }
        return Section(
            context.text("papers.stations"), anchor: "sitzungen",
            bullets: paper.stations.map { station in
                let result = station.result.map { context.text("papers.station.\($0.rawValue)") }
                return Section.Bullet(
                    station.sitting.label(in: context),
                    link: context.links.to(PaperPaths.sitting(station.sitting.number)),
                    details: [
                        context.text("papers.agenda-label", ["label": station.label]), result, station.note,
                    ].compactMap { $0 }.joined(separator: " · "))
            })
    }

    /// What was taken down, until it is public.
    var results: Section? {
        guard !paper.results.isEmpty else { return nil }
        return Section(
            context.text("papers.results"), anchor: "ergebnisse",
            bullets: paper.results.map { result in
                let title = paper.entries.first { $0.label == result.label }?.title ?? ""
                let until = result.deferredUntil.map {
                    context.text("papers.deferred-until", ["day": context.notation.date($0)])
                }
                let conditions = result.conditions.map { condition in
                    context.text(
                        "papers.condition", ["text": condition.text, "day": context.notation.date(condition.dueOn)])
                }
                return Section.Bullet(
                    context.text("decisions.agenda-entry", ["label": result.label, "title": title]),
                    details: ([result.text, result.reason, until].compactMap { $0 } + conditions)
                        .joined(separator: " · "), badge: context.badge(state: result.outcome.rawValue))
            }, note: paper.publishAt.map { context.text("papers.publish-at", ["moment": context.moment($0.text)]) })
    }
}

extension SiteContext {
    /// As the programme calls a part of its papers; its own words go before those that come with the software.
    func heading(of part: PaperTemplate.Part) -> String {
        if let heading = part.heading { return heading }
        return part.part.isOwn ? text("design.unknown") : text("papers.part.\(part.part.wordKey)")
    }

    /// What belongs into a part; empty where nothing is said of it.
    func hint(of part: PaperTemplate.Part) -> String {
        if let hint = part.hint { return hint }
        return part.part.isOwn || PaperPart.drawn.contains(part.part)
            ? "" : text("papers.part-hint.\(part.part.wordKey)")
    }
}

extension PaperPart {
    fileprivate var wordKey: String { rawValue.replacing("_", with: "-") }
}

extension SittingAtWork {
    /// "Landeskabinett, 15. Dezember 2026"
    func label(in context: SiteContext) -> String {
        context.text("decisions.sitting", ["board": board, "date": context.notation.date(heldOn)])
    }
}
