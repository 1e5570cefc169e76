// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage
import Testing

@testable import Web

@Suite struct RemarkCatalogueTests {
    private static let path = "/p/musterregion/kommentare"

    @Test(arguments: TestPlace.engines)
    func `all comments that can be read stand in one list, the newest first`(engine: Engine) async throws {
        let answer = try await Browser(Bundled.site(engine)).get(Self.path)
        let rows = try await rows("", engine)
        let numbers = rows.compactMap { Int($0["number"] ?? "") }

        #expect(answer.status == 200)
        #expect(answer.words.contains("\(numbers.count) Kommentare"))
        #expect(numbers.count > 5)
        #expect(numbers == numbers.sorted(by: >))
        #expect(answer.links.contains("\(Self.path)/\(numbers[0])"))
    }

    @Test func `what is hidden stands neither on the page nor in a download`() async throws {
        let hidden = try await Bundled.database(.sqlite).read { db in
            try db.rows("SELECT text FROM remark WHERE is_hidden = 1").map { try $0.get("text", as: String.self) }
        }
        let answer = try await Browser(Bundled.site()).get(Self.path)
        let texts = try await rows("").compactMap { $0["text"] }

        #expect(!hidden.isEmpty)
        #expect(hidden.allSatisfy { !texts.contains($0) && !answer.text.contains($0.prefix(30)) })
    }

    @Test(arguments: ["art=idea", "art=project"])
    func `the list is narrowed and can be turned round`(filter: String) async throws {
        let all = try await rows("")
        let some = try await rows("?" + filter)
        let oldest = try await rows("?sortierung=alt&" + filter)

        #expect(!some.isEmpty)
        #expect(some.count < all.count)
        #expect(some == all.filter(some.contains))
        #expect(oldest == some.reversed())
    }

    @Test(arguments: ["?art=forum", "?von=allen", "?sortierung=schoen"])
    func `what the list does not know is not found`(query: String) async throws {
        let answer = try await Browser(Bundled.site()).get(Self.path + query)
        #expect(answer.status == 404)
    }

    private func rows(_ query: String, _ engine: Engine = .sqlite) async throws -> [[String: String]] {
        let answer = try await Browser(Bundled.site(engine)).get("\(Self.path).csv\(query)")
        #expect(answer.status == 200)
        var reader = try CSVReader(Array(answer.text.utf8))
        let columns = reader.columns
        return try reader.rows().map { Dictionary(zip(columns, $0.cells)) { first, _ in first } }
    }
}
