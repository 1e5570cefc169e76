// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Whoever handed in idea 4 of Musterregion hears what became of it years later: it went into proposal 1, which
/// decision 3 adopted, from which project 1 came.
@Suite struct LateNewsTests {
    private static let now = TestPeople.now

    private struct Chain {
        let programme: String
        let author: Person
        /// Follows an idea of the same forum that went elsewhere.
        let neighbour: Person
        let proposal: String
        let decision: String
        let project: String
    }

    private func withChain(
        _ engine: Engine, _ test: @Sendable @escaping (Chain, Connection) throws -> Void
    ) async throws {
        try await Bundled.with(engine, .musterregion(Self.now)) { database in
            try await database.write { db in
                let programme: String = try #require(try db.value("SELECT id FROM programme"))
                let find = { (kind: MatterKind, number: Int64) in
                    try #require(try MatterSummary.find(kind, number: number, in: programme, db)).id
                }
                let chain = Chain(
                    programme: programme, author: try TestPeople.make("ada@example.org", in: db),
                    neighbour: try TestPeople.make("ben@example.org", in: db), proposal: try find(.proposal, 1),
                    decision: try find(.decision, 3), project: try find(.project, 1))
                try ContributionAuthor.record(
                    matter: try find(.idea, 4), person: chain.author.id, at: Self.now, in: db)
                let other: String = try #require(
                    try db.value(
                        """
                        SELECT i.id FROM idea i JOIN matter m ON m.id = i.id
                        WHERE i.forum_id = (SELECT f.forum_id FROM idea f WHERE f.id = \(try find(.idea, 4)))
                            AND i.project_id IS NULL AND NOT EXISTS (
                                SELECT 1 FROM thread_edge e WHERE e.from_id = i.id AND e.kind <> 'handled_by')
                        ORDER BY m.number LIMIT 1
                        """))
                try Follow.begin(person: chain.neighbour.id, matter: other, at: Self.now, in: db)
                try test(chain, db)
            }
        }
    }

    private static func told(_ person: Person, _ chain: Chain, _ db: Connection) throws -> [NoticeKind] {
        try ReceivedNotice.list(of: person.id, in: chain.programme, ListPage(1), db).rows.map(\.kind)
    }

    @Test(arguments: TestPlace.engines)
    func `every late step of the thread reaches the author once, and nobody beside it`(engine: Engine) async throws {
        try await withChain(engine) { chain, db in
            let steps: [(matter: String, kind: NoticeKind)] = [
                (chain.proposal, .proposalPublished), (chain.proposal, .proposalRevised), (chain.decision, .decided),
                (chain.project, .projectStarted), (chain.project, .milestoneReached),
                (chain.project, .projectSuspended), (chain.project, .projectDiscontinued),
                (chain.project, .projectEnded),
            ]
            for (index, step) in steps.enumerated() {
                try TellFollowers(of: step.matter, step.kind, by: nil, in: chain.programme)
                    .run(at: Self.now.later(bySeconds: Int64(index)), in: db)
            }
            try TellFollowers(of: chain.project, .reportPublished, by: nil, in: chain.programme)
                .run(at: Self.now.later(bySeconds: 100), in: db)

            #expect(try Self.told(chain.author, chain, db) == steps.reversed().map(\.kind))
            #expect(try Self.told(chain.neighbour, chain, db) == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `what is not public yet is told to nobody`(engine: Engine) async throws {
        try await withChain(engine) { chain, db in
            try db.execute("UPDATE matter SET visible_from = \(String?.none) WHERE id = \(chain.decision)")
            try TellFollowers(of: chain.decision, .decided, by: nil, in: chain.programme).run(at: Self.now, in: db)

            #expect(try Self.told(chain.author, chain, db) == [])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `more time for an answer is told to the author, and the reason stands with the duty`(
        engine: Engine
    ) async throws {
        try await withChain(engine) { chain, db in
            let number: Int64 = try #require(
                try db.value(
                    """
                    SELECT m.number FROM duty d JOIN matter m ON m.id = d.matter_id
                    WHERE d.kind = 'reply' AND d.state = 'duty.open' AND m.kind = 'idea' ORDER BY m.number LIMIT 1
                    """))
            let file = try #require(try IdeaFile.find(number: number, in: chain.programme, db))
            let officer = try TestPeople.make("referat@example.org", in: db)
            try ContributionAuthor.record(matter: file.id, person: chain.neighbour.id, at: Self.now, in: db)
            let office = Visitor(officer, roles: [HeldRole(.programmeOffice, in: chain.programme)])
            let extend = { (reason: String) in
                try ExtendReply(
                    ExtensionForm(dueOn: "2027-03-01", reason: reason),
                    for: SeenIdea(number, in: chain.programme, version: file.version)
                ).run(as: office, at: Self.now, in: db)
            }
            #expect(throws: InvalidForm.self) { try extend("  ") }
            let before = try Self.told(chain.neighbour, chain, db)
            try extend("Das Gutachten fehlt noch.")
            let duty = try #require(file.duty)
            let moved = try DutyExtension.list(of: [duty.id], in: chain.programme, db)[duty.id]

            #expect(before == [])
            #expect(try Self.told(chain.neighbour, chain, db) == [.replyExtended])
            #expect(moved?.map(\.reason) == ["Das Gutachten fehlt noch."])
        }
    }

    @Test func `a project is told by the name of where it stands`() {
        let told = ProjectState.allCases.map { NoticeKind(projectNow: $0) }

        #expect(
            told == [
                nil, nil, .projectStarted, .projectSuspended, .projectEnded, .projectEnded, .projectEnded,
                .projectDiscontinued, nil,
            ])
        #expect(NoticeKind(projectNow: .running, before: .suspended) == .projectResumed)
        #expect(NoticeKind(projectNow: .running, before: .discontinued) == .projectResumed)
        #expect(NoticeKind(projectNow: .running, before: .running) == nil)
    }
}
