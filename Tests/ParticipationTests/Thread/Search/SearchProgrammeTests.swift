// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Insight
import Storage
import Testing

@testable import Participation

@Suite struct SearchProgrammeTests {
    @Test(arguments: Bundled.slugs)
    func `both engines find the same in the same order`(_ slug: String) async throws {
        var outcomes: [Engine: [SearchSamples.Outcome]] = [:]
        for engine in TestPlace.engines {
            let database = try await Bundled.database(engine)
            outcomes[engine] = try await database.read { db in
                try SearchSamples.queries.map { try SearchSamples.search($0, in: slug, db) }
            }
        }
        let first = try #require(outcomes[.sqlite])

        #expect(first.count { $0.total > 0 } > 25)
        for engine in TestPlace.engines { #expect(outcomes[engine] == first) }
    }

    /// The index is compared with what reading every text from end to end finds.
    @Test(arguments: TestPlace.engines, Bundled.slugs)
    func `a word finds exactly the texts that have it`(_ engine: Engine, slug: String) async throws {
        let database = try await Bundled.database(engine)
        let words = ["Radweg", "Mobilität", "Energie", "Schule", "Herne", "Kultur", "2019", "Bahn", "the"]
        let differences = try await database.read { db in
            let programme = try SearchSamples.programme(slug, db)
            let matters = SearchableProgramme(try ProgrammeContents.read(programme, in: db)).matters
            return try words.compactMap { word -> String? in
                let stem = try #require(GermanText.terms(of: word).first).stem
                let read = matters.filter { Self.stems(of: $0).contains(stem) }.map(\.id).sorted()
                let found = try SearchSamples.exactly(stem, in: programme, db)
                return read == found ? nil : "\(word): \(read.count) \(found.count)"
            }
        }

        #expect(differences == [])
    }

    private static func stems(of matter: SearchableMatter) -> Set<String> {
        let texts = [matter.title ?? ""] + matter.names + matter.texts.map(\.text)
        return Set(texts.flatMap { GermanText.terms(of: $0).map(\.stem) })
    }

    @Test(arguments: TestPlace.engines)
    func `what is written without umlauts is found with them`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let (plain, written) = try await database.read { db in
            (
                try SearchSamples.search("mobilitaet", in: "ruhr-konferenz", db),
                try SearchSamples.search("Mobilität", in: "ruhr-konferenz", db)
            )
        }

        #expect(plain == written)
        #expect(plain.complete > 3)
    }

    @Test func `minus takes away, a phrase narrows, a beginning widens`() async throws {
        let database = try await Bundled.database(.sqlite)
        let totals = try await database.read { db in
            try ["Infrastruktur", "Infrastruktur -grüne", "\"grüne Infrastruktur\"", "Infra*"].map {
                try SearchSamples.search($0, in: "ruhr-konferenz", db).complete
            }
        }

        #expect(totals[0] > totals[1] && totals[1] > 0)
        #expect(totals[0] > totals[2] && totals[2] > 0)
        #expect(totals[3] > totals[2])
    }

    @Test func `a slip is answered with the word that was meant`() async throws {
        let database = try await Bundled.database(.sqlite)
        let found = try await database.read { db in
            try SearchSamples.search("Wasserstof", in: "ruhr-konferenz", db)
        }

        #expect(found.suggestions.first == "Wasserstoff")
    }

    @Test func `English texts are found`() async throws {
        let database = try await Bundled.database(.sqlite)
        let keys = try await SearchSamples.keys("\"connected mobility\"", in: "ruhr-konferenz", database)

        #expect(keys.contains { $0.hasPrefix("field/") })
    }

    @Test(arguments: TestPlace.engines)
    func `each count of a filter is what choosing it finds`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let wrong = try await database.read { db -> [String] in
            let programme = try SearchSamples.programme("musterregion", db)
            let all = try SearchSamples.search("Bus", in: "musterregion", db)
            var wrong: [String] = []
            func check(_ filter: SearchFilter, _ count: Int) throws {
                let found = try SearchSamples.search("Bus", filter, in: "musterregion", db)
                if found.total != Int64(count) || found.ids.count != count { wrong.append("\(filter)") }
            }
            for facet in all.facets.kinds { try check(SearchFilter(kind: facet.value), facet.count) }
            for facet in all.facets.years { try check(SearchFilter(year: facet.value), facet.count) }
            let ids = all.facets.fields.map(\.value) + all.facets.municipalities.map(\.value)
            let named = try MatterSummary.list(ids, in: programme, db)
            for facet in all.facets.fields {
                let key = try #require(named.first { $0.id == facet.value }).key
                try check(SearchFilter(field: key), facet.count)
            }
            for facet in all.facets.municipalities {
                let key = try #require(named.first { $0.id == facet.value }).key
                try check(SearchFilter(municipality: key), facet.count)
            }
            let chosen = all.facets.kinds.count + all.facets.fields.count + all.facets.municipalities.count
            if chosen < 12 { wrong.append("only \(chosen) choices") }
            return wrong
        }

        #expect(wrong == [])
    }

    @Test(arguments: TestPlace.engines)
    func `no text breaks the search`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let outcomes = try await database.read { db in
            try SearchSamples.hostile.map { try SearchSamples.search($0, in: "musterregion", db).total }
        }

        #expect(outcomes.count == SearchSamples.hostile.count)
    }

    @Test func `an unknown field or municipality has no answer`() async throws {
        let database = try await Bundled.database(.sqlite)
        let answer = try await database.read { db in
            let search = SearchProgramme(try SearchSamples.programme("musterregion", db), SearchVocabularies())
            return try search.run(SearchRequest("Bus", filter: SearchFilter(field: "nirgends")), in: db)?.total
        }

        #expect(answer == nil)
    }

    @Test func `the number of statements does not depend on what is found`() async throws {
        let database = try await Bundled.database(.sqlite)
        let counts = try await database.read { db in
            let programme = try SearchSamples.programme("ruhr-konferenz", db)
            let search = SearchProgramme(programme, SearchVocabularies())
            _ = try search.run(SearchRequest("Aufwärmen"), in: db)
            return try ["Essen", "Ruhr", "Konferenz Ruhr Land", "Hebammenzentralen"].map { text in
                let before = db.statementCount
                _ = try search.run(SearchRequest(text), in: db)
                return db.statementCount - before
            }
        }

        #expect(Set(counts).count == 1)
        #expect(try #require(counts.first) <= 7)
    }
}

extension SearchSamples {
    /// The matters in which words with this stem stand, by the lists of the index alone.
    static func exactly(_ stem: String, in programme: String, _ db: Connection) throws -> [String] {
        let index = try #require(try SearchIndexQueries(db: db).index(of: programme))
        let queries = SearchQueries(db: db, index: index)
        let places = PlaceList.joined(try queries.postings(ofStems: [stem]).map(\.places))
        let documents = Set(places.places.map(PlaceList.document)).sorted()
        return try queries.matters(documents, in: programme).values.map(\.id).sorted()
    }
}
