// SPDX-License-Identifier: EUPL-1.2

import Participation

extension CataloguePage {
    init(_ found: MunicipalityList, in context: SiteContext) throws(PageFault) {
        let pager = try Pager(page: found.page, of: found.total, path: "/kommunen", in: context)
        self.init(
            heading: context.text("places.list.heading"), lead: context.text("places.list.lead"),
            count: context.text("places.list.count", count: found.total),
            filter: Self.filter(found, in: context), sort: Self.sort(found, in: context),
            table: found.rows.isEmpty ? nil : Self.table(found, in: context),
            empty: found.rows.isEmpty
                ? EmptyState(
                    text: context.text("places.list.none"), link: context.links.to("/kommunen"),
                    linkLabel: context.text("places.list.all")) : nil,
            pager: pager,
            downloads: found.rows.isEmpty
                ? nil : Downloads(of: "/kommunen", heading: context.text("places.list.heading"), in: context))
    }

    private static func filter(_ found: MunicipalityList, in context: SiteContext) -> FilterForm? {
        guard !found.districts.isEmpty else { return nil }
        let all = FilterForm.Option(
            value: "", label: context.text("places.list.every-district"), isSelected: found.district == nil)
        let free = FilterForm.Option(
            value: MunicipalityList.districtFree, label: context.text("places.list.district-free"),
            isSelected: found.district == MunicipalityList.districtFree)
        let districts = found.districts.map {
            FilterForm.Option(value: $0, label: $0, isSelected: found.district == $0)
        }
        return FilterForm(
            action: context.links.to("/kommunen"),
            fields: [
                FilterForm.Field(
                    name: "kreis", label: context.text("places.list.district"), options: [all, free] + districts)
            ],
            hidden: found.order == .name
                ? [] : [FilterForm.Hidden(name: "sortierung", value: found.order.rawValue)],
            reset: found.district.map { _ in context.links.to("/kommunen") })
    }

    private static func sort(_ found: MunicipalityList, in context: SiteContext) -> SortBar {
        SortBar(
            label: context.text("places.list.order"),
            choices: MunicipalityListing.Order.allCases.map { order in
                let query = context.query.replacing(
                    ["sortierung": order == .name ? nil : order.rawValue, "seite": nil])
                return SortBar.Choice(
                    label: context.text("places.list.order-\(order.rawValue)"),
                    link: context.links.to("/kommunen") + query.text, isCurrent: order == found.order)
            })
    }

    private static func table(_ found: MunicipalityList, in context: SiteContext) -> Table {
        let columns = [
            Table.Column(context.text("places.list.name")), Table.Column(context.text("places.list.district")),
            Table.Column(context.text("places.list.population"), isNumber: true),
            Table.Column(context.text("places.list.projects"), isNumber: true),
        ]
        let unknown = context.text("design.unknown")
        return Table(
            caption: context.text("places.list.caption"), columns: columns,
            rows: found.rows.map { place in
                Table.Row([
                    Table.Cell(
                        columns[0], place.name, link: context.links.to("/kommunen/\(place.ags)"), isHeading: true),
                    Table.Cell(columns[1], place.district ?? context.text("places.list.district-free")),
                    Table.Cell(columns[2], place.population.map(context.notation.number) ?? unknown),
                    Table.Cell(columns[3], context.notation.number(place.projects)),
                ])
            })
    }
}

extension DossierPage {
    init(_ view: MunicipalityView, _ texts: ProgrammeTexts, in context: SiteContext) {
        let place = view.municipality
        var sections = [
            view.standing.section(in: context),
            context.section(
                context.text("places.place.projects"), view.projects, in: texts,
                none: context.text("places.place.no-projects"),
                more: Section.More(
                    label: context.text("places.place.projects-all"),
                    link: context.links.to("/projekte", ["kommune": place.ags]))),
            context.section(
                context.text("places.place.ideas"), view.ideas, in: texts, none: context.text("places.place.no-ideas")),
            context.section(
                context.text("places.place.statements"), view.statements, in: texts,
                none: context.text("places.place.no-statements")),
        ]
        if !view.organisations.isEmpty {
            sections.append(
                context.section(context.text("places.place.organisations"), view.organisations, in: texts, none: ""))
        }
        if !place.earlier.isEmpty { sections.append(Self.earlier(place, in: context)) }
        sections.append(
            Section(
                context.text("places.place.sheet"), note: context.text("places.place.sheet-note"),
                more: Section.More(
                    label: context.text("places.place.sheet-link"),
                    link: context.links.to("/kommunen/\(place.ags)/blatt"))))
        dossier = Dossier(
            kicker: place.type ?? context.word(kind: .municipality), heading: texts.original(place.name),
            facts: Self.facts(of: place, in: context), sections: sections,
            sources: SourceList(view.sources, in: context))
        crumbs = [Crumb(label: context.text("places.list.heading"), link: context.links.to("/kommunen"))]
        thing = Thing(
            "AdministrativeArea",
            [
                "name": place.name, "identifier": place.ags,
                "url": context.links.absolute("/kommunen/\(place.ags)"),
            ])
    }

    private static func facts(of place: Municipality, in context: SiteContext) -> [Facts.Entry?] {
        let people = place.population.map { population in
            let day = place.populationOn.map { " (\(context.notation.date($0)))" } ?? ""
            return context.notation.number(population) + day
        }
        let district = place.district ?? (place.isDistrictFree ? context.text("places.list.district-free") : nil)
        return [
            context.fact("places.place.population", people),
            context.fact(
                "places.place.district", district,
                link: place.district.map { context.links.to("/kommunen", ["kreis": $0]) }),
            place.administrativeRegion.map { context.fact("places.place.administrative-region", $0) },
            context.fact("places.place.area", place.area.map { "\(context.notation.decimal($0)) km²" }),
            place.postalCode.map { context.fact("places.place.postal-code", $0) },
            Facts.Entry(
                context.text("places.place.ags"), place.ags, explanation: context.text("places.place.ags-explanation")),
            place.validFrom.map { context.fact("places.place.valid-from", context.notation.date($0)) },
            context.confidenceFact(place.confidence),
        ]
    }

    /// What was merged or renamed: the old keys lead here.
    private static func earlier(_ place: Municipality, in context: SiteContext) -> Section {
        Section(
            context.text("places.place.earlier"),
            bullets: place.earlier.map { earlier in
                let people = earlier.population.map {
                    context.text("places.place.people", ["count": context.notation.number($0)])
                }
                let until = earlier.validUntil.map {
                    context.text("places.place.until", ["date": context.notation.date($0)])
                }
                let key = context.text("places.place.key", ["ags": earlier.ags])
                return Section.Bullet(
                    earlier.name, details: [until, key, people].compactMap { $0 }.joined(separator: " · "))
            },
            note: context.text("places.place.earlier-note"))
    }
}
