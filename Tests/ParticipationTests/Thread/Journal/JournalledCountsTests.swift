// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

/// What was counted is kept until the journal goes on, whoever lets it go on.
@Suite struct JournalledCountsTests {
    @Test(arguments: TestPlace.engines)
    func `a count follows what another program writes`(engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let here = try await Bundled.prepare(place)
            let elsewhere = try await place.open()
            let package = try ImportPackage(try Bundled.package("musterregion"))
            let programme = try await here.write { db in
                _ = try package.run(at: MatterWritingTests.now, in: db)
                return try #require(try ProgrammeQueries.all(in: db).first?.id)
            }
            let before = try await Self.ideas(of: programme, in: here)
            let kept = try await Self.ideas(of: programme, in: here)
            try await elsewhere.write { db in
                var writing = try MatterWriting(
                    in: programme, by: JournalEntry.system, at: MatterWritingTests.now, db)
                _ = try writing.create(try MatterWritingTests.idea(writing), isPublic: true)
            }
            let after = try await Self.ideas(of: programme, in: here)
            let river = try await here.read { db in try RiverCounts.load(in: programme, RiverSelection(), db) }
            await here.close()
            await elsewhere.close()

            #expect(before > 0)
            #expect(kept == before)
            #expect(after == before + 1)
            #expect(river.ideas.map(\.number).reduce(0, +) == after)
        }
    }

    @Test func `nothing is counted again while nothing has happened`() async throws {
        let database = try await Bundled.database(.sqlite)
        let (first, second) = try await database.read { db in
            let programme = try #require(try ProgrammeQueries.all(in: db).first?.id)
            let read = { (name: String) in try db.counted(name, in: programme) { UUID().uuidString } }
            return (try read("something"), [try read("something"), try read("something else")])
        }

        #expect(second[0] == first)
        #expect(second[1] != first)
    }

    private static func ideas(of programme: String, in database: Database) async throws -> Int64 {
        try await database.read { db in
            try #require(try FigureRegister.find("ideas", of: programme, in: db)?.counted)
        }
    }
}
