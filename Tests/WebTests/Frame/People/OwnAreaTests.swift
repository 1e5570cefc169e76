// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import Participation
import Storage
import Testing

@testable import Web

@Suite struct OwnAreaTests {
    @Test(arguments: TestPlace.engines)
    func `a profile is changed, and comes back whole when something is wrong`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/mein/profil")
            let wrong = try await browser.submit(
                page, ["anzeigename": String(repeating: "x", count: 5000), "pseudonym": "ja", "alter": "30_to_44"],
                action: "/mein/profil")
            let right = try await browser.submit(
                wrong, ["anzeigename": "Ada <b>Lovelace</b>", "sprache": "en", "alter": "30_to_44"],
                action: "/mein/profil")
            let own = try await browser.get("/mein")
            let again = try await browser.get("/mein/profil")

            #expect(wrong.status == 422)
            #expect(wrong.words.contains("Höchstens 80 Zeichen passen"))
            #expect(wrong.text.contains(String(repeating: "x", count: 5000)))
            #expect(wrong.text.contains("value=\"30_to_44\" selected"))
            #expect(wrong.text.contains("checked"))
            #expect(right.headers[.location] == "/mein")
            #expect(own.text.contains("Guten Tag, Ada &lt;b&gt;Lovelace&lt;/b&gt;"))
            #expect(again.text.contains("value=\"30_to_44\" selected"))
            #expect(!again.text.contains("checked"))
        }
    }

    @Test func `a form sent twice is done once, and both lead to the same place`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/mein/profil")
            let first = try await browser.submit(page, ["anzeigename": "Eins"], action: "/mein/profil")
            let second = try await browser.submit(page, ["anzeigename": "Zwei"], action: "/mein/profil")
            let own = try await browser.get("/mein")

            #expect(first.status == 303)
            #expect(second.status == 303)
            #expect(second.headers[.location] == first.headers[.location])
            #expect(own.words.contains("Guten Tag, Eins"))
        }
    }

    @Test func `nothing typed is lost when the session has ended meanwhile`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/mein/profil")
            people.wait(3 * 60 * 60)
            let refused = try await browser.submit(page, ["anzeigename": "Gut \"gemeint\""], action: "/mein/profil")
            let nothing = try await browser.get("/mein")
            _ = try await browser.askForSignIn("a@example.org")
            let mail = try #require(try await people.mails().last)
            _ = try await browser.submit(try await browser.get(mail.path))
            let back = try await browser.submit(refused, action: "/mein/profil")

            #expect(refused.status == 403)
            #expect(refused.text.contains("value=\"Gut &quot;gemeint&quot;\""))
            #expect(nothing.status == 303)
            #expect(back.status == 422)
            #expect(back.text.contains("Gut &quot;gemeint&quot;"))
        }
    }

    @Test func `sessions are listed and ended, the others at once`() async throws {
        try await PeopleSite.with { people in
            let one = try await people.signedIn("a@example.org")
            let two = try await people.signedIn("a@example.org")
            let three = try await people.signedIn("a@example.org")
            let page = try await one.get("/mein/sitzungen")
            let ended = try await one.submit(page, action: "/mein/sitzungen/ende")
            let after = [try await one.get("/mein"), try await two.get("/mein"), try await three.get("/mein")]

            #expect(page.text.matches(of: #/<li class="panel">/#).count == 3)
            #expect(page.words.contains("(dieser Browser)"))
            #expect(ended.status == 303)
            #expect(after.map(\.status) == [200, 303, 303])
        }
    }

    @Test func `nobody ends the session of another`() async throws {
        try await PeopleSite.with { people in
            let ada = try await people.signedIn("ada@example.org")
            let ben = try await people.signedIn("ben@example.org")
            let sessions = try await people.site.database.read { db in
                try db.rows(
                    "SELECT s.id FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = 'ada@example.org'"
                )
                .map { row -> String in try row.get("id") }
            }
            let page = try await ben.get("/mein/sitzungen")
            _ = try await ben.submit(page, ["sitzung": try #require(sessions.first)], action: "/mein/sitzungen/ende")
            let after = try await ada.get("/mein")

            #expect(after.status == 200)
        }
    }

    @Test func `a password is set, used, and guarded by the old one`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let common = try await browser.submit(
                try await browser.get("/mein/passwort"), ["passwort": "passwort1234"], action: "/mein/passwort")
            let short = try await browser.submit(common, ["passwort": "kurz"], action: "/mein/passwort")
            let set = try await browser.submit(short, ["passwort": "vier Woerter im Wind"], action: "/mein/passwort")
            let page = try await browser.get("/mein/passwort")
            let wrong = try await browser.submit(
                page, ["bisheriges-passwort": "falsch", "passwort": "fuenf Woerter im Wind"], action: "/mein/passwort")
            let guest = Browser(people.site)
            let begin = try await guest.get("/anmelden")
            let no = try await guest.submit(
                begin, ["konto": "a@example.org", "passwort": "vier Wörter"], action: "/anmelden/passwort")
            let unknown = try await guest.submit(
                begin, ["konto": "b@example.org", "passwort": "vier Wörter"], action: "/anmelden/passwort")
            let yes = try await guest.submit(
                no, ["konto": "A@example.org", "passwort": "vier Woerter im Wind"], action: "/anmelden/passwort")

            #expect(common.words.contains("leicht zu erraten"))
            #expect(short.words.contains("mindestens 12 Zeichen"))
            #expect(set.status == 303)
            #expect(wrong.status == 422)
            #expect([no.status, unknown.status] == [422, 422])
            #expect(no.words.contains("passen nicht zusammen"))
            #expect(unknown.words.contains("passen nicht zusammen"))
            #expect(!no.text.contains("vier Wörter"))
            #expect(yes.status == 303)
        }
    }

    @Test func `one's data comes as a package of tables`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/mein/daten")
            let head = try await browser.send(.head, "/mein/daten.zip")
            let names = try await people.package(of: "a@example.org")

            #expect(page.words.contains("Ihre Sitzungen: 1 Eintrag"))
            #expect(head.headers[.contentType] == "application/zip")
            #expect(head.headers[.cacheControl] == "no-store")
            #expect(names.first == "README.txt")
            #expect(Set(["mails.csv", "mails.json", "follows.csv", "notices.json"]).isSubset(of: names))
            let tables = names.filter { $0.hasSuffix(".csv") }.map { $0.dropLast(4) }
            #expect(names.filter { $0.hasSuffix(".json") }.map { $0.dropLast(5) } == tables)
            #expect(names.count == 1 + 2 * tables.count)
        }
    }

    @Test func `who leaves has said yes, and is gone at once`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("weg@example.org")
            let other = try await people.signedIn("weg@example.org")
            let page = try await browser.get("/mein/loeschung")
            let unsaid = try await browser.submit(page, action: "/mein/loeschung")
            let gone = try await browser.submit(unsaid, ["verstanden": "ja"], action: "/mein/loeschung")
            let after = try await other.get("/mein")
            let rest = try await people.site.database.read { db -> Int64? in
                try db.value("SELECT COUNT(*) FROM person WHERE email IS NOT NULL OR display_name <> '–'")
            }

            #expect(page.words.contains("Was bleibt, und warum"))
            #expect(unsaid.status == 422)
            #expect(gone.status == 303)
            #expect(browser.cookieNames == [])
            #expect(after.status == 303)
            #expect(rest == 0)
        }
    }

    @Test(arguments: [
        "/mein", "/mein/profil", "/mein/passwort", "/mein/sitzungen", "/mein/daten", "/mein/daten.zip",
        "/mein/loeschung", "/mein/neues", "/mein/verfolgt", "/mein/benachrichtigungen", "/arbeit",
        "/arbeit/postausgang", "/arbeit/postausgang/1", "/arbeit/personen",
    ])
    func `a guest is led to signing in, and back`(path: String) async throws {
        try await PeopleSite.with { people in
            let answer = try await Browser(people.site).get(path)

            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/anmelden" + QueryText.joined([("weiter", path)]))
        }
    }
}

extension PeopleSite {
    /// The names of the files in somebody's package.
    fileprivate func package(of email: String) async throws -> [String] {
        let now = now
        let data = try await site.database.read { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            return try PersonalData.read(as: Visitor(person), at: now, in: db)
        }
        var context = SiteContext(logger: site.logger, remoteAddress: nil)
        context.texts = site.texts.speaking(.german)
        let package = OwnDataPackage(data, day: now.day.text, in: context)
        return try PackageFiles.read(zip: try package.packed()).files.map(\.name)
    }
}
