// SPDX-License-Identifier: EUPL-1.2

import Participation

extension CataloguePage {
    init(_ found: OrganisationList, in context: SiteContext) throws(PageFault) {
        let pager = try Pager(page: found.page, of: found.total, path: "/organisationen", in: context)
        self.init(
            heading: context.text("bodies.organisations.heading"), lead: context.text("bodies.organisations.lead"),
            count: context.text("bodies.organisations.count", count: found.total),
            filter: found.kinds.isEmpty ? nil : Self.filter(found, in: context),
            sort: found.rows.isEmpty ? nil : Self.sortBar(in: context),
            rows: found.rows.map { Self.row($0, in: context) },
            empty: found.rows.isEmpty
                ? EmptyState(
                    text: context.text("bodies.organisations.none"), link: context.links.to("/ressorts"),
                    linkLabel: context.text("bodies.ministries.heading")) : nil,
            pager: pager,
            downloads: found.rows.isEmpty
                ? nil
                : Downloads(
                    of: "/organisationen", heading: context.text("bodies.organisations.heading"), in: context))
    }

    private static func filter(_ found: OrganisationList, in context: SiteContext) -> FilterForm {
        let all = FilterForm.Option(
            value: "", label: context.text("bodies.organisations.every-kind"), isSelected: found.kind == nil)
        let kinds = found.kinds.map {
            FilterForm.Option(
                value: $0, label: context.word(.organisationKind, $0), isSelected: found.kind == $0)
        }
        return FilterForm(
            action: context.links.to("/organisationen"),
            fields: [
                FilterForm.Field(
                    name: "art", label: context.text("bodies.organisations.kind"), options: [all] + kinds)
            ],
            hidden: context.query.text("sortierung").map { [FilterForm.Hidden(name: "sortierung", value: $0)] } ?? [],
            reset: found.kind.map { _ in context.links.to("/organisationen") })
    }

    private static func sortBar(in context: SiteContext) -> SortBar {
        SortBar(
            "/organisationen",
            orders: OrganisationListing.Order.allCases.map {
                ($0.rawValue, context.text("bodies.organisations.order.\($0.rawValue)"))
            }, in: context)
    }

    private static func row(_ organisation: OrganisationListing, in context: SiteContext) -> ListRow {
        let projects = context.text("bodies.organisations.projects", count: organisation.projects)
        return ListRow(
            title: organisation.name, link: context.links.to("/organisationen/\(organisation.number)"),
            facts: [
                context.word(.organisationKind, organisation.kind), organisation.abbreviation, organisation.place,
                organisation.projects > 0 ? projects : nil,
            ].compactMap { $0 })
    }
}

extension DossierPage {
    init(_ view: OrganisationView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let organisation = view.organisation
        var sections = [
            context.section(
                context.text("bodies.organisation.projects"), view.projects, in: texts,
                none: context.text("bodies.organisation.no-projects")),
            context.section(
                context.text("bodies.organisation.statements"), view.statements, in: texts,
                none: context.text("bodies.organisation.no-statements")),
        ]
        if !organisation.memberships.isEmpty { sections.append(Self.memberships(organisation, texts, in: context)) }
        if !organisation.predecessors.isEmpty || !organisation.successors.isEmpty {
            sections.append(Self.succession(organisation, in: context))
        }
        dossier = Dossier(
            kicker: context.text(
                "bodies.organisation.kicker", ["number": context.notation.number(organisation.number)]),
            heading: texts.text("name", of: organisation.id, or: organisation.name),
            lead: texts.text("description", of: organisation.id, or: organisation.description),
            facts: Self.facts(of: organisation, in: context), sections: sections,
            sources: SourceList(view.sources, in: context))
        crumbs = [
            Crumb(label: context.text("bodies.organisations.heading"), link: context.links.to("/organisationen"))
        ]
        thing = Thing(
            "Organization",
            [
                "name": organisation.name, "alternateName": organisation.abbreviation, "url": organisation.website,
                "mainEntityOfPage": context.links.absolute("/organisationen/\(organisation.number)"),
            ])
    }

    private static func facts(of organisation: Organisation, in context: SiteContext) -> [Facts.Entry?] {
        let website = organisation.website.map { SourceAddress($0) }
        return [
            context.fact(
                "bodies.organisations.kind", context.word(.organisationKind, organisation.kind),
                link: context.links.to("/organisationen", ["art": organisation.kind])),
            organisation.abbreviation.map { context.fact("bodies.ministry.abbreviation", $0) },
            context.fact(
                "bodies.organisation.place", organisation.place?.name,
                link: organisation.place.map { context.links.to("/kommunen/\($0.ags)") }),
            context.notation.period(organisation.startsOn, organisation.endsOn).map {
                context.fact("bodies.organisation.term", $0)
            },
            website?.host.map { context.fact("bodies.organisation.website", $0, link: website?.link) },
        ]
    }

    private static func memberships(
        _ organisation: Organisation, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> Section {
        Section(
            context.text("bodies.organisation.memberships"),
            bullets: organisation.memberships.map {
                Section.Bullet(
                    context.title(of: $0.forum, in: texts), link: context.link(to: $0.forum), details: $0.function)
            })
    }

    private static func succession(_ organisation: Organisation, in context: SiteContext) -> Section {
        let before = organisation.predecessors.map { predecessor in
            Section.Bullet(
                context.text("bodies.organisation.emerged-from", ["name": predecessor.name]),
                link: predecessor.number.map { context.links.to("/organisationen/\($0)") },
                details: [predecessor.effectiveOn.map(context.notation.date), predecessor.note].compactMap { $0 }
                    .joined(separator: " · "))
        }
        let after = organisation.successors.map { successor in
            Section.Bullet(
                context.text("bodies.organisation.became", ["name": successor.title ?? ""]),
                link: context.link(to: successor))
        }
        return Section(context.text("bodies.organisation.succession"), bullets: before + after)
    }
}
