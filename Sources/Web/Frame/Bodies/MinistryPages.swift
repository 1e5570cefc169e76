// SPDX-License-Identifier: EUPL-1.2

import Participation

extension CataloguePage {
    init(_ ministries: [Ministry], _ texts: ProgrammeTexts, in context: SiteContext) {
        self.init(
            heading: context.text("bodies.ministries.heading"), lead: context.text("bodies.ministries.lead"),
            count: context.text("bodies.ministries.count", count: ministries.count),
            rows: ministries.map { ministry in
                let name = texts.text("name", of: ministry.id, or: ministry.name)
                return ListRow(
                    title: name.text, link: context.links.to(MinistryPaths.show(ministry.key)), text: ministry.role,
                    facts: [
                        ministry.abbreviation, context.notation.period(ministry.startsOn, ministry.endsOn),
                        context.text("bodies.ministries.projects", count: ministry.projects),
                    ].compactMap { $0 },
                    language: name.language)
            },
            empty: ministries.isEmpty
                ? EmptyState(
                    text: context.text("bodies.ministries.none"), link: context.links.to("/organisationen"),
                    linkLabel: context.text("bodies.organisations.heading")) : nil,
            downloads: ministries.isEmpty
                ? nil : Downloads(of: "/ressorts", heading: context.text("bodies.ministries.heading"), in: context))
    }
}

extension DossierPage {
    init(_ view: MinistryView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let ministry = view.ministry
        dossier = Dossier(
            kicker: context.text("bodies.ministry.kicker", ["abbreviation": ministry.abbreviation]),
            heading: texts.text("name", of: ministry.id, or: ministry.name),
            lead: texts.text("role_in_programme", of: ministry.id, or: ministry.role),
            facts: Self.facts(of: view, in: context),
            sections: [
                context.section(
                    context.text("bodies.ministry.fields"), view.fields, in: texts,
                    none: context.text("bodies.ministry.no-fields")),
                context.section(
                    context.text("bodies.ministry.forums"), view.forums, in: texts,
                    none: context.text("bodies.ministry.no-forums")),
                context.section(
                    context.text("bodies.ministry.projects"), view.projects, in: texts,
                    none: context.text("bodies.ministry.no-projects")),
            ],
            sources: SourceList(view.sources, in: context))
        crumbs = [Crumb(label: context.text("bodies.ministries.heading"), link: context.links.to("/ressorts"))]
        thing = Thing(
            "GovernmentOrganization",
            [
                "name": ministry.name, "alternateName": ministry.abbreviation,
                "url": context.links.absolute(MinistryPaths.show(ministry.key)),
            ])
    }

    private static func facts(of view: MinistryView, in context: SiteContext) -> [Facts.Entry?] {
        let ministry = view.ministry
        let successors = ministry.successors.map { abbreviation in
            let known = view.successors.first { $0.abbreviation == abbreviation }
            return Facts.Value(
                text: known.map { "\($0.name) (\(abbreviation))" } ?? abbreviation,
                link: known.map { context.links.to(MinistryPaths.show($0.key)) })
        }
        let predecessors = view.predecessors.map {
            Facts.Value(text: "\($0.name) (\($0.abbreviation))", link: context.links.to(MinistryPaths.show($0.key)))
        }
        let isUnderTheSameName = ministry.successors == [ministry.abbreviation]
        return [
            context.fact("bodies.ministry.abbreviation", ministry.abbreviation),
            Facts.Entry(
                context.text("bodies.ministry.term"),
                context.notation.period(ministry.startsOn, ministry.endsOn) ?? context.text("design.unknown"),
                explanation: context.text("bodies.ministry.term-explanation")),
            predecessors.isEmpty ? nil : Facts.Entry(context.text("bodies.ministry.predecessors"), predecessors),
            isUnderTheSameName
                ? context.fact("bodies.ministry.successor", context.text("bodies.ministry.same-name"))
                : successors.isEmpty ? nil : Facts.Entry(context.text("bodies.ministry.successor"), successors),
            context.fact(
                "bodies.ministry.documented", context.text("bodies.ministries.projects", count: ministry.projects),
                link: ministry.projects > 0 ? context.links.to("/projekte", ["ressort": ministry.key]) : nil),
            context.confidenceFact(ministry.confidence),
        ]
    }
}
