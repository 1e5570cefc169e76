// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage
import Testing

@testable import Web

/// An idea that very many people have commented on.
@Suite struct ManyRemarksTests {
    @Test(arguments: TestPlace.engines)
    func `five thousand comments cost no more statements than a few, and the first page shows twenty`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let count = StatementCount()
            let browser = Browser(try count.site(over: people.site.database))
            try await Self.add(25, to: people)
            let few = try await count.count(of: "/ideen/1", in: browser)
            try await Self.add(5000, to: people)
            let many = try await count.count(of: "/ideen/1", in: browser)
            let page = try await browser.get("/ideen/1")
            let shown = page.text.matches(of: #/Kommentar Nummer \d+/#).count

            #expect(many == few)
            #expect(shown == 20)
            #expect(page.text.contains("Kommentar Nummer 15024"))
        }
    }

    /// Comments on the first idea, as they lie in the database; only their number matters here.
    private static func add(_ count: Int, to people: PeopleSite) async throws {
        let now = people.now
        try await people.site.database.write { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first).id
            let idea = try #require(try Idea.find(number: 1, in: programme, db)).id
            let first: Int64 = try db.value("SELECT MAX(number) FROM matter WHERE kind = 'remark'") ?? 0
            for index in 0..<Int64(count) {
                let number = max(first, 9999) + index + 1
                let id = "remark-\(number)"
                try db.execute(
                    """
                    INSERT INTO matter (id, programme_id, kind, key, number, position, visible_from, recorded_at)
                    VALUES (\(id), \(programme), 'remark', \(id), \(number), \(number), \(now.text), \(now.text))
                    """)
                try db.execute(
                    """
                    INSERT INTO remark
                        (id, programme_id, matter_id, text, written_on, is_hidden, is_withdrawn, sort_key)
                    VALUES (\(id), \(programme), \(idea), \("Kommentar Nummer \(number)"), '2026-11-23', 0, 0,
                        \("0000000\(number)"))
                    """)
            }
        }
    }
}
