// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Supporting and commenting as they are asked for: role × verb × phase × moment, in Musterregion, whose phases are
/// before us in the first moment and which always has one under way afterwards.
@Suite struct ContributionMatrixTests {
    private static let moments: [(name: String, day: String, isOpen: Bool)] = [
        ("before the first phase", "2023-02-28", false), ("first day of listening", "2023-03-01", true),
        ("last day of listening", "2024-01-31", true), ("deciding", "2024-06-01", true),
        ("acting", "2025-06-01", true), ("second listening", "2026-11-23", true),
        ("after it, acting still", "2027-06-01", true),
    ]

    private static func visitors(_ person: Person, in programme: String) -> [(name: String, visitor: Visitor)] {
        [("guest", Visitor.guest), ("person", Visitor(person))]
            + Role.allCases.map { role in
                (
                    role.rawValue,
                    Visitor(person, roles: [HeldRole(role, in: role.reach == .installation ? nil : programme)])
                )
            }
    }

    @Test(arguments: TestPlace.engines)
    func `everybody comments while a phase is under way, whatever their role`(_ engine: Engine) async throws {
        try await TestConsultation.with(engine) { database, house in
            try await database.write { db in
                let person = try TestPeople.make("a@example.org", in: db)
                let place = RemarkPlace(try Self.summary(of: 1, in: house.programme, db))
                for moment in Self.moments {
                    let day = try #require(PartialDate(moment.day))
                    let subject = try place.subject(on: day, in: house.programme, db)
                    for (name, visitor) in Self.visitors(person, in: house.programme) {
                        let answer = visitor.mayRemark(on: subject)

                        #expect(
                            answer == (moment.isOpen ? .allowed : .refused("remark-closed")), "\(name), \(moment.name)")
                    }
                }
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `whoever is signed in supports once and takes back once, however often it is asked for`(
        _ engine: Engine
    ) async throws {
        try await TestConsultation.with(engine) { database, house in
            try await database.write { db in
                let person = try TestPeople.make("a@example.org", in: db)
                let idea = try #require(try Idea.find(number: 1, in: house.programme, db))
                for (name, visitor) in Self.visitors(person, in: house.programme) {
                    guard visitor.isSignedIn else {
                        #expect(throws: Refusal.signInNeeded) {
                            try SupportIdea(idea, isWanted: true).run(as: visitor, in: db)
                        }
                        continue
                    }
                    var counts: [Int64] = []
                    for isWanted in [true, true, false, false] {
                        try SupportIdea(idea, isWanted: isWanted).run(as: visitor, in: db)
                        counts.append(try Self.supports(of: idea.id, db))
                    }
                    #expect(counts == [1, 1, 0, 0], "\(name)")
                }
            }
        }
    }

    private static func supports(of idea: String, _ db: Connection) throws -> Int64 {
        try db.value("SELECT COUNT(*) FROM support WHERE idea_id = \(idea)") ?? 0
    }

    private static func summary(of idea: Int64, in programme: String, _ db: Connection) throws -> MatterSummary {
        try #require(try MatterSummary.find(.idea, number: idea, in: programme, db))
    }
}
