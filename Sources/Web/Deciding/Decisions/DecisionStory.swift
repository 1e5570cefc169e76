// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The parts of a decision's page below its Steckbrief.
struct DecisionStory {
    let decision: Decision
    let mentions: Mentions
    let context: SiteContext

    /// Only where somebody officially said a number: it is never hidden behind the documented one.
    func figure() -> FigureTile? {
        guard let official = decision.projectsDecided, official > 1 || official != decision.projectsDocumented else {
            return nil
        }
        return FigureTile(
            label: context.text("decisions.figure.label"),
            values: [
                FigureTile.Value(
                    number: context.notation.number(official), origin: context.text("decisions.figure.official")),
                FigureTile.Value(
                    number: context.notation.number(decision.projectsDocumented),
                    origin: context.text("decisions.figure.documented")),
            ],
            definition: official == decision.projectsDocumented ? nil : context.text("decisions.figure.definition"),
            link: nil, linkLabel: nil)
    }

    func reason() -> Section? {
        Section(
            context.text("decisions.section.reason"), anchor: "begruendung",
            paragraphs: [decision.reason.map { mentions.texts.text("reason", of: decision.id, or: $0) }]
                .compactMap { $0 },
            note: decision.reason == nil ? context.text("decisions.none.reason") : nil)
    }

    /// Who answers for it that the proposal was decided on although something was missing.
    func exception() -> Section? {
        guard let name = decision.exceptionBy, let reason = decision.exceptionReason else { return nil }
        return Section(
            context.text("decisions.section.exception"), anchor: "ausnahme",
            paragraphs: [ProgrammeText(context.text("decisions.exception", ["name": name, "reason": reason]))])
    }

    /// A decision never changes; another one puts it right.
    func correction() -> Section? {
        let lines = [("corrects", decision.corrects), ("corrected-by", decision.correctedBy)]
        let bullets = lines.compactMap { key, number in
            number.map { number in
                Section.Bullet(
                    context.text("decisions.\(key)", ["number": context.notation.number(number)]),
                    link: context.links.to("/beschluesse/\(number)"))
            }
        }
        guard !bullets.isEmpty else { return nil }
        return Section(context.text("decisions.section.corrected"), anchor: "berichtigung", bullets: bullets)
    }

    func conditions(_ conditions: [Decision.Condition]) -> Section? {
        guard !conditions.isEmpty else { return nil }
        let columns = ["text", "ministry", "due"].map { Table.Column(context.text("decisions.conditions.\($0)")) }
        let unknown = context.text("design.unknown")
        let rows = conditions.map { condition in
            Table.Row([
                Table.Cell(columns[0], condition.text, isHeading: true),
                Table.Cell(
                    columns[1], mentions.matter(condition.ministryID)?.key ?? unknown,
                    link: mentions.link(condition.ministryID, in: context)),
                Table.Cell(columns[2], condition.dueOn.map { context.notation.date($0) } ?? unknown),
            ])
        }
        return Section(
            context.text("decisions.section.conditions"), anchor: "auflagen",
            table: Table(caption: context.text("decisions.conditions.caption"), columns: columns, rows: rows))
    }

    func proposals(_ proposals: [Decision.Result]) -> Section? {
        guard !proposals.isEmpty else { return nil }
        return Section(
            context.text("decisions.section.proposals"), anchor: "vorschlaege",
            rows: proposals.compactMap { row($0) })
    }

    func results(_ results: [Decision.Result]) -> Section? {
        Section(
            context.text("decisions.section.results"), anchor: "ergebnisse", rows: results.compactMap { row($0) },
            note: results.isEmpty ? context.text("decisions.none.results") : nil)
    }

    private func row(_ result: Decision.Result) -> ListRow? {
        let hint = context.hint(confidence: result.confidence).map {
            context.text("decisions.link-hint", ["hint": $0])
        }
        return mentions.row(result.matterID, facts: [hint].compactMap { $0 }, text: result.note, in: context)
    }

    func paper(_ paper: Paper?) -> Section? {
        guard let paper else { return nil }
        let facts: [(String, String?)] = [
            ("file-number", paper.fileNumber), ("ministry", mentions.title(paper.ministryID)?.text),
            ("submitted", paper.submittedOn.map { context.notation.date($0) }),
            ("state", context.word(state: paper.state.rawValue)),
        ]
        return Section(
            context.text("decisions.section.paper"), anchor: "vorlage",
            paragraphs: [mentions.texts.original(paper.title)]
                + [paper.summary.map { mentions.texts.original($0) }].compactMap { $0 },
            bullets: facts.map { name, value in
                Section.Bullet(
                    context.text("decisions.paper.\(name)") + " " + (value ?? context.text("design.unknown")))
            })
    }

    func entries(_ paper: Paper?) -> Section? {
        guard let paper, !paper.entries.isEmpty else { return nil }
        return Section(
            context.text("decisions.section.entries"), anchor: "beschlusspunkte",
            bullets: paper.entries.map { entry in
                let version = entry.version.map { context.text("proposals.version", ["number": String($0)]) }
                return Section.Bullet(
                    context.text("decisions.agenda-entry", ["label": entry.label, "title": entry.title]),
                    link: mentions.link(entry.proposalID, in: context),
                    details: mentions.matter(entry.proposalID) == nil ? nil : version,
                    language: mentions.texts.original("").language)
            })
    }

    func signatures(_ paper: Paper?) -> Section? {
        guard let paper, !paper.signatures.isEmpty else { return nil }
        return Section(
            context.text("decisions.section.signatures"), anchor: "mitzeichnung",
            bullets: paper.signatures.map { signature in
                let date = signature.signedOn.map { context.notation.date($0) }
                let title = mentions.title(signature.ministryID)
                return Section.Bullet(
                    title?.text ?? context.text("design.unknown"),
                    link: mentions.link(signature.ministryID, in: context),
                    details: [date, signature.note].compactMap { $0 }.joined(separator: ": ").ifNotEmpty,
                    language: title?.language, badge: context.badge(state: signature.state.rawValue))
            }, note: context.text("decisions.signatures.explained"))
    }
}
