// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// Statements written in the browser.
@Suite struct StatementEntryTests {
    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(StatementEntryPage.self)
        try expectKnownTags(StatementInboxPage.self)
        try expectKnownTags(StatementCapturePage.self)
        try expectKnownTags(InvitationPage.self)
        try expectKnownTags(StatementFilePage.self)
    }

    /// The hearing of autumn 2026, which runs while the clock of the tests stands still.
    private static let path = "/beteiligungen/11/stellungnahme"

    private static func represent(_ people: PeopleSite, _ email: String, _ name: String) async throws {
        let now = people.now
        try await people.site.database.write { db in
            let address = try #require(EmailAddress(email))
            let person = try #require(try Person.find(email: address, in: db))
            let programme = try #require(try ProgrammeQueries.all(in: db).first)
            let key: String = try #require(
                try db.value("SELECT m.key FROM matter m JOIN organisation o ON o.id = m.id WHERE o.name = \(name)"))
            try GrantRole(.organisationRepresentative, to: person.id, in: programme.id, forMatter: key)
                .runAsOperator(at: now, in: db)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `two representatives meet at the same statement and both texts are on the page`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let vera = try await people.signedIn("vera@example.org")
            let viktor = try await people.signedIn("viktor@example.org")
            for email in ["vera@example.org", "viktor@example.org"] {
                try await Self.represent(people, email, "Handwerkskammer Musterregion")
            }
            let hers = try await vera.get(Self.path)
            let his = try await viktor.get(Self.path)
            let saved = try await vera.submit(
                hers, ["gesamt": "Wir sind dafür.", "tun": "speichern"], action: Self.path)
            let conflict = try await viktor.submit(
                his, ["gesamt": "Wir sind dagegen.", "tun": "abgeben"], action: Self.path)
            let merged = try await viktor.submit(
                conflict, ["gesamt": "Wir sind dafür, mit Bedenken.", "tun": "abgeben"], action: Self.path)
            let page = try await vera.get(Self.path)

            #expect(hers.words.contains("Im Namen von: Handwerkskammer Musterregion"))
            #expect(hers.words.contains("noch nicht von der Landesregierung beschlossen"))
            #expect(saved.status == 303)
            #expect(conflict.status == 409)
            #expect(conflict.words.contains("Wir sind dafür."))
            #expect(conflict.words.contains("Wir sind dagegen."))
            #expect(merged.status == 303)
            #expect(page.words.contains("Abgegeben am"))
            #expect(page.headers[.cacheControl]?.contains("no-store") == true)
        }
    }

    @Test func `an empty statement comes back, and outsiders are told why they cannot write`() async throws {
        try await PeopleSite.with { people in
            let vera = try await people.signedIn("vera@example.org")
            let other = try await people.signedIn("other@example.org")
            try await Self.represent(people, "vera@example.org", "Handwerkskammer Musterregion")
            try await Self.represent(people, "other@example.org", "Evangelischer Kirchenkreis Hochmark")
            let page = try await vera.get(Self.path)
            let empty = try await vera.submit(page, ["tun": "abgeben"], action: Self.path)
            let marked = try await vera.submit(
                page, ["punkt-1-text": "<script>", "punkt-1-art": "nichts", "tun": "abgeben"], action: Self.path)
            let outside = try await other.get(Self.path)
            let guest = try await Browser(people.site).get(Self.path)

            #expect(empty.status == 422)
            #expect(marked.status == 422)
            #expect(marked.text.contains("&lt;script&gt;"))
            #expect(outside.status == 403)
            #expect(outside.words.contains("nur die eingeladenen Stellen"))
            #expect(guest.status != 200)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a mailed way in needs no account, and an invented one opens nothing`(_ engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let office = try await people.signedIn("buero@example.org")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let desk = "/arbeit/beteiligungen/11/einladungen"
            let form = try await office.get(desk)
            let wrong = try await office.submit(form, ["stelle": "Niemand", "email": "x"], action: desk)
            let sent = try await office.submit(
                form, ["stelle": "Jugendrat Musterregion", "email": "post@example.org"], action: desk)
            let mail = try #require(try await people.mails().last { $0.recipient.text == "post@example.org" })
            let guest = Browser(people.site)
            let page = try await guest.get(mail.path)
            let given = try await guest.submit(page, ["fehlanzeige": "ja", "tun": "abgeben"], action: Self.path)
            let receipt = try #require(try await people.mails().last { $0.recipient.text == "post@example.org" })
            let inbox = try await office.get("/arbeit/beteiligungen/11/eingang")
            let elsewhere = try await guest.get(mail.path.replacing("/11/", with: "/12/"))
            let invented = try await guest.get(Self.path + "?schluessel=" + String(repeating: "a", count: 64))

            #expect(wrong.status == 422)
            #expect(sent.status == 303)
            #expect(page.words.contains("Im Namen von: Jugendrat Musterregion"))
            #expect(given.status == 303)
            #expect(receipt.letter.subject.contains("ZM-41-11/2026-"))
            #expect(inbox.words.contains("Fehlanzeige"))
            #expect(elsewhere.status == 403)
            #expect(invented.status == 403)
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a file goes along with a statement, and the office gives the public a blackened one`(
        _ engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let vera = try await people.signedIn("vera@example.org")
            let office = try await people.signedIn("buero@example.org")
            try await Self.represent(people, "vera@example.org", "Handwerkskammer Musterregion")
            try await people.grant(.programmeOffice, to: "buero@example.org")
            let form = try await vera.get(Self.path)
            let broken = try await vera.submit(
                form, ["gesamt": "Bleibt stehen.", "tun": "abgeben"], files: [SentFile("leer.txt", "nichts")],
                action: Self.path)
            let sent = try await vera.submit(
                form, ["gesamt": "Siehe Anlage.", "einwilligung": "ja", "tun": "abgeben"], files: [.paper],
                action: Self.path)
            let again = try await vera.get(Self.path)
            let inbox = try await office.get("/arbeit/beteiligungen/11/eingang")
            let onFile = try #require(
                inbox.links.last { $0.wholeMatch(of: #/\/arbeit\/beteiligungen\/11\/eingang\/\d+/#) != nil })
            let page = try await office.get(onFile)
            let file = try #require(page.links.first { $0.contains("/dateien/") })
            let original = try await office.get(file)
            let outside = try await vera.get(file)
            let number = String(file.split(separator: "/").last ?? "")
            let none = try await office.submit(
                page, ["oeffentlich-\(number)": "geschwaerzt"], action: onFile)
            let decided = try await office.submit(
                page, ["oeffentlich-\(number)": "geschwaerzt"], files: [.paper], in: "geschwaerzt-\(number)",
                action: onFile)
            let after = try await office.get(onFile)
            let everyone = try await Browser(people.site).get("/dokumente/\(number)")

            #expect(broken.status == 422)
            #expect(broken.text.contains("Bleibt stehen."))
            #expect(sent.status == 303)
            #expect(again.words.contains("Plan der Bänke.pdf"))
            #expect(page.words.contains("bleibt intern"))
            #expect(original.status == 200)
            #expect(original.headers[.cacheControl] == "no-store")
            #expect(outside.status == 403)
            #expect(none.status == 422)
            #expect(none.words.contains("Bitte wählen Sie die geschwärzte Datei."))
            #expect(decided.status == 303)
            #expect(after.words.contains("Geschwärzte Fassung ansehen"))
            #expect(everyone.status == 404)
        }
    }
}
