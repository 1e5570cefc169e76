// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

@Suite struct MatterWritingTests {
    static let now = Moment(.init(timeIntervalSince1970: 1_800_000_000))

    /// The journal and `verify` rely on it: whichever way a matter is read, its content is the same.
    @Test(arguments: TestPlace.engines)
    func `a matter read by itself is what it is among all others`(_ engine: Engine) async throws {
        let database = try await Bundled.database(engine)

        let differing = try await database.read { db in
            var differing: [String] = []
            for programme in try ProgrammeQueries.all(in: db) {
                for stored in try ProgrammeContents.read(programme.id, in: db).stored {
                    let alone = try Self.content(of: stored.placed.record, stored.matter.id, of: programme.id, in: db)
                    if alone != stored.content { differing.append(stored.matter.reference.text) }
                }
            }
            return differing
        }

        #expect(differing == [])
    }

    @Test(arguments: TestPlace.engines)
    func `what a use case makes and changes is journalled and stands the check`(_ engine: Engine) async throws {
        try await Self.withMusterregion(engine) { database, programme in
            let id = try await database.write { db in
                try db.execute("INSERT INTO journal_actor (id, label) VALUES ('a1', 'Probe')")
                var writing = try MatterWriting(in: programme, by: "a1", at: Self.now, db)
                let id = try writing.create(try Self.idea(writing), isPublic: true)
                try writing.change(IdeaRecord.self, id) { idea in
                    idea.state = .inReview
                    idea.history.append(Self.step(.inReview))
                }
                return id
            }

            let (report, acts, title) = try await database.read { db in
                let rows = try db.rows("SELECT verb, actor_id FROM journal_entry WHERE subject = \(id) ORDER BY number")
                let acts: [String] = try rows.map { try $0.get("verb", as: String.self) + $0.get("actor_id") }
                let matter = try MatterSummary.list([id], in: programme, db).first
                return (try VerifyJournal().run(in: db), acts, matter?.title)
            }
            #expect(report.faults == [])
            #expect(acts == ["createda1", "changeda1"])
            #expect(title == "Eine Brücke für Räder")
        }
    }

    @Test func `a change that changes nothing writes nothing`() async throws {
        try await Self.withMusterregion(.sqlite) { database, programme in
            let (isChanged, entries) = try await database.write { db in
                let before: Int64? = try db.value("SELECT COUNT(*) FROM journal_entry")
                let id: String? = try db.value("SELECT id FROM matter WHERE kind = 'project' AND number = 1")
                var writing = try MatterWriting(in: programme, by: JournalEntry.system, at: Self.now, db)
                let isChanged = try writing.change(ProjectRecord.self, try #require(id)) { _ in }
                let after: Int64? = try db.value("SELECT COUNT(*) FROM journal_entry")
                return (isChanged, (after ?? 0) - (before ?? 0))
            }
            #expect(!isChanged)
            #expect(entries == 0)
        }
    }

    @Test func `a concealed matter is no longer public and comes back under its number`() async throws {
        try await Self.withMusterregion(.sqlite) { database, programme in
            let (own, numbers) = try await database.write { db in
                var writing = try MatterWriting(in: programme, by: JournalEntry.system, at: Self.now, db)
                let own = try writing.nextNumber(.idea)
                let id = try writing.create(try Self.idea(writing), isPublic: true)
                var numbers: [Int64?] = []
                for visibility in [MatterVisibility.concealed, .published] {
                    try writing.change(IdeaRecord.self, id, visibility: visibility) { _ in }
                    numbers.append(try db.value("SELECT number FROM public_matter WHERE id = \(id)"))
                }
                return (own, numbers)
            }
            #expect(numbers == [nil, own])
        }
    }

    @Test func `a record that names what is not there is refused as a whole`() async throws {
        try await Self.withMusterregion(.sqlite) { database, programme in
            await #expect(throws: ValueFault.self) {
                try await database.write { db in
                    var writing = try MatterWriting(in: programme, by: JournalEntry.system, at: Self.now, db)
                    var idea = try Self.idea(writing)
                    idea.forum = "no-such-forum"
                    _ = try writing.create(idea, isPublic: true)
                }
            }
            let report = try await database.read { db in try VerifyJournal().run(in: db) }
            #expect(report.faults == [])
        }
    }

    static func idea(_ writing: MatterWriting) throws -> IdeaRecord {
        var idea = IdeaRecord()
        idea.id = MatterWriting.newKey(.idea)
        idea.publicNumber = try writing.nextNumber(.idea)
        idea.title = "Eine Brücke für Räder"
        idea.summary = "Über den Kanal, damit der Weg zur Schule kurz ist."
        idea.submittedOn = now.day
        idea.history = [step(.received)]
        return idea
    }

    private static func step(_ state: IdeaState) -> StateChangeRecord<IdeaState> {
        var step = StateChangeRecord<IdeaState>()
        step.state = state
        step.effectiveOn = now.day
        return step
    }

    private static func content(
        of record: some MatterRecord, _ id: String, of programme: String, in db: Connection
    ) throws -> String? {
        try ProgrammeContents.find(type(of: record), id, of: programme, in: db)?.stored.content
    }

    private static func withMusterregion(
        _ engine: Engine, _ test: (Database, String) async throws -> Void
    ) async throws {
        try await Bundled.with(engine, .musterregion(ImportPackageTests.now)) { database in
            let programme = try await database.read { db in
                try #require(try ProgrammeQueries.id(slug: "musterregion", in: db))
            }
            try await test(database, programme)
        }
    }
}
