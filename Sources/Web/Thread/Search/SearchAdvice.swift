// SPDX-License-Identifier: EUPL-1.2

import Insight
import Participation

extension SearchAdvice {
    /// How to look for something, before anything was typed.
    init(start context: SiteContext) {
        heading = context.text("search.start.heading")
        tips = ["words", "phrase", "beginning", "without"].map { context.text("search.tip.\($0)") }
        waysHeading = context.text("search.start.ways")
        ways = Self.lists(in: context)
    }

    /// What to try when nothing was found.
    init(nothingFor query: SearchQuery, filtered: Bool, in context: SiteContext) {
        heading = context.text(query.isEmpty ? "search.empty.no-words" : "search.empty.heading")
        let tips = query.isEmpty ? ["other-words"] : ["spelling", "fewer", "beginning"]
        self.tips = tips.map { context.text("search.tip.\($0)") }
        waysHeading = context.text("search.empty.ways")
        var ways: [SearchPage.Link] = []
        if filtered {
            let names = SearchForm.names
            let query = context.query.replacing([
                names.kind: nil, names.field: nil, names.municipality: nil, names.year: nil, "seite": nil,
            ])
            ways.append(.init(label: context.text("search.unfiltered"), link: context.links.to("/suche") + query.text))
        }
        self.ways = ways + Self.lists(in: context)
    }

    private static func lists(in context: SiteContext) -> [SearchPage.Link] {
        let kinds: [MatterKind] = [.idea, .project, .decision, .forum, .municipality]
        return kinds.compactMap { kind in
            MatterPaths.list(kind).map {
                .init(label: context.word(.matterKinds, kind.rawValue), link: context.links.to($0))
            }
        }
    }
}
