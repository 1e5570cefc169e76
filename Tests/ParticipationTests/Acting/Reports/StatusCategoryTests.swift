// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

@Suite struct StatusCategoryTests {
    @Test(arguments: [
        ("in_umsetzung", [ProjectState.running]), ("laufend", [.running]), ("abgeschlossen", [.completed]),
        ("abgeschlossen_oder_ueberfuehrt", [.completed, .permanent, .handedOver]),
        ("nicht_weiterverfolgt", [.discontinued]), ("eingestellt", [.discontinued]), ("nicht begonnen", [.notStarted]),
        ("übergeben", [.handedOver]),
    ])
    func `a word of a report stands for our states`(name: String, states: [ProjectState]) {
        #expect(StatusCategory(name) == .states(states))
    }

    @Test func `what was before the work, and what was left over, is no state`() {
        #expect(StatusCategory("vorgeschlagen") == .beforeStart)
        #expect(StatusCategory("in_pruefung") == .beforeStart)
        #expect(StatusCategory("uebrige") == .remainder)
        #expect(StatusCategory("auf_gutem_weg") == .unmapped)
        #expect(StatusCategory("auf_gutem_weg").states.isEmpty)
    }

    @Test(arguments: ProjectState.allCases)
    func `every one of our own words is known`(state: ProjectState) {
        #expect(StatusCategory(state.word) == .states([state]))
    }

    @Test(arguments: ["ruhr-konferenz", "musterregion"])
    func `no category of a bundled report is unmapped`(slug: String) async throws {
        let reports = try await reports(of: slug)
        #expect(reports.count > 1)
        #expect(reports.flatMap(\.counts).filter { StatusCategory($0.name) == .unmapped } == [])
    }

    @Test func `categories that come and go between two reports are named`() async throws {
        let changes = StatusReport.changes(try await reports(of: "ruhr-konferenz"))

        #expect(changes.count == 4)
        let last = try #require(changes.last)
        #expect(last.from.text == "2022-12-31")
        #expect(last.added.map(\.name) == ["abgeschlossen", "in_umsetzung"])
        #expect(last.dropped.map(\.name) == ["abgeschlossen_oder_ueberfuehrt", "uebrige"])
    }

    @Test func `a report without categories leaves its whole total undivided`() async throws {
        let reports = try await reports(of: "ruhr-konferenz")

        #expect(reports.map(\.undivided) == [0, 0, 73, 0, 0, 0])
    }

    private func reports(of slug: String) async throws -> [StatusReport] {
        let database = try await Bundled.database(.sqlite)
        return try await database.read { db in
            let programme = try #require(
                try db.value("SELECT id FROM programme WHERE slug = \(slug)", as: String.self))
            return try StatusReport.list(in: programme, db)
        }
    }
}
