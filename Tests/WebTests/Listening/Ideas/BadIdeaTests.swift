// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// What comes in by mistake or in bad faith: the page says what is wrong, what was typed is still there, and nothing is
/// written, owed or mailed.
@Suite struct BadIdeaTests {
    static let typed: [(name: String, title: String, text: String, kept: String)] = [
        ("nothing", "", "", "name=\"text\""),
        ("white space", " \t ", "\n \n", "name=\"text\""),
        ("too long a title", String(repeating: "ä", count: 121), "Text", "Text"),
        ("too long a text", "Titel", String(repeating: "ö ", count: 10_001), "ö ö ö"),
        ("direction marks in the title", "Titel \u{202E}letiT", "Text", "Text"),
        ("direction marks in the text", "Titel", "Te\u{2066}xt", "Titel"),
        ("a title of two lines", "Titel\nzwei", "Text", "Text"),
    ]

    @Test(arguments: typed.indices)
    func `a form that cannot be taken comes back with everything in it`(index: Int) async throws {
        let typed = Self.typed[index]
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let before = try await people.counts()
            let page = try await browser.get("/ideen/neu")
            for files in [[], [SentFile.paper]] {
                let answer = try await browser.submit(
                    page,
                    ["titel": typed.title, "text": typed.text, "email": "gast@example.org", "geprueft": "ja"],
                    files: files, action: "/ideen/neu")
                #expect(answer.status == 422, "\(typed.name)")
                #expect(answer.text.contains(typed.kept), "\(typed.name)")
                #expect(answer.text.contains("error-summary"), "\(typed.name)")
            }
            let (after, mails) = (try await people.counts(), try await people.mails())
            #expect(after == before)
            #expect(mails.isEmpty)
        }
    }

    @Test func `ten thousand empty lines are three, and markup is only text`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let text = "Anfang" + String(repeating: "\r\n", count: 10_000) + "<script>alert(1)</script> <b>Ende</b>"
            let sent = try await browser.submit(
                try await browser.get("/ideen/neu"),
                ["titel": "<img src=x onerror=alert(1)>", "text": text, "geprueft": "ja"], files: [],
                action: "/ideen/neu")
            let shown = try await browser.get(sent.headers[.location] ?? "")

            #expect(sent.status == 303)
            #expect(!shown.text.contains("<script>alert"))
            #expect(!shown.text.contains("<img src=x"))
            #expect(shown.words.contains("Ende"))
            #expect(shown.text.count < 100_000)
        }
    }

    @Test func `bytes that are no text are no form`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let before = try await people.counts()
            let page = try await browser.get("/ideen/neu")
            let key = String(try #require(page.text.firstMatch(of: #/name="formular" value="([^"]+)"/#)).1)
            let part = { (name: String) in
                Array("--grenze\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8)
            }
            let body =
                part("formular") + Array(key.utf8) + Array("\r\n".utf8) + part("titel") + [0xC3, 0x28, 0xFF]
                + Array("\r\n--grenze--\r\n".utf8)
            let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=grenze"]
            let broken = try await browser.send(.post, "/ideen/neu", headers: headers, bytes: body)
            let cutOff = try await browser.send(
                .post, "/ideen/neu", headers: headers, bytes: Array(body.dropLast(14)))
            let escaped = try await browser.send(
                .post, "/ideen/neu", headers: [.contentType: "application/x-www-form-urlencoded"],
                body: "titel=%C3%28&formular=\(key)")
            let after = try await people.counts()

            let statuses = [broken, cutOff, escaped].map(\.status)
            #expect(statuses == [400, 400, 400])
            #expect(after == before)
        }
    }

    @Test func `a form that was open for two days comes back with what was typed and a fresh key`() async throws {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/ideen/neu")
            people.wait(2 * 24 * 60 * 60)
            let stale = try await browser.submit(
                page,
                ["titel": "Windspiele", "text": "Kupferglocken", "email": "gast@example.org", "geprueft": "ja"],
                files: [.paper], action: "/ideen/neu")
            let again = try await browser.submit(
                stale,
                ["titel": "Windspiele", "text": "Kupferglocken", "email": "gast@example.org", "geprueft": "ja"],
                files: [], action: "/ideen/neu")

            #expect(stale.status == 422)
            #expect(stale.text.contains("Kupferglocken"))
            #expect(stale.text.contains("Plan der Bänke.pdf"))
            #expect(again.status == 303)
        }
    }

    @Test func `when the collection ends while somebody writes, the text is kept and no file is taken in`() async throws
    {
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let page = try await browser.get("/ideen/neu")
            people.wait(40 * 24 * 60 * 60)
            let late = try await browser.submit(
                page, ["titel": "Zu spät", "text": "Leider", "email": "gast@example.org"], files: [.paper],
                action: "/ideen/neu")
            let files: Int64? = try await people.site.database.read { db in
                try db.value("SELECT COUNT(*) FROM stored_file")
            }
            let mails = try await people.mails()

            #expect(late.status == 403)
            #expect(late.text.contains("Leider"))
            #expect(files == 0)
            #expect(mails.isEmpty)
        }
    }
}
