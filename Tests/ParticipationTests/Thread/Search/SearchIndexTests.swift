// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Insight
import Storage
import Testing

@testable import Participation

@Suite struct SearchIndexTests {
    @Test(arguments: TestPlace.engines)
    func `no word that stands in internal matters alone is found, counted or suggested`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let secret = try Secrets.words()
        #expect(secret.count > 30)

        let leaks = try await database.read { db in
            try secret.filter { word in
                let found = try SearchSamples.search("\(word)*", in: "musterregion", db)
                return found.total > 0 || found.facets != SearchFacets()
            }
        }
        #expect(leaks == [])
        let suggested = try await database.read { db in
            try secret.flatMap { word in
                try SearchSamples.search("\(word)x", in: "musterregion", db).suggestions
                    .flatMap { GermanText.terms(of: $0).map(\.word) }.filter(secret.contains)
            }
        }
        #expect(suggested == [])
    }

    @Test(arguments: TestPlace.engines)
    func `only public matters are indexed, and all of them that have words`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)
        let (indexed, expected) = try await database.read { db in
            let programme = try SearchSamples.programme("musterregion", db)
            let index = try #require(try SearchIndexQueries(db: db).index(of: programme))
            let indexed = try SearchIndexQueries(db: db).documents(in: index).keys.sorted()
            let kinds = MatterKind.allCases.filter(\.isSearchable)
            let hidden = try db.rows("SELECT id FROM remark WHERE is_hidden = 1")
                .map { try $0.get("id", as: String.self) }
            let expected = try db.rows(
                "SELECT id FROM public_matter WHERE programme_id = \(programme) AND kind IN \(list: kinds)"
            ).map { try $0.get("id", as: String.self) }
            return (indexed, expected.filter { !hidden.contains($0) }.sorted())
        }

        #expect(indexed == expected)
        #expect(indexed.count > 400)
    }

    @Test(arguments: TestPlace.engines)
    func `an update is found at once, what it replaces no longer`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            var files = try Bundled.package("musterregion")
            try await Self.importing(files, database)
            let old = try await SearchSamples.keys("\"klassensatz lastenrad\"", in: "musterregion", database)
            #expect(old == [])

            try ImportPackageTests.change(
                "ideas", 0, "summary_de", to: .text("Klassensatz Lastenräder für Hundertwasserschulen"), in: &files)
            try await Self.importing(files, database)
            let new = try await SearchSamples.keys("\"Klassensatz Lastenräder\"", in: "musterregion", database)
            #expect(new.count == 1)
            try await Self.expectAsRebuilt("musterregion", database)

            let untouched = try Bundled.package("musterregion")
            try await Self.importing(untouched, database)
            let after = try await SearchSamples.keys("Hundertwasserschulen", in: "musterregion", database)
            #expect(after == [])
            try await Self.expectAsRebuilt("musterregion", database)
            await database.close()
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what becomes internal leaves no word, what becomes public is found`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            var files = try Bundled.package("musterregion")
            let hidden = PlainValue.text("idea/katzen-cafe")
            let position = try #require(files.firstIndex { $0.name == "internal" })
            guard case .list(let before) = files[position].value else { throw ValueFault("no list") }
            try await Self.importing(files, database)
            #expect(try await SearchSamples.keys("\"Café mit Katzen\"", in: "musterregion", database).isEmpty)

            // It may not be shown in the state it is in; as one that has been received it may.
            files[position] = PackageFile(name: "internal", value: .list(before.filter { $0 != hidden }))
            try Self.receive("katzen-cafe", in: &files)
            try await Self.importing(files, database)
            let shown = try await SearchSamples.keys("\"Café mit Katzen\"", in: "musterregion", database)
            #expect(shown == ["idea/katzen-cafe"])
            try await Self.expectAsRebuilt("musterregion", database)

            files[position] = PackageFile(name: "internal", value: .list(before))
            try await Self.importing(files, database)
            #expect(try await SearchSamples.keys("\"Café mit Katzen\"", in: "musterregion", database).isEmpty)
            let left = try await database.read { db in
                try db.value("SELECT COUNT(*) FROM search_posting WHERE word = \("katzencafe")", as: Int64.self)
            }
            #expect(left == 0)
            await database.close()
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a programme that is removed takes its index along`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            try await Self.importing(try Bundled.package("musterregion"), database)
            try await database.write { db in
                let programme = try SearchSamples.programme("musterregion", db)
                try RemoveProgramme(programme).run(at: ImportPackageTests.later, in: db)
            }
            let left = try await database.read { db in
                try ["search_index", "search_document", "search_passage", "search_posting", "search_block"].map {
                    try db.value("SELECT COUNT(*) FROM \(identifier: $0)", as: Int64.self)
                }
            }
            #expect(left == [0, 0, 0, 0, 0])
            await database.close()
        }
    }

    @Test func `an index of another form is made anew, one of this form is left alone`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            try await Self.importing(try Bundled.package("musterregion"), database)
            let rebuild = RebuildSearch(onlyOutdated: true)
            let none = try await database.read { db in try rebuild.programmes(in: db) }
            #expect(none.isEmpty)

            try await database.write { db in try db.execute("UPDATE search_index SET form = \("older")") }
            let one = try await database.read { db in try rebuild.programmes(in: db) }
            #expect(one.map(\.slug) == ["musterregion"])
            try await database.write { db in try rebuild.run(try #require(one.first), in: db) }
            let after = try await database.read { db in try rebuild.programmes(in: db) }
            #expect(after.isEmpty)
            #expect(try await SearchSamples.keys("Nachtbus", in: "musterregion", database).isEmpty == false)
            await database.close()
        }
    }
}

extension SearchIndexTests {
    static func importing(_ files: [PackageFile], _ database: Database) async throws {
        let package = try ImportPackage(files)
        _ = try await database.write { db in try package.run(at: ImportPackageTests.now, in: db) }
    }

    static func receive(_ idea: String, in files: inout [PackageFile]) throws {
        let file = try #require(files.first { $0.name == "ideas" })
        guard case .list(let ideas) = file.value else { throw ValueFault("no list") }
        let place = try #require(ideas.firstIndex { $0["id"] == .text(idea) })
        try ImportPackageTests.change("ideas", place, "state", to: .text(IdeaState.received.word), in: &files)
    }

    /// What single changes have made of the index is what making it anew makes of it.
    static func expectAsRebuilt(
        _ slug: String, _ database: Database, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let programme = try await database.read { db in try SearchSamples.programme(slug, db) }
        let followed = try await database.read { db in try IndexContents.read(programme, db) }
        try await database.write { db in
            try IndexProgramme(programme, in: db).rebuild(from: ProgrammeContents.read(programme, in: db))
        }
        let rebuilt = try await database.read { db in try IndexContents.read(programme, db) }
        #expect(followed == rebuilt, sourceLocation: sourceLocation)
    }
}

/// Everything an index says, by the ids of matters instead of the numbers of documents.
struct IndexContents: Equatable {
    var places: Set<String> = []
    var attributes: Set<String> = []
    var words = 0

    static func read(_ programme: String, _ db: Connection) throws -> IndexContents {
        let rows = SearchIndexQueries(db: db)
        let index = try #require(try rows.index(of: programme))
        var ids: [Int: String] = [:]
        for (id, document) in try rows.documents(in: index) { ids[document.number] = id }
        var contents = IndexContents(words: index.words)
        let queries = SearchQueries(db: db, index: index)
        for posting in try queries.postings(ofStems: try queries.stems()) {
            for place in posting.places.places {
                let id = ids[PlaceList.document(of: place)] ?? "nobody"
                contents.places.insert("\(posting.word) \(posting.stem) \(id) \(PlaceList.position(of: place))")
            }
        }
        for number in 0...AttributeBlock.block(of: index.nextDocument) {
            let block = try rows.block(number, in: index)
            for (document, id) in ids where AttributeBlock.block(of: document) == number {
                let own = try #require(block[document])
                let places = own.municipalities.map { ids[$0] ?? "nowhere" }
                contents.attributes.insert(
                    "\(id) \(own.kind) \(own.day) \(own.words) \(ids[own.field] ?? "none") \(places)")
            }
        }
        return contents
    }
}

/// The words of Musterregion that stand in internal matters and nowhere else.
private enum Secrets {
    static func words() throws -> [String] {
        let package = try ReadPackage.contents(of: Bundled.package("musterregion"))
        let open = Set(package.publicForm.records.flatMap { words(in: $0.plain) })
        let secret = Set(package.records.filter(\.isInternal).flatMap { words(in: $0.plain) })
        return secret.subtracting(open).filter { word in
            word.count > 3 && !open.contains { $0.hasPrefix(word) }
        }.sorted()
    }

    private static func words(in value: PlainValue) -> [String] {
        switch value {
        case .text(let text): GermanText.terms(of: text).map(\.word)
        case .list(let values): values.flatMap(words)
        case .object(let members): members.flatMap { words(in: $0.value) }
        default: []
        }
    }
}
