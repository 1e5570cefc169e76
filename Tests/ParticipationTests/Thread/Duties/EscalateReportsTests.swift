// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation

/// Reports that stay away are told to the head of the office, once.
@Suite struct EscalateReportsTests {
    private static let day: Int64 = 24 * 60 * 60

    private static func escalate(at now: Moment, in db: Connection) throws -> [ReportEscalation] {
        var told: [ReportEscalation] = []
        var goesOn = true
        while goesOn {
            goesOn = try EscalateReports().run(at: now, in: db) { escalation in
                told.append(escalation)
                return Letter(subject: escalation.office.key, text: "-")
            }
        }
        return told
    }

    @Test(arguments: TestPlace.engines)
    func `two weeks after its day a report is told to the head, once, and stands in the cockpit`(
        engine: Engine
    ) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let told = try await database.write { db -> ([ReportEscalation], [Int], [Int64], [String]) in
                _ = try Self.escalate(at: TestPeople.now, in: db)
                let project = try ProjectAtWork.existing(1, in: house.programme, db)
                let due = try #require(project.reportDueOn)
                let office = try #require(
                    try db.value(
                        "SELECT office_id FROM duty WHERE matter_id = \(project.id) AND kind = 'report'",
                        as: String.self))
                let head = try TestPeople.make("spitze@example.org", in: db)
                try db.execute(
                    """
                    INSERT INTO office_member (office_id, person_id, part, starts_on)
                    VALUES (\(office), \(head.id), 'head', '2026-01-01')
                    """)
                let offset = Int64(due.firstDay - TestPeople.now.day.firstDay)
                let counts = try ([13, 14, 15] as [Int64]).map { late in
                    let now = TestPeople.now.later(bySeconds: (offset + late) * Self.day)
                    return try Self.escalate(at: now, in: db).filter { $0.office.id == office }.count
                }
                let last = try Self.escalate(at: TestPeople.now.later(bySeconds: (offset + 16) * Self.day), in: db)
                let escalated = try ProjectAtWork.count(
                    in: house.programme, for: house.officer, .escalated, on: due, db)
                let mails: [String] = try db.rows(
                    "SELECT recipient FROM mail WHERE cause = 'report_escalation' AND recipient = 'spitze@example.org'"
                ).map { try $0.get("recipient") }
                return (last, counts, [escalated], mails)
            }

            #expect(told.0 == [])
            #expect(told.1 == [0, 1, 0])
            #expect(told.2 == [1])
            #expect(told.3 == ["spitze@example.org"])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `the work of a year is reckoned from rhythms, milestones and ends of money`(engine: Engine) async throws {
        try await ProjectWorkTests.with(engine) { database, house in
            let loads = try await database.read { db in
                try [house.lead, house.office].map {
                    try ProjectWorkload.estimate(in: house.programme, for: $0, on: TestPeople.now.day, db)
                }
            }
            let months = try await database.read { db in
                try ProjectAtWork.existing(1, in: house.programme, db).reportMonths
            }

            #expect(loads[0].reports == months.map { 12 / $0 } ?? 0)
            #expect(loads[0].reports > 0)
            #expect(loads[1].reports > loads[0].reports)
            #expect(ProjectWorkload(reports: 4, milestones: 1, fundingEnds: 0).hours == 2)
        }
    }
}
