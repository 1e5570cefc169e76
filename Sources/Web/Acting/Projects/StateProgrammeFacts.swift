// SPDX-License-Identifier: EUPL-1.2

import Participation

extension StateProgrammeTerms {
    /// The terms in the order in which they are told; what nobody has stated is unknown.
    func facts(of project: String, _ texts: ProgrammeTexts, in context: SiteContext) -> [Facts.Entry] {
        let wording = { (field: String, text: String?) -> Facts.Value in
            guard let shown = texts.text(field, of: project, or: text) else {
                return Facts.Value(text: context.text("design.unknown"), link: nil)
            }
            return Facts.Value(text: shown.text, link: nil, language: shown.language)
        }
        let method = regionShareMethod.map { [wording("region_share_method", $0)] } ?? []
        return [
            Facts.Entry(
                context.text("projects.state-programme.legal-basis"), [wording("legal_basis", legalBasis)]),
            Facts.Entry(
                context.text("projects.state-programme.total"),
                [Facts.Value(text: context.amount(totalVolumeCents), link: nil)]),
            Facts.Entry(
                context.text("projects.state-programme.share"),
                [Facts.Value(text: context.amount(regionShareCents), link: nil)] + method),
        ]
    }
}

extension Table {
    /// The register of state programmes: on what each rests, how much it is, and what of it reaches the region.
    static func stateProgrammes(
        _ projects: [ProjectListing], _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Table {
        let columns = ["programme", "legal-basis", "total", "share", "method"].map { key in
            Column(
                context.text("projects.state-programme.\(key)"), isNumber: key == "total" || key == "share")
        }
        let rows = projects.map { project in
            let (id, terms) = (project.summary.id, project.stateProgramme)
            let wording = { (column: Int, field: String, text: String?) in
                texts.text(field, of: id, or: text).map { Cell(columns[column], $0) }
                    ?? Cell(columns[column], context.text("design.unknown"))
            }
            return Row([
                Cell(
                    columns[0], texts.title(of: id, or: project.summary.title),
                    link: context.links.to("/projekte/\(project.summary.number)"), isHeading: true),
                wording(1, "legal_basis", terms.legalBasis),
                Cell(columns[2], context.amount(terms.totalVolumeCents)),
                Cell(columns[3], context.amount(terms.regionShareCents)),
                wording(4, "region_share_method", terms.regionShareMethod),
            ])
        }
        return Table(caption: context.text("projects.state-programme.caption"), columns: columns, rows: rows)
    }
}

extension SiteContext {
    fileprivate func amount(_ cents: Int64?) -> String {
        cents.map { notation.money($0) } ?? text("design.unknown")
    }
}
