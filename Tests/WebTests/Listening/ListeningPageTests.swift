// SPDX-License-Identifier: EUPL-1.2

import Storage
import Testing

@testable import Participation
@testable import Web

@Suite struct ListeningPageTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ForumPage.self)
        try expectKnownTags(EventPage.self)
        try expectKnownTags(ActivityPage.self)
        try expectKnownTags(IdeaPage.self)
    }

    @Test func `all documented ideas of the Ruhr-Konferenz are listed`() async throws {
        let list = try await page("/ideen")
        #expect(list.status == 200)
        #expect(list.words.contains("22 Ideen"))
        #expect(Set(list.links.filter { $0.hasPrefix("/ideen/") }).count == 22)
    }

    @Test func `a filter narrows the ideas and an unknown one is refused`() async throws {
        let forum = try await page("/ideen?forum=8")
        #expect(forum.words.contains("1 Idee "))
        #expect(forum.links.contains("/ideen/8"))
        let declined = try await page("/ideen?ergebnis=idea-declined")
        #expect(declined.words.contains("1 Idee "))
        let unknown = ["forum=99", "stand=x", "ergebnis=x", "weg=taube", "kommune=00000000", "seite=9"]
        for query in unknown {
            let answer = try await page("/ideen?\(query)")
            #expect(answer.status == 404, "\(query)")
        }
    }

    @Test func `the midwives' idea was taken up, not continued and never answered`() async throws {
        let idea = try await page("/ideen/8")
        #expect(idea.words.contains("Aufgenommen, aber nicht weitergeführt"))
        #expect(idea.words.contains("Bis heute keine dokumentierte Antwort"))
        #expect(idea.links.contains { $0.hasPrefix("/projekte/") })
        #expect(idea.links.contains("/faden/idee/8"))
    }

    @Test func `an answered idea shows answer, office and date`() async throws {
        let idea = try await page("/p/musterregion/ideen/1")
        #expect(idea.words.contains("Referat Bus und Bahn · 26. Februar 2024"))
        #expect(!idea.words.contains("keine dokumentierte Antwort"))
    }

    @Test func `an unconfirmed idea has no page and no place in the list`() async throws {
        let numbers = try await Bundled.database(.sqlite).read { db in
            try RecordedNumbers.hidden("idea", in: db)
        }
        #expect(numbers.count == 2)
        let list = try await page("/p/musterregion/ideen?seite=2")
        for number in numbers {
            let hidden = try await page("/p/musterregion/ideen/\(number)")
            #expect(hidden.status == 404)
            #expect(!list.links.contains("/p/musterregion/ideen/\(number)"))
        }
    }

    @Test func `a hidden remark leaves its reason and not its words`() async throws {
        let database = try await Bundled.database(.sqlite)
        let number = try await database.read { db in try RecordedNumbers.idea("alles-kostenlos", in: db) }
        let idea = try await page("/p/musterregion/ideen/\(number)")
        #expect(idea.words.contains("Dieser Kommentar ist ausgeblendet. Grund: Werbung"))
        #expect(!idea.text.contains("Autoreifen"))
    }

    @Test func `forum 17 is shown although only its number is known`() async throws {
        let list = try await page("/themenforen")
        #expect(list.words.contains("20 Themenforen"))
        #expect(list.links.contains("/themenforen/17"))
        let forum = try await page("/themenforen/17")
        #expect(forum.words.contains("Zu diesem Forum ist nur die Nummer belegt."))
        #expect(forum.words.contains("keine Angabe"))
    }

    @Test func `an inferred number of a forum says so`() async throws {
        let inferred = try await page("/themenforen/4")
        #expect(inferred.words.contains("aus der Reihenfolge der Ministerien erschlossen"))
        let documented = try await page("/themenforen/13")
        #expect(!documented.words.contains("erschlossen"))
    }

    @Test func `the calendar holds what is to come, nearest first`() async throws {
        let calendar = try await page("/p/musterregion/termine")
        let december = try #require(calendar.words.firstRange(of: "3. Dezember 2026"))
        let february = try #require(calendar.words.firstRange(of: "16. Februar 2027"))
        #expect(december.lowerBound < february.lowerBound)
        #expect(!calendar.words.contains("10. Mai 2023"))
        let past = try await page("/termine")
        #expect(past.words.contains("Im Augenblick ist nichts geplant."))
    }

    @Test func `upcoming and past events are all events`() async throws {
        let counts = try await Bundled.database(.sqlite).read { db in
            let programme = try RecordedNumbers.programme("musterregion", in: db)
            let today = try #require(PartialDate("2026-11-23"))
            var (all, coming, gone) = (Event.Filter(), Event.Filter(), Event.Filter())
            all.time = nil
            coming.time = .upcoming(from: today)
            gone.time = .past(before: today)
            return try [all, coming, gone].map { try Event.list($0, ListPage(1), in: programme, db).total }
        }
        #expect(counts[0] == 31)
        #expect(counts[1] > 0)
        #expect(counts[1] + counts[2] == counts[0])
    }

    @Test func `a poll shows each ranking with its shares and links to the forums`() async throws {
        let activity = try await page("/mitmachangebote/1")
        #expect(activity.words.contains("Stand: Oktober 2018"))
        #expect(activity.words.contains("Bekämpfung der Clankriminalität 41 %"))
        #expect(activity.words.contains("rund 3.270"))
        #expect(activity.links.contains("/themenforen/13"))
    }

    private func page(_ path: String) async throws -> Answer {
        try await Browser(try await Bundled.site()).get(path)
    }
}
