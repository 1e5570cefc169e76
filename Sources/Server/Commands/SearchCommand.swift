// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Insight
import Interchange
import Participation
import Storage

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searches everything public, renews the search index, tries the search.",
        subcommands: [Find.self, Rebuild.self, Trial.self], defaultSubcommand: Find.self)

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "find", abstract: "Finds what the public finds (the usual one: “search QUERY”).",
            discussion: "Understands \"phrases\", beginn* and -without.")

        @Argument(help: "The words.")
        var query: String

        @Option(help: "The programme; without it the main one.")
        var programme: String?

        @OptionGroup var installation: InstallationOptions

        func validate() throws {
            guard query.count <= SearchRequest.longestText else {
                throw ValidationError("a query has at most \(SearchRequest.longestText) characters")
            }
        }

        func run() async throws {
            let (database, _) = try await installation.open(mustExist: true)
            let (query, slug) = (query, programme)
            let found = try await database.read { db -> (SearchAnswer, [String: MatterSummary])? in
                let programmes = try ProgrammeQueries.all(in: db)
                guard let programme = programmes.first(where: { $0.slug == slug ?? $0.slug }) else { return nil }
                let search = SearchProgramme(programme.id, SearchVocabularies())
                guard let answer = try search.run(SearchRequest(query), in: db) else { return nil }
                let matters = try MatterSummary.list(answer.hits.map(\.id), in: programme.id, db)
                return (answer, Dictionary(matters.map { ($0.id, $0) }) { first, _ in first })
            }
            await database.close()
            guard let (answer, matters) = found else {
                throw CommandFailure("dreiklang: there is no such programme; see “dreiklang programme list”.")
            }
            let hits = answer.hits.compactMap { matters[$0.id] }
            installation.json ? printJSON(answer, hits) : printWords(answer, hits)
        }

        private func printJSON(_ answer: SearchAnswer, _ hits: [MatterSummary]) {
            let list = hits.map { hit in
                JSONValue.object([
                    "kind": .text(hit.kind.rawValue), "key": .text(hit.key),
                    "number": hit.number.map { .integer($0) } ?? .null, "title": hit.title.map { .text($0) } ?? .null,
                ])
            }
            let value = JSONValue.object([
                "total": .integer(answer.total), "with_all_words": .integer(answer.complete),
                "hits": .list(list), "suggestions": .texts(answer.suggestions),
                "ignored": .texts(answer.query.ignored.map(\.text)),
            ])
            print(value.text(), terminator: "")
        }

        private func printWords(_ answer: SearchAnswer, _ hits: [MatterSummary]) {
            for hit in hits { print("\(hit.kind.rawValue)/\(hit.key)  \(hit.title ?? "")") }
            print("\(answer.total) found, \(answer.complete) with all words")
            for suggestion in answer.suggestions { print("perhaps: \(suggestion)") }
        }
    }

    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the search index of every programme anew.")

        @OptionGroup var installation: InstallationOptions

        func run() async throws {
            let (database, _) = try await installation.open(mustExist: true)
            let counts = try await SearchIndexing.run(RebuildSearch(onlyOutdated: false), in: database)
            await database.close()
            if installation.json {
                let list = counts.map { JSONValue.object(["slug": .text($0.slug), "documents": .integer($0.count)]) }
                print(JSONValue.list(list).text(), terminator: "")
            } else {
                for (slug, count) in counts { print("\(slug)  \(count) documents") }
            }
        }
    }
}

/// Renews search indexes for the commands that do so, one transaction for each programme, with progress on large ones.
enum SearchIndexing {
    @discardableResult
    static func run(_ rebuild: RebuildSearch, in database: Database) async throws -> [(slug: String, count: Int64)] {
        var counts: [(slug: String, count: Int64)] = []
        for programme in try await database.read({ db in try rebuild.programmes(in: db) }) {
            let count = try await database.write { db in
                var total: Int64 = 0
                try rebuild.run(programme, in: db) { progress in
                    total = Int64(progress.total)
                    guard progress.total > 4000 else { return }
                    Console.say("search: \(programme.slug): \(progress.done) of \(progress.total) documents indexed")
                }
                return total
            }
            counts.append((programme.slug, count))
        }
        return counts
    }
}
