// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The choices of one filter with how many hits each would leave, as links.
struct SearchFacetList: Sendable {
    let heading: String
    let choices: [Choice]
    /// What is folded away; nil where everything is shown.
    let more: More?

    struct Choice: Sendable {
        let label: String
        let count: String
        let link: String
        let isChosen: Bool
        let language: String?
    }

    struct More: Sendable {
        let label: String
        let choices: [Choice]
    }

    static let sample = SearchFacetList(
        heading: "Art",
        choices: [Choice(label: "Ideen", count: "12", link: "/suche?art=idea", isChosen: true, language: "de")],
        more: More(
            label: "45 weitere",
            choices: [Choice(label: "Ziele", count: "1", link: "/suche?art=goal", isChosen: false, language: "de")]))
}

extension SearchFacetList {
    /// So many are shown before the rest is folded away.
    private static let shown = 7

    private init?(_ heading: String, _ all: [Choice], in context: SiteContext) {
        guard !all.isEmpty else { return nil }
        self.heading = heading
        let isShort = all.count <= Self.shown + 1
        choices = isShort ? all : Array(all.prefix(Self.shown))
        let rest = isShort ? [] : Array(all.dropFirst(Self.shown))
        more = rest.isEmpty ? nil : More(label: context.text("search.more", count: rest.count), choices: rest)
    }

    static func all(
        _ filter: SearchFilter, _ findings: SearchFindings, in context: SiteContext
    ) -> [SearchFacetList] {
        let facets = findings.answer.facets
        let kinds = facets.kinds.map { facet in
            choice(
                SearchForm.names.kind, facet.value.rawValue.asAddressWord, facet.count,
                label: ProgrammeText(text: context.word(.matterKinds, facet.value.rawValue), language: nil),
                isChosen: facet.value == filter.kind, in: context)
        }
        let years = facets.years.map { facet in
            choice(
                SearchForm.names.year, String(facet.value), facet.count,
                label: ProgrammeText(text: String(facet.value), language: nil), isChosen: facet.value == filter.year,
                in: context)
        }
        return [
            SearchFacetList(context.text("search.facet.kind"), kinds, in: context),
            SearchFacetList(
                context.text("search.facet.field"),
                named(SearchForm.names.field, facets.fields, chosen: filter.field, findings, in: context), in: context),
            SearchFacetList(
                context.text("search.facet.municipality"),
                named(
                    SearchForm.names.municipality, facets.municipalities, chosen: filter.municipality, findings,
                    in: context), in: context),
            SearchFacetList(context.text("search.facet.year"), years, in: context),
        ].compactMap { $0 }
    }

    /// The filters that are set, each with the way to take it away.
    static func chosen(
        _ filter: SearchFilter, _ findings: SearchFindings, in context: SiteContext
    ) -> [SearchPage.Link] {
        all(filter, findings, in: context).flatMap { $0.choices + ($0.more?.choices ?? []) }.filter(\.isChosen)
            .map { SearchPage.Link(label: $0.label, link: $0.link) }
    }

    private static func named(
        _ name: String, _ facets: [SearchFacets.Choice<String>], chosen: String?, _ findings: SearchFindings,
        in context: SiteContext
    ) -> [Choice] {
        facets.compactMap { facet in
            guard let matter = findings.mentions.matter(facet.value), let title = findings.mentions.title(facet.value)
            else { return nil }
            return choice(
                name, matter.key, facet.count, label: title, isChosen: matter.key == chosen, in: context)
        }
    }

    /// Choosing what is chosen takes it away.
    private static func choice(
        _ name: String, _ value: String, _ count: Int, label: ProgrammeText, isChosen: Bool, in context: SiteContext
    ) -> Choice {
        let kept = context.query.replacing([name: isChosen ? nil : value, "seite": nil])
        return Choice(
            label: label.text, count: context.notation.number(count), link: context.links.to("/suche") + kept.text,
            isChosen: isChosen, language: label.language)
    }
}
