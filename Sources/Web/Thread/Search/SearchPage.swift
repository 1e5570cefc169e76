// SPDX-License-Identifier: EUPL-1.2

import Insight
import Participation

/// The page of the search: the field to write in, what was found, ways to narrow it, or ways out.
struct SearchPage: Page {
    static let template = "Search/show"
    let heading: String
    let action: String
    /// What was typed, to be changed and sent again.
    let text: String
    /// The filters that stay when the words change.
    let kept: [FilterForm.Hidden]
    let longestText: Int
    let fault: ErrorSummary?
    let faultText: String?
    /// Shown before anything was typed.
    let start: SearchAdvice?
    /// "37 Treffer für „Radweg“"
    let count: String?
    /// What was done with the query besides looking for it.
    let notes: [String]
    let suggestions: Suggestions?
    let chosen: Chosen?
    let narrowing: Narrowing?
    let sort: SortBar?
    let hits: Hits?
    let empty: SearchAdvice?
    let pager: Pager?

    struct Suggestions: Sendable {
        let links: [Link]
    }

    /// The filters that are set, each with the way to take it away.
    struct Chosen: Sendable {
        let links: [Link]
    }

    struct Narrowing: Sendable {
        let facets: [SearchFacetList]
    }

    struct Hits: Sendable {
        let rows: [SearchHitRow]
    }

    struct Link: Sendable {
        let label: String
        let link: String
    }

    /// A page of search results is of no use in another search.
    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = SearchPage(
        heading: "Suche", action: "/suche", text: "Radweg",
        kept: [FilterForm.Hidden(name: "art", value: "idea")], longestText: 300, fault: .sample,
        faultText: "Bitte schreiben Sie höchstens 300 Zeichen.", start: .sample,
        count: "37 Treffer", notes: ["Nicht gesucht: und"],
        suggestions: Suggestions(links: [Link(label: "Radweg", link: "/suche?q=Radweg")]),
        chosen: Chosen(links: [Link(label: "Ideen", link: "/suche?q=Radweg")]),
        narrowing: Narrowing(facets: [.sample]), sort: .sample, hits: Hits(rows: [.sample]), empty: .sample,
        pager: .sample)
}

/// What helps somebody who has found nothing or does not know yet how to look.
struct SearchAdvice: Sendable {
    let heading: String
    let tips: [String]
    let waysHeading: String
    let ways: [SearchPage.Link]

    static let sample = SearchAdvice(
        heading: "Nichts gefunden", tips: ["Schreiben Sie weniger Wörter."], waysHeading: "Oder stöbern Sie:",
        ways: [.init(label: "Ideen", link: "/ideen")])
}

extension SearchPage {
    private init(
        _ form: SearchForm, fault: String? = nil, start: SearchAdvice? = nil, in context: SiteContext
    ) {
        heading = context.text("search.heading")
        action = context.links.to("/suche")
        text = form.text ?? ""
        kept = Self.kept(in: context)
        longestText = SearchRequest.longestText
        faultText = fault
        self.fault = fault.map {
            ErrorSummary(
                heading: context.text("search.too-long.heading"), faults: [.init(text: $0, field: "suche")])
        }
        self.start = start
        count = nil
        notes = []
        suggestions = nil
        chosen = nil
        narrowing = nil
        sort = nil
        hits = nil
        empty = nil
        pager = nil
    }

    /// The page before anything was typed.
    init(start form: SearchForm, in context: SiteContext) {
        self.init(form, start: SearchAdvice(start: context), in: context)
    }

    /// The page for a text that is too long to be looked for; what was typed stays.
    init(tooLong form: SearchForm, in context: SiteContext) {
        let most = context.notation.number(SearchRequest.longestText)
        self.init(form, fault: context.text("search.too-long.explanation", ["most": most]), in: context)
    }

    init(_ findings: SearchFindings, _ form: SearchForm, in context: SiteContext) throws(PageFault) {
        let answer = findings.answer
        let typed = form.text ?? ""
        heading = context.text("search.heading-for", ["text": typed])
        action = context.links.to("/suche")
        text = typed
        kept = Self.kept(in: context)
        longestText = SearchRequest.longestText
        fault = nil
        faultText = nil
        start = nil
        count = answer.query.isEmpty ? nil : context.text("search.count", count: answer.total)
        notes = Self.notes(answer, in: context)
        suggestions = Self.suggestions(answer, in: context)
        let chosen = SearchFacetList.chosen(form.filter, findings, in: context)
        self.chosen = chosen.isEmpty ? nil : Chosen(links: chosen)
        let facets = SearchFacetList.all(form.filter, findings, in: context)
        narrowing = facets.isEmpty ? nil : Narrowing(facets: facets)
        let rows = answer.hits.compactMap { SearchHitRow($0, findings, in: context) }
        hits = rows.isEmpty ? nil : Hits(rows: rows)
        sort = rows.count > 1 ? Self.sort(in: context) : nil
        empty = rows.isEmpty ? SearchAdvice(nothingFor: answer.query, filtered: !form.filter.isEmpty, in: context) : nil
        pager = try Pager(
            page: form.page, size: SearchForm.hitsPerPage, of: answer.total, path: "/suche", in: context)
    }

    private static func kept(in context: SiteContext) -> [FilterForm.Hidden] {
        let names = SearchForm.names
        return [names.kind, names.field, names.municipality, names.year, "sortierung"].compactMap { name in
            context.query.text(name).map { FilterForm.Hidden(name: name, value: $0) }
        }
    }

    private static func sort(in context: SiteContext) -> SortBar {
        SortBar(
            "/suche",
            orders: SearchRequest.Order.allCases.map { ($0.rawValue, context.text("search.order.\($0.rawValue)")) },
            in: context)
    }

    private static func notes(_ answer: SearchAnswer, in context: SiteContext) -> [String] {
        var notes: [String] = []
        let common = answer.query.ignored.filter { $0.reason == .stopWord }.map { "„\($0.text)“" }
        if !common.isEmpty {
            notes.append(context.text("search.ignored", ["words": common.joined(separator: ", ")]))
        }
        if answer.query.ignored.contains(where: { $0.reason == .tooMany }) {
            notes.append(
                context.text("search.too-many", ["most": context.notation.number(SearchQuery.mostWords)]))
        }
        if answer.complete < answer.total {
            notes.append(context.text("search.partly", count: answer.complete))
        }
        return notes
    }

    private static func suggestions(_ answer: SearchAnswer, in context: SiteContext) -> Suggestions? {
        guard !answer.suggestions.isEmpty else { return nil }
        return Suggestions(
            links: answer.suggestions.map { text in
                let query = context.query.replacing([SearchForm.names.text: text, "seite": nil])
                return Link(label: text, link: context.links.to("/suche") + query.text)
            })
    }
}
