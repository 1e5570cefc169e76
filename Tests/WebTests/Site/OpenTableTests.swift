// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Interchange
import Participation
import Storage
import Testing

@testable import Web

@Suite struct OpenTableTests {
    static let lists = ["/projekte", "/ideen", "/kommunen", "/zahlen", "/vorschlaege"]

    @Test(arguments: [("projekte", "56"), ("ideen", "22"), ("kommunen", "53")])
    func `the table has as many rows as the list says`(list: String, count: String) async throws {
        let page = try await get("/\(list)")
        #expect(page.words.contains(count))
        let rows = try await rows("/\(list).csv")
        #expect(rows.count == Int(count))
    }

    @Test(arguments: lists)
    func `both formats of both programmes hold the same rows`(path: String) async throws {
        for prefix in ["", "/en", "/p/musterregion"] {
            let csv = try await rows(prefix + path + ".csv")
            let answer = try await get(prefix + path + ".json")
            let document = try JSONValue.parse(Array(answer.text.utf8))
            #expect(document["count"] == .integer(Int64(csv.count)))
            #expect(document["is_invented"] == .bool(prefix.hasSuffix("musterregion")))
            guard case .list(let objects) = document["rows"] else {
                Issue.record("\(prefix)\(path) has no rows")
                continue
            }
            #expect(objects.map { $0["address"] } == csv.map { $0["address"].map(JSONValue.text) })
        }
    }

    @Test func `a table has all pages and the order of its list`() async throws {
        let rows = try await rows("/projekte.csv?sortierung=nummer&seite=2")
        let numbers = rows.compactMap { $0["number"].flatMap(Int.init) }
        #expect(numbers == numbers.sorted())
        #expect(numbers.count == 56)
    }

    @Test func `a filter narrows the table as it narrows the list`() async throws {
        let rows = try await rows("/ideen.csv?forum=8")
        #expect(rows.map { $0["number"] } == ["8"])
        #expect(rows.first?["address"] == "http://127.0.0.1:8080/ideen/8")
        #expect(rows.first?["forum_number"] == "8")
    }

    @Test(arguments: [
        "/ideen.csv?forum=99", "/ideen.json?kommune=00000000", "/projekte.csv?feld=x", "/projekte.json?sortierung=x",
        "/vorschlaege.csv?ressort=x", "/vorschlaege.json?feld=99", "/kommunen.csv?kreis=x", "/p/nirgends/ideen.csv",
    ])
    func `what the list does not know is not found`(target: String) async throws {
        let answer = try await get(target)
        #expect(answer.status == 404)
    }

    @Test func `what is not public stands in no table`() async throws {
        let numbers = try await Bundled.database(.sqlite).read { db in
            try RecordedNumbers.hidden("idea", in: db)
        }
        #expect(!numbers.isEmpty)
        let rows = try await rows("/p/musterregion/ideen.csv")
        #expect(!rows.isEmpty)
        #expect(rows.allSatisfy { row in !numbers.contains { String($0) == row["number"] } })
    }

    @Test func `the answer names its file and bears the protective headers`() async throws {
        let answer = try await get("/p/musterregion/projekte.csv")
        #expect(answer.headers[.contentType]?.hasPrefix("text/csv") == true)
        let file = try #require(answer.headers[.contentDisposition])
        #expect(file.wholeMatch(of: /attachment; filename="musterregion-projekte-2026-\d\d-\d\d\.csv"/) != nil)
        #expect(answer.headers[try #require(HTTPField.Name("Content-Security-Policy"))] != nil)
        let head = try await Browser(Bundled.site()).send(.head, "/projekte.json")
        #expect(head.status == 200)
        #expect(head.headers[.contentType] == "application/json")
        #expect(head.text.isEmpty)
    }

    @Test(arguments: lists)
    func `the list leads to its tables and keeps its filter`(path: String) async throws {
        let page = try await get("/p/musterregion\(path)?sortierung=&seite=1")
        #expect(page.links.contains("/p/musterregion\(path).csv"))
        #expect(page.links.contains("/p/musterregion\(path).json"))
        #expect(page.text.contains("<link rel=\"alternate\" type=\"text/csv\""))
        let filtered = try await get("/ideen?forum=8")
        #expect(filtered.links.contains("/ideen.csv?forum=8"))
    }

    @Test func `text that begins like a formula stays text and the unknown is empty`() throws {
        let columns = [OpenColumn<String?>("title", text: { $0 }), OpenColumn("number", number: { _ in -3 })]
        let table = OpenTable(
            columns: columns.map(\.name),
            rows: ["=HYPERLINK(\"x\")", "@SUM(A1)", nil].map { text in columns.map { $0.value(text) } })
        var reader = try CSVReader(table.csv())
        #expect(reader.encoding == .utf8WithMark)
        #expect(reader.separator == .semicolon)
        let rows = try reader.rows()
        #expect(rows.map(\.cells) == [["'=HYPERLINK(\"x\")", "-3"], ["'@SUM(A1)", "-3"], ["", "-3"]])
        let document = try JSONValue.parse(table.json(about: []))
        guard case .list(let objects) = document["rows"] else { throw Missing() }
        #expect(objects.map { $0["title"] } == [.text("=HYPERLINK(\"x\")"), .text("@SUM(A1)"), .null])
    }

    @Test func `a long list is read in batches and each row once`() {
        let all = Array(1...25)
        var pages: [Int64] = []
        let rows = ListPage.all(size: 10) { page in
            pages.append(page.number)
            return Array(all.dropFirst(Int(page.number - 1) * 10).prefix(Int(page.size)))
        }
        #expect(rows == all)
        #expect(pages == [1, 2, 3])
    }

    @Test(.enabled(if: TestPlace.server != nil), arguments: lists)
    func `PostgreSQL gives the same tables`(path: String) async throws {
        let sqlite = try await get(path + ".csv")
        let postgres = try await Browser(Bundled.site(.postgres)).get(path + ".csv")
        #expect(postgres.status == 200)
        #expect(postgres.text == sqlite.text)
    }

    private struct Missing: Error {}

    private func get(_ target: String) async throws -> Answer {
        try await Browser(Bundled.site()).get(target)
    }

    /// The rows of a table by column.
    private func rows(_ target: String) async throws -> [[String: String]] {
        let answer = try await get(target)
        #expect(answer.status == 200, "\(target)")
        var reader = try CSVReader(Array(answer.text.utf8))
        let columns = reader.columns
        return try reader.rows().map { Dictionary(zip(columns, $0.cells)) { first, _ in first } }
    }
}
