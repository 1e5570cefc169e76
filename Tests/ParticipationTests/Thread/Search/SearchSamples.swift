// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Insight
import Storage
import Testing

@testable import Participation

/// Queries and helpers for the tests of the search.
enum SearchSamples {
    static let queries = [
        "Radweg", "radwege", "RADWEGE", "Mobilität", "mobilitaet", "mobil*", "Straße", "strasse", "Bus und Bahn",
        "\"Grüne Infrastruktur\"", "Infrastruktur -grün", "Essen", "Herne", "Universität Duisburg-Essen", "Hochschule",
        "Kabinett", "Klima Wasser", "Energie", "Wohnen", "Schule", "Bildung Chancen", "Kultur", "Ehrenamt", "Sport",
        "Wasserstoff", "Digitalisierung", "Fahrrad", "Nachtbus", "Sprachcafé", "Beteiligung", "Land*", "2019", "2026",
        "Bürgerinnen und Bürger", "bürger*innen", "Stellungnahme", "Ruhrgebiet", "network", "mobility", "Gesundheit",
        "Pflege Hebammen", "-Radweg", "und der die", "xyzxyz", "Wasser Wasser", "Größe", "am Rhein",
    ]

    static let hostile = [
        "", " ", "\"", "\"\"", "*", "**", "(", ")", "-", "--", "- -", "\"-", "-\"", "a*b*c", "OR AND NOT NEAR",
        "'; DROP TABLE idea; --", "%", "_", "\\", "\u{0}", "🙂", "👩‍👩‍👧‍👦 🚲", "\u{202E}abc", "ß", "ẞ", "́", "<script>",
        String(repeating: "a", count: 5000), String(repeating: "a ", count: 2500), String(repeating: "\"", count: 500),
        String(repeating: "-", count: 500), "日本語 検索", "١٢٣", "{{t.site}}", "a&b=c",
    ]

    /// Read once for each database, as the site does.
    private static let vocabularies = SearchVocabularies()

    /// Everything a search can tell, in one value.
    struct Outcome: Equatable {
        let total: Int64
        let complete: Int64
        let ids: [String]
        let facets: SearchFacets
        let suggestions: [String]
    }

    static func programme(_ slug: String, _ db: Connection) throws -> String {
        try #require(try ProgrammeQueries.all(in: db).first { $0.slug == slug }).id
    }

    static func search(
        _ text: String, _ filter: SearchFilter = SearchFilter(), in slug: String, _ db: Connection
    ) throws -> Outcome {
        let search = SearchProgramme(try programme(slug, db), vocabularies)
        let request = SearchRequest(text, filter: filter, page: ListPage(1, size: 1000))
        let answer = try #require(try search.run(request, in: db))
        return Outcome(
            total: answer.total, complete: answer.complete, ids: answer.hits.map(\.id), facets: answer.facets,
            suggestions: answer.suggestions)
    }

    /// The keys of what is found, as `kind/key`, in the order of the alphabet.
    static func keys(_ text: String, in slug: String, _ database: Database) async throws -> [String] {
        try await database.read { db in
            let found = try search(text, in: slug, db)
            return try MatterSummary.list(found.ids, in: programme(slug, db), db)
                .map { "\($0.kind.rawValue)/\($0.key)" }.sorted()
        }
    }
}
