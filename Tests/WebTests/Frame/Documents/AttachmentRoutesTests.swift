// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct AttachmentRoutesTests {
    private struct Counts: Equatable {
        var ideas: Int64
        var documents: Int64
        var files: Int64
        var pieces: Int64
        var drafts: Int64
    }

    private func counts(_ people: PeopleSite) async throws -> Counts {
        try await people.site.database.read { db in
            Counts(
                ideas: try db.value("SELECT COUNT(*) FROM idea") ?? 0,
                documents: try db.value("SELECT COUNT(*) FROM document") ?? 0,
                files: try db.value("SELECT COUNT(*) FROM stored_file") ?? 0,
                pieces: try db.value("SELECT COUNT(DISTINCT digest) FROM stored_file_piece") ?? 0,
                drafts: try db.value("SELECT COUNT(*) FROM attachment_draft") ?? 0)
        }
    }

    /// The name of the field for what can be seen on a picture that is kept already.
    private func field(_ page: Answer) throws -> String {
        String(try #require(page.text.firstMatch(of: #/name="(anhang-beschreibung-[0-9a-f]+)"/#)).1)
    }

    @Test(arguments: TestPlace.engines)
    func `a guest's files wait for their words and for the click, and then stand at the idea`(
        engine: Engine
    ) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = Browser(people.site)
            let before = try await counts(people)
            let typed: KeyValuePairs<String, String> = [
                "titel": "Windspiele", "text": "Kupferglocken klingeln leise.", "email": "gast@example.org",
                "geprueft": "ja",
            ]
            let first = try await browser.submit(
                try await browser.get("/ideen/neu"), typed, files: [.picture, .paper], action: "/ideen/neu")
            let between = try await counts(people)
            let described = try field(first)
            let sent = try await browser.submit(
                first,
                [
                    "titel": "Windspiele", "text": "Kupferglocken klingeln leise.", "email": "gast@example.org",
                    "geprueft": "ja", described: "Zwei \"Glocken\" im Wind",
                ], files: [], action: "/ideen/neu")
            let waiting = try await counts(people)
            let mail = try #require(try await people.mails().last)
            people.wait(3 * 24 * 60 * 60)
            let link = try await browser.get(mail.path)
            let confirmed = try await browser.submit(link)
            let shown = try await browser.get(confirmed.headers[.location] ?? "")
            let after = try await counts(people)
            let report = try await people.site.database.read { db in try VerifyJournal().run(in: db) }

            #expect(first.status == 422)
            #expect(first.text.contains("IMG_0012.png"))
            #expect(first.words.contains("was auf dem Bild zu sehen ist"))
            #expect(first.text.contains("Kupferglocken klingeln leise."))
            #expect(between == Counts(ideas: before.ideas, documents: before.documents, files: 2, pieces: 2, drafts: 2))
            #expect(sent.status == 303)
            #expect(waiting == between)
            #expect(confirmed.status == 303)
            #expect(
                after
                    == Counts(
                        ideas: before.ideas + 1, documents: before.documents + 2, files: 2, pieces: 2, drafts: 0))
            #expect(shown.text.contains("alt=\"Zwei &quot;Glocken&quot; im Wind\""))
            #expect(shown.words.contains("Plan der Bänke.pdf"))
            #expect(report.faults == [])
        }
    }

    @Test func `a file is given to be saved, never as a page, and only while its matter is public`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let sent = try await browser.submit(
                try await browser.get("/ideen/neu"),
                ["titel": "Bänke", "text": "Am Kanal.", "geprueft": "ja", "anhang-beschreibung": "Eine Bank"],
                files: [.picture], action: "/ideen/neu")
            let shown = try await browser.get(sent.headers[.location] ?? "")
            let path = String(try #require(shown.text.firstMatch(of: #/src="(/dokumente/[0-9]+)"/#)).1)
            let reader = Browser(people.site)
            let file = try await reader.get(path)
            let again = try await reader.get(path, headers: [.ifNoneMatch: file.headers[.eTag] ?? ""])
            let policy = try #require(HTTPField.Name("Content-Security-Policy"))
            let sniffing = try #require(HTTPField.Name("X-Content-Type-Options"))
            try await people.site.database.write { db in
                try db.execute(
                    """
                    UPDATE matter SET visible_from = NULL WHERE kind = 'idea' AND id IN
                        (SELECT matter_id FROM document WHERE file_digest IS NOT NULL)
                    """)
            }
            people.wait(5)
            let hidden = try await reader.get(path)

            #expect(sent.status == 303)
            #expect(file.status == 200)
            #expect(file.headers[.contentType] == "image/png")
            #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"IMG_0012.png\"") ?? false)
            #expect(file.headers[policy] == "sandbox; default-src 'none'")
            #expect(file.headers[sniffing] == "nosniff")
            #expect(!file.text.contains("Geheim"))
            #expect(again.status == 304)
            #expect(hidden.status == 404)
        }
    }

    static let bad: [(name: String, file: SentFile, words: String)] = [
        (
            "HTML under the name of a paper", SentFile("Plan.pdf", "<!DOCTYPE html><script>alert(1)</script>"),
            "Art von Datei"
        ),
        ("SVG", SentFile("bild.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), "Art von Datei"),
        ("an archive", SentFile("viel.zip", [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 100)), "Art von Datei"),
        ("nothing", SentFile("leer.pdf", ""), "ist leer"),
        ("a small file that claims to be huge", .bomb, "zu viele Bildpunkte"),
        ("a paper cut off", SentFile("halb.pdf", "%PDF-1.7\n1 0 obj"), "beschädigt"),
        ("a picture cut off", SentFile("halb.png", Array(SentFile.picture.bytes.prefix(60))), "beschädigt"),
        (
            "fifty megabytes",
            SentFile("gross.pdf", Array("%PDF-1.7".utf8) + [UInt8](repeating: 32, count: 50 * 1024 * 1024)), "zu groß"
        ),
    ]

    @Test(arguments: bad.indices)
    func `a file that is not taken in is named, everything typed is kept, and nothing is written`(
        index: Int
    ) async throws {
        let bad = Self.bad[index]
        try await PeopleSite.with { people in
            let browser = Browser(people.site)
            let before = try await counts(people)
            let answer = try await browser.submit(
                try await browser.get("/ideen/neu"),
                ["titel": "Windspiele", "text": "Kupferglocken", "email": "gast@example.org", "geprueft": "ja"],
                files: [bad.file], action: "/ideen/neu")
            let after = try await counts(people)
            let mails = try await people.mails()

            #expect(answer.status == 422)
            #expect(answer.words.contains(bad.words))
            #expect(answer.text.contains("Kupferglocken"))
            #expect(after == before)
            #expect(mails.isEmpty)
        }
    }

    @Test func `one file in many forms lies here once, a sixth does not fit, and one can be taken back`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let papers = (1...6).map { SentFile("\($0).pdf", "%PDF-1.7 \($0) %%EOF") }
            let page = try await browser.get("/ideen/neu")
            let tooMany = try await browser.submit(page, ["titel": "x"], files: papers, action: "/ideen/neu")
            let five = try await browser.submit(
                page, ["titel": "x"], files: Array(papers.prefix(5)), action: "/ideen/neu")
            let full = try await counts(people)
            let again = try await browser.submit(five, ["titel": "x"], files: [papers[0]], action: "/ideen/neu")
            let same = try await counts(people)
            let removal = String(try #require(five.text.firstMatch(of: #/name="(anhang-entfernen-[0-9a-f]+)"/#)).1)
            let four = try await browser.submit(
                five, ["titel": "x", removal: "ja"], files: [], action: "/ideen/neu")
            let fewer = try await counts(people)

            #expect(tooMany.status == 422)
            #expect(tooMany.words.contains("Höchstens 5 passen"))
            #expect(five.status == 422)
            #expect(!five.text.contains("type=\"file\""))
            #expect([full.files, full.drafts] == [5, 5])
            #expect(again.status == 422)
            #expect(same == full)
            #expect(four.text.contains("type=\"file\""))
            #expect([fewer.files, fewer.drafts] == [4, 4])
        }
    }

    @Test func `files of a form that was never sent go after a day, and with the person who chose them`() async throws {
        try await PeopleSite.with { people in
            let (ada, ben) = (try await people.signedIn("a@example.org"), try await people.signedIn("b@example.org"))
            for (browser, name) in [(ada, "a"), (ben, "b")] {
                _ = try await browser.submit(
                    try await browser.get("/ideen/neu"), ["titel": "x"],
                    files: [SentFile("\(name).pdf", "%PDF-1.7 \(name) %%EOF")], action: "/ideen/neu")
            }
            let both = try await counts(people)
            let now = people.now
            try await people.site.database.write { db in
                let address = try #require(EmailAddress("a@example.org"))
                let person = try #require(try Person.find(email: address, in: db))
                _ = try ErasePerson(person.id).runAsOperator(at: now, in: db)
            }
            let one = try await counts(people)
            people.wait(25 * 60 * 60)
            let guest = Browser(people.site)
            _ = try await guest.submit(
                try await guest.get("/ideen/neu"), ["titel": "x"], files: [.paper], action: "/ideen/neu")
            let other = try await counts(people)

            #expect([both.files, both.drafts] == [2, 2])
            #expect([one.files, one.drafts] == [1, 1])
            #expect([other.files, other.drafts] == [1, 1])
        }
    }

    @Test func `sent twice, a form with a file makes one idea`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let before = try await counts(people)
            let page = try await browser.get("/ideen/neu")
            let typed: KeyValuePairs<String, String> = ["titel": "Bänke", "text": "Am Kanal.", "geprueft": "ja"]
            let first = try await browser.submit(page, typed, files: [.paper], action: "/ideen/neu")
            let second = try await browser.submit(page, typed, files: [.paper], action: "/ideen/neu")
            let after = try await counts(people)

            #expect(first.status == 303)
            #expect(second.headers[.location] == first.headers[.location])
            #expect([after.ideas, after.documents] == [before.ideas + 1, before.documents + 1])
        }
    }

    @Test func `the templates use what their pages have`() throws {
        try expectKnownTags(IdeaFormPage.self)
        try expectKnownTags(IdeaPage.self)
    }
}
