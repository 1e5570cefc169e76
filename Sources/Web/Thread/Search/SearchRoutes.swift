// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Insight
import Participation
import Storage

/// The search over everything public of a programme. Answers are kept nowhere, since what somebody looks for is theirs.
struct SearchRoutes: FeatureRoutes {
    let site: Site
    private let vocabularies = SearchVocabularies()

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/suche", use: search)
    }

    @Sendable
    private func search(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        let form = try SearchForm(context.query)
        guard let text = form.text else { return try answer(SearchPage(start: form, in: context), in: context) }
        guard text.count <= SearchRequest.longestText else {
            return try answer(SearchPage(tooLong: form, in: context), in: context, status: .unprocessableContent)
        }
        let search = SearchProgramme(programme, vocabularies)
        let page = try await site.read { db in
            guard let answer = try search.run(form.request(text), in: db) else { throw form.unknownPlace }
            let found = try SearchFindings(answer, in: programme, context, db)
            return try SearchPage(found, form, in: context)
        }
        return try answer(page, in: context)
    }

    private func answer(
        _ page: SearchPage, in context: SiteContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var response = try site.render(page, in: context, status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// What the address asks for: `?q=radweg&art=idea&feld=mobilitaet&kommune=05916000&jahr=2019&sortierung=newest`.
struct SearchForm: Sendable {
    let text: String?
    let filter: SearchFilter
    let order: SearchRequest.Order
    let page: Int64

    static let names = (text: "q", kind: "art", field: "feld", municipality: "kommune", year: "jahr")

    init(_ query: Query) throws(PageFault) {
        text = query.text(Self.names.text)
        let kind = try query.state(Self.names.kind, as: MatterKind.self)
        let year = try query.number(Self.names.year)
        if let year, !(1000...2999).contains(year) { throw .unknownValue(name: Self.names.year) }
        filter = SearchFilter(
            kind: kind, field: query.text(Self.names.field), municipality: query.text(Self.names.municipality),
            year: year.map { Int($0) })
        order = try query.choice("sortierung") ?? .relevance
        page = try query.page()
    }

    static let hitsPerPage: Int64 = 20

    func request(_ text: String) -> SearchRequest {
        SearchRequest(text, filter: filter, order: order, page: ListPage(page, size: Self.hitsPerPage))
    }

    /// The field of action or municipality that the address names is not known here.
    var unknownPlace: PageFault {
        .unknownValue(name: filter.field == nil ? Self.names.municipality : Self.names.field)
    }
}

/// What was found, with the titles of everything that the page names. Four statements, however much it is.
struct SearchFindings: Sendable {
    let answer: SearchAnswer
    let mentions: Mentions

    init(_ answer: SearchAnswer, in programme: String, _ context: SiteContext, _ db: Connection) throws {
        self.answer = answer
        let shown = answer.hits.flatMap { [$0.id, $0.owner] }
        let choices = answer.facets.fields.map(\.value) + answer.facets.municipalities.map(\.value)
        mentions = try Mentions.load(shown + choices, programme, context, db)
    }
}
