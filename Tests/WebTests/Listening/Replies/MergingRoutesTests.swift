// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Ideas 49 (due on 20 January) and 50 (28 January) of Musterregion's forum 1, and 51 of forum 4.
@Suite struct MergingRoutesTests {
    private func office(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("office@example.org")
        try await people.grant(.programmeOffice, to: "office@example.org")
        return browser
    }

    /// Somebody who has handed in idea 49.
    private func author(_ people: PeopleSite) async throws -> Browser {
        let browser = try await people.signedIn("author@example.org")
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress("author@example.org"))
            let person = try #require(try Person.find(email: address, in: db))
            let idea: String? = try db.value("SELECT id FROM matter WHERE kind = 'idea' AND number = 49")
            try ContributionAuthor.record(matter: try #require(idea), person: person.id, at: now, in: db)
        }
        return browser
    }

    /// By idea: state, outcome, day and state of what is owed, people who follow.
    private func standing(_ people: PeopleSite) async throws -> [String] {
        try await people.site.database.read { db in
            try db.rows(
                """
                SELECT m.number, i.state, i.outcome, d.due_on, d.state AS duty_state,
                    (SELECT COUNT(*) FROM follow f WHERE f.matter_id = i.id) AS followers,
                    (SELECT COUNT(*) FROM official_reply r WHERE r.idea_id = i.id) AS replies
                FROM idea i JOIN matter m ON m.id = i.id JOIN duty d ON d.matter_id = i.id
                WHERE m.number IN (49, 50) ORDER BY m.number, d.id
                """
            ).map { row in
                let texts: [String?] = [
                    try row.get("state"), try row.get("outcome"), try row.get("due_on"), try row.get("duty_state"),
                ]
                let counts: [Int64] = [try row.get("number"), try row.get("followers"), try row.get("replies")]
                return (texts.map { $0 ?? "-" } + counts.map { String($0) }).joined(separator: " ")
            }
        }
    }

    @Test(arguments: TestPlace.engines)
    func `merged ideas share authors and the earlier day, and undone they stand as before`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let (office, author) = (try await office(people), try await author(people))
            let before = try await standing(people)
            let page = try await office.get("/arbeit/ideen/49")
            let merged = try await office.submit(
                page, ["ziel": "50", "ziel-grund": "Beide wollen bessere Haltestellen."],
                action: "/arbeit/ideen/49/zusammenfuehrung")
            let between = try await standing(people)
            let open = try await Browser(people.site).get("/ideen/49")
            let news = try await author.get("/mein")
            let work = try await office.get("/arbeit/ideen/49")
            let undone = try await office.submit(work, action: "/arbeit/ideen/49/trennung")
            let after = try await standing(people)
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(
                before == [
                    "idea.in_review - 2027-01-20 duty.open 49 1 0", "idea.in_review - 2027-01-28 duty.open 50 0 0",
                ])
            #expect(merged.status == 303)
            #expect(
                between == [
                    "idea.answered idea.merged 2027-01-20 duty.passed_on 49 1 1",
                    "idea.in_review - 2027-01-20 duty.open 50 1 0",
                ])
            #expect(open.words.contains("Beide wollen bessere Haltestellen."))
            #expect(news.words.contains("zusammengeführt"))
            #expect(undone.status == 303)
            #expect(after == before)
            #expect(report.faults == [])
        }
    }

    @Test func `what has been answered together is not taken apart any more`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            _ = try await office.submit(
                try await office.get("/arbeit/ideen/49"), ["ziel": "50", "ziel-grund": "Dasselbe."],
                action: "/arbeit/ideen/49/zusammenfuehrung")
            _ = try await office.submit(
                try await office.get("/arbeit/ideen/50"),
                ["ergebnis": "idea.taken_up", "antwort": "Ja.", "stelle": "mvu-bus-bahn"],
                action: "/arbeit/ideen/50/antwort")
            let undone = try await office.submit(
                try await office.get("/arbeit/ideen/49"), action: "/arbeit/ideen/49/trennung")

            #expect(undone.status == 403)
            #expect(undone.words.contains("Die gemeinsame Antwort ist schon gegeben"))
        }
    }

    @Test func `an idea is not merged into itself, into none, or into one that is merged itself`() async throws {
        try await PeopleSite.with { people in
            let office = try await office(people)
            let page = try await office.get("/arbeit/ideen/49")
            var statuses: [Int] = []
            for target in ["49", "9999", "2", "", "fünfzig"] {
                let answer = try await office.submit(
                    page, ["ziel": target, "ziel-grund": "Dasselbe."], action: "/arbeit/ideen/49/zusammenfuehrung")
                statuses.append(answer.status)
            }

            #expect(statuses == [422, 422, 422, 422, 422])
        }
    }

    @Test(arguments: TestPlace.engines)
    func `passed on, the other forum's office owes the answer by the same day`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await office(people)
            let page = try await office.get("/arbeit/ideen/51")
            let empty = try await office.submit(page, action: "/arbeit/ideen/51/weitergabe")
            let passed = try await office.submit(
                page, ["forum": "3", "forum-grund": "Es geht um Gesundheit."], action: "/arbeit/ideen/51/weitergabe")
            let list = try await office.get(passed.headers[.location] ?? "")
            let duties = try await people.site.database.read { db in
                try db.rows(
                    """
                    SELECT d.due_on, d.state, d.office_id FROM duty d JOIN matter m ON m.id = d.matter_id
                    WHERE m.kind = 'idea' AND m.number = 51 ORDER BY d.state
                    """
                ).map { row in
                    (
                        due: try row.get("due_on", as: String.self), state: try row.get("state", as: String.self),
                        office: try row.get("office_id", as: String.self)
                    )
                }
            }
            let open = try await Browser(people.site).get("/ideen/51")

            #expect(empty.status == 422)
            #expect(list.words.contains("Die Idee ist weitergegeben"))
            #expect(duties.map(\.state) == ["duty.open", "duty.passed_on"])
            #expect(Set(duties.map(\.due)).count == 1)
            #expect(Set(duties.map(\.office)).count == 2)
            #expect(open.words.contains("Es geht um Gesundheit."))
        }
    }
}
