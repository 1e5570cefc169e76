// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// A forum at work in the browser: from its desk to a published proposal.
@Suite struct DraftPageTests {
    /// Somebody with a role for the first forum.
    private static func person(
        _ email: String, _ role: Role, in people: PeopleSite
    ) async throws -> Browser {
        let browser = try await people.signedIn(email)
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            try GrantRole(role, to: person.id, in: programme.id, forMatter: role.reach == .matter ? "1" : nil)
                .runAsOperator(at: now, in: db)
        }
        return browser
    }

    /// The path of a new draft made of the first idea on the desk, and that idea's number.
    private static func begin(_ lead: Browser) async throws -> (path: String, idea: String) {
        let desk = try await lead.get("/arbeit/foren/1")
        let idea = String(try #require(desk.text.firstMatch(of: #/name="idee" value="(\d+)"/#)).1)
        let key = String(try #require(desk.text.firstMatch(of: #/name="formular" value="([^"]+)"/#)).1)
        let answer = try await lead.post(
            "/arbeit/vorschlaege", ["formular": key, "forum": "1", "idee": idea])
        return (try #require(answer.headers[.location]), idea)
    }

    @Test(arguments: TestPlace.engines)
    func `a forum works out a proposal from an idea, and the programme office publishes it`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let lead = try await Self.person("lead@example.org", .forumLead, in: people)
            let office = try await Self.person("office@example.org", .programmeOffice, in: people)
            let (path, idea) = try await Self.begin(lead)
            let form = try await lead.get(path)
            let early = try await lead.submit(form, ["tun": "einreichen"], action: "\(path)/stand")
            var typed: [(String, String)] = form.text.matches(of: #/<textarea id="([^"]+)" name="\1"/#).map {
                (String($0.1), "GEHEIM Text zu \($0.1)")
            }
            typed += [("title", "GEHEIM Nachtbus")]
            let key = String(try #require(form.text.firstMatch(of: #/name="formular" value="([^"]+)"/#)).1)
            let body = QueryText.joined([("formular", key), ("fassung", "1")] + typed).dropFirst()
            let saved = try await lead.send(
                .post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: String(body))
            let draft = try await lead.get(path)
            let guest = Browser(people.site)
            let hidden = [
                try await guest.get("/vorschlaege"), try await guest.get("/vorschlaege.json"),
                try await guest.get("/suche?q=GEHEIM"), try await guest.get("/ideen/\(idea)"),
                try await guest.get("/themenforen/1"), try await guest.get("/chronik.atom"),
                try await guest.get("/sitemap.xml"), try await guest.get("/zahlen"),
            ]
            let handed = try await lead.submit(draft, ["tun": "einreichen"], action: "\(path)/stand")
            let locked = try await lead.get(path)
            let published = try await office.submit(
                try await office.get(path), ["tun": "veroeffentlichen"], action: "\(path)/stand")
            let place = try #require(published.headers[.location])
            people.wait(2)
            let show = try await guest.get(place)
            let origin = try await guest.get("/ideen/\(idea)")

            #expect(early.status == 422)
            #expect(early.words.contains("Dieser Teil fehlt noch."))
            #expect(saved.status == 303)
            #expect(hidden.allSatisfy { !$0.words.replacing("„GEHEIM“", with: "").contains("GEHEIM Nachtbus") })
            #expect(handed.status == 303)
            #expect(locked.words.contains("liegt beim Programmbüro"))
            #expect(place.hasPrefix("/vorschlaege/"))
            #expect(show.words.contains("Nutzen für die ganze Region"))
            #expect(show.words.contains("GEHEIM Nachtbus"))
            #expect(origin.text.contains(place))
        }
    }

    @Test func `who saves second sees both texts, and nothing is lost`() async throws {
        try await PeopleSite.with { people in
            let lead = try await Self.person("lead@example.org", .forumLead, in: people)
            let other = try await Self.person("co@example.org", .forumCoModerator, in: people)
            let (path, _) = try await Self.begin(lead)
            let (one, two) = (try await lead.get(path), try await other.get(path))
            _ = try await lead.submit(one, ["title": "Bus", "aim": "Alle kommen heim"], action: path)
            let conflict = try await other.submit(two, ["title": "Bus", "aim": "Alle kommen an"], action: path)
            let merged = try await other.submit(
                conflict, ["title": "Bus", "aim": "Alle kommen an und heim"], action: path)
            let after = try await lead.get(path)

            #expect(conflict.status == 409)
            #expect(conflict.words.contains("Alle kommen heim"))
            #expect(conflict.words.contains("Alle kommen an"))
            #expect(merged.status == 303)
            #expect(after.text.contains("Alle kommen an und heim"))
        }
    }

    @Test func `members discuss but do not arrange or write, others see nothing`() async throws {
        try await PeopleSite.with { people in
            let lead = try await Self.person("lead@example.org", .forumLead, in: people)
            let member = try await Self.person("member@example.org", .forumMember, in: people)
            let moderator = try await Self.person("mo@example.org", .moderator, in: people)
            let (path, idea) = try await Self.begin(lead)
            let desk = try await member.get("/arbeit/foren/1")
            let note = try await member.submit(
                try await member.get("/arbeit/foren/1/ideen/\(idea)"), ["notiz": "Das sehe ich auch so."],
                action: "/arbeit/foren/1/ideen")
            let draft = try await member.get(path)
            let read = try await lead.get("/arbeit/foren/1/ideen/\(idea)")
            let refused = [
                try await moderator.get("/arbeit/foren/1"), try await moderator.get(path),
                try await moderator.get("/arbeit/foren/1/ideen/\(idea)"), try await moderator.get("/arbeit/foren"),
                try await moderator.get("/arbeit/vorschlaege"), try await member.get("/arbeit/foren/2"),
                try await member.get("/arbeit/vorschlaege/kriterien"),
            ]

            #expect(desk.status == 200)
            #expect(!desk.text.contains("name=\"idee\""))
            #expect(note.status == 303)
            #expect(read.words.contains("Das sehe ich auch so."))
            #expect(!draft.text.contains("class=\"draft\""))
            #expect(refused.map(\.status) == refused.map { _ in 403 })
        }
    }

    @Test func `ideas are moved and bundled by ticking them, and by nobody but ticking`() async throws {
        try await PeopleSite.with { people in
            let lead = try await Self.person("lead@example.org", .forumLead, in: people)
            let desk = try await lead.get("/arbeit/foren/1")
            let idea = String(try #require(desk.text.firstMatch(of: #/name="idee" value="(\d+)"/#)).1)
            let path = "/arbeit/foren/1/ordnen"
            let none = try await lead.submit(desk, ["spalte": "discussing"], action: path)
            let moved = try await lead.submit(
                try await lead.get("/arbeit/foren/1"), ["spalte": "discussing", "idee": idea], action: path)
            let bundled = try await lead.submit(
                try await lead.get("/arbeit/foren/1"), ["tun": "buendeln", "buendel": "Nachts", "idee": idea],
                action: path)
            let after = try await lead.get("/arbeit/foren/1/ideen/\(idea)")

            #expect(none.status == 422)
            #expect(moved.status == 303)
            #expect(bundled.status == 303)
            #expect(after.words.contains("In Beratung"))
            #expect(after.words.contains("Nachts"))
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(ForumWorkPage.self)
        try expectKnownTags(ForumDeskPage.self)
        try expectKnownTags(DeskIdeaPage.self)
        try expectKnownTags(DraftListPage.self)
        try expectKnownTags(DraftPage.self)
        try expectKnownTags(CriteriaPage.self)
    }
}
