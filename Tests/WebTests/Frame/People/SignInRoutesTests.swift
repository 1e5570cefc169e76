// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage
import Testing

@testable import Web

@Suite struct SignInRoutesTests {
    @Test(arguments: TestPlace.engines)
    func `somebody new signs in by mail, and out again`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = Browser(people.site)
            let asked = try await browser.submit(try await browser.get("/anmelden"), ["email": "Neu@Example.org"])
            let mail = try #require(try await people.mails().first)
            let link = try await browser.get(mail.path)
            let done = try await browser.submit(link)
            let own = try await browser.get("/mein")
            let out = try await browser.submit(own, action: "/abmelden")
            let after = try await browser.get("/mein")

            #expect(asked.status == 303)
            #expect(asked.headers[.location] == "/anmelden/code")
            #expect(mail.recipient.text == "neu@example.org")
            #expect(link.status == 200)
            #expect(!link.text.contains("name=\"code\""))
            #expect(done.headers[.location] == "/mein")
            #expect(own.status == 200)
            #expect(own.words.contains("neu@example.org"))
            #expect(out.status == 303)
            #expect(after.headers[.location] == "/anmelden?weiter=%2Fmein")
        }
    }

    @Test func `the answer is the same whether an address is known or not`() async throws {
        try await PeopleSite.with { people in
            _ = try await people.signedIn("bekannt@example.org")
            var answers: [Answer] = []
            people.wait(1)
            for email in ["bekannt@example.org", "fremd@example.org"] {
                let browser = Browser(people.site)
                answers.append(try await browser.submit(try await browser.get("/anmelden"), ["email": email]))
                answers.append(try await browser.get("/anmelden/code"))
            }
            let mails = try await people.mails()
            let known = mails.filter { $0.recipient.text == "bekannt@example.org" }.map(\.letter.subject)
            let unknown = mails.filter { $0.recipient.text == "fremd@example.org" }.map(\.letter.subject)

            #expect(answers[0].status == answers[2].status)
            #expect(answers[0].headers[.location] == answers[2].headers[.location])
            #expect(answers[1].words == answers[3].words)
            #expect(known == ["Willkommen: Zukunft Musterregion", "Ihre Anmeldung: Zukunft Musterregion"])
            #expect(unknown == ["Willkommen: Zukunft Musterregion"])
        }
    }

    @Test func `looking at the link uses nothing up, and nobody keeps the page`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            _ = try await browser.submit(try await browser.get("/anmelden"), ["email": "a@example.org"])
            let mail = try #require(try await people.mails().first)
            for _ in 0..<3 { _ = try await Browser(people.site).get(mail.path) }
            let page = try await browser.get(mail.path)
            let done = try await browser.submit(page)
            let again = try await browser.get(mail.path)
            let referrer = try #require(HTTPField.Name("Referrer-Policy"))

            #expect(page.headers[.cacheControl] == "no-store")
            #expect(page.headers[referrer] == "no-referrer")
            #expect(done.status == 303)
            #expect(again.words.contains("schon benutzt"))
        }
    }

    @Test func `in another browser the code is asked for, wrong ones are counted`() async throws {
        try await PeopleSite.with { people in
            _ = try await Browser(people.site).askForSignIn("a@example.org")
            let mail = try #require(try await people.mails().first)
            let other = Browser(people.site)
            let page = try await other.get(mail.path)
            let empty = try await other.submit(page)
            let wrong = try await other.submit(empty, ["code": mail.code == "000000" ? "111111" : "000000"])
            let right = try await other.submit(wrong, ["code": mail.code])

            #expect(page.text.contains("name=\"code\""))
            #expect(empty.status == 422)
            #expect(wrong.status == 422)
            #expect(wrong.words.contains("Dieser Code passt nicht"))
            #expect(right.status == 303)
            #expect(right.headers[.location] == "/mein")
        }
    }

    @Test func `the code alone signs in where the mail was asked for`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            _ = try await browser.askForSignIn("a@example.org")
            let mail = try #require(try await people.mails().first)
            let page = try await browser.get("/anmelden/code")
            let nothing = try await browser.submit(page, ["code": "zwölf"])
            let done = try await browser.submit(nothing, ["code": "\(mail.code.prefix(3)) \(mail.code.suffix(3))"])

            #expect(nothing.status == 422)
            #expect(nothing.words.contains("sechs Ziffern"))
            #expect(done.headers[.location] == "/mein")
        }
    }

    @Test func `a link ends after a quarter of an hour, a made-up one is unknown`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            _ = try await browser.askForSignIn("a@example.org")
            let mail = try #require(try await people.mails().first)
            let page = try await browser.get(mail.path)
            people.wait(15 * 60)
            let late = try await browser.submit(page)
            let madeUp = try await browser.get("/anmelden/link?schluessel=" + String(repeating: "0", count: 64))
            let broken = try await browser.get("/anmelden/link?schluessel=abc")

            #expect(late.status == 410)
            #expect(late.words.contains("Der Link galt 15 Minuten"))
            #expect(madeUp.words.contains("Diesen Link kennen wir nicht"))
            #expect(broken.words.contains("Diesen Link kennen wir nicht"))
        }
    }

    @Test(arguments: [
        ("", "Bitte tragen Sie Ihre E-Mail-Adresse ein"), ("kein", "keine vollständige E-Mail-Adresse"),
        ("a@example.org\r\nBcc: b@example.org", "keine vollständige E-Mail-Adresse"),
        (String(repeating: "x", count: 5000), "Das ist zu lang"),
    ])
    func `a wrong address comes back as it was typed, and no mail is written`(typed: String, says: String) async throws
    {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let answer = try await browser.submit(try await browser.get("/anmelden"), ["email": typed])
            let mails = try await people.mails()

            #expect(answer.status == 422)
            #expect(answer.words.contains(says))
            #expect(answer.text.contains("role=\"alert\""))
            #expect(typed.isEmpty || answer.text.contains("value=\"\(typed.prefix(4))"))
            #expect(mails.isEmpty)
            #expect(browser.cookieNames == [])
        }
    }

    @Test func `a form from elsewhere, without a key or a day old is not taken`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/anmelden")
            let origin: HTTPFields = [.origin: "https://evil.example"]
            let foreign = try await browser.submit(page, ["email": "a@example.org"], headers: origin)
            let bare = try await browser.post("/anmelden", ["email": "a@example.org"])
            people.wait(24 * 60 * 60 + 1)
            let old = try await browser.submit(page, ["email": "a@example.org"])
            let mails = try await people.mails()
            let fresh = try await browser.submit(old, ["email": "a@example.org"])

            #expect(foreign.status == 403)
            #expect(bare.status == 422)
            #expect(old.status == 422)
            #expect(old.words.contains("Ihre Eingaben sind noch da"))
            #expect(old.text.contains("value=\"a@example.org\""))
            #expect(mails.isEmpty)
            #expect(fresh.status == 303)
        }
    }

    @Test func `who asks for a sixth mail is told when to try again`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            var statuses: [Int] = []
            for _ in 0..<5 { statuses.append(try await browser.askForSignIn("a@example.org").status) }
            let sixth = try await browser.askForSignIn("a@example.org")
            let other = try await browser.askForSignIn("b@example.org")
            people.wait(15 * 60)
            let later = try await browser.askForSignIn("a@example.org")

            #expect(statuses == Array(repeating: 303, count: 5))
            #expect(sixth.status == 429)
            #expect(sixth.words.contains("Versuchen Sie es in 15 Minuten noch einmal"))
            #expect(sixth.headers[.retryAfter] == "900")
            #expect(other.status == 303)
            #expect(later.status == 303)
        }
    }

    @Test func `the cookie is hidden from scripts, and over TLS bound to the host`() async throws {
        try await PeopleSite.with(publicURL: "https://ruhr.example") { people in
            let browser = Browser(people.site)
            let asked = try await browser.askForSignIn("a@example.org")
            let mail = try #require(try await people.mails().first)
            let done = try await browser.submit(try await browser.get(mail.path))
            let cookies = (asked.headers[values: .setCookie] + done.headers[values: .setCookie])

            #expect(mail.letter.text.contains("https://ruhr.example/anmelden/link?schluessel="))
            #expect(browser.cookieNames == ["__Host-sitzung"])
            #expect(cookies.count == 3)
            #expect(cookies.allSatisfy { $0.contains("; Path=/; HttpOnly; SameSite=Lax; Secure") })
            #expect(cookies.allSatisfy { !$0.contains("Domain") })
        }
    }

    @Test func `a mail never leads where a request claims to come from`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/anmelden", host: "evil.example")
            let key = try #require(page.text.firstMatch(of: #/name="formular" value="([^"]*)"/#)).1
            let body = "formular=\(key)&email=a%40example.org"
            _ = try await browser.send(
                .post, "/anmelden", headers: [.contentType: "application/x-www-form-urlencoded"], body: body,
                host: "evil.example")
            let mail = try #require(try await people.mails().first)

            #expect(!mail.letter.text.contains("evil.example"))
            #expect(mail.letter.html?.contains("evil.example") == false)
            #expect(mail.letter.text.contains("http://127.0.0.1:8080/anmelden/link"))
        }
    }

    @Test(arguments: [
        ("/ideen?seite=2", "/ideen?seite=2"), ("//evil.example", "/mein"), ("https://evil.example", "/mein"),
        ("/\\evil.example", "/mein"), ("/x//y", "/mein"), ("javascript:alert(1)", "/mein"), ("/anmelden", "/mein"),
    ])
    func `after signing in one is led on, but never away`(wish: String, place: String) async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/anmelden" + QueryText.joined([("weiter", wish)]))
            _ = try await browser.submit(page, ["email": "a@example.org"])
            let mail = try #require(try await people.mails().first)
            let done = try await browser.submit(try await browser.get(mail.path))

            #expect(done.headers[.location] == place)
        }
    }

    @Test func `every page says who is signed in, and is kept by nobody`() async throws {
        try await PeopleSite.with { people in
            let guest = try await Browser(people.site).get("/ideen")
            let browser = try await people.signedIn("a@example.org")
            let own = try await browser.get("/ideen")
            let english = try await browser.get("/en/ideen")

            #expect(guest.text.contains("href=\"/anmelden?weiter=%2Fideen\""))
            #expect(!guest.words.contains("Mein Bereich"))
            #expect(own.words.contains("Mein Bereich"))
            #expect(own.headers[.cacheControl] == "no-store")
            #expect(english.words.contains("My area"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `all roles that somebody holds are named`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            for role in [Role.moderator, .programmeOffice, .administrator] {
                try await people.grant(role, to: "a@example.org")
            }
            let page = try await browser.get("/mein")

            #expect(page.words.contains("Moderation, Programmbüro, Administration"))
        }
    }
}

extension Browser {
    /// Fills in an address where signing in begins.
    func askForSignIn(_ email: String) async throws -> Answer {
        try await submit(try await get("/anmelden"), ["email": email])
    }
}
