// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

@Suite struct SimilarIdeaTests {
    @Test(arguments: TestPlace.engines)
    func `what sounds like an idea there is leads to it before anything is written`(engine: Engine) async throws {
        try await PeopleSite.with(engine) { people in
            let browser = try await people.signedIn("a@example.org")
            let before = try await people.counts()
            let page = try await browser.get("/ideen/neu")
            let similar = try await browser.submit(
                page,
                [
                    "titel": "Bus jede Stunde nach Wiesenau",
                    "text": "Der letzte Bus fährt zu früh, wer Spätschicht hat,\nbraucht ein \"Auto\".", "forum": "1",
                ], action: "/ideen/neu")
            let between = try await people.counts()
            let back = try await browser.submit(similar, ["aktion": "aendern"], action: "/ideen/neu")
            let sent = try await browser.submit(similar, action: "/ideen/neu")
            let again = try await browser.submit(similar, action: "/ideen/neu")
            let after = try await people.counts()

            #expect(similar.status == 200)
            #expect(similar.words.contains("Gibt es das schon?"))
            #expect(similar.links.contains("/ideen/1"))
            #expect(similar.text.contains("action=\"/ideen/1/unterstuetzung\""))
            #expect(between == before)
            #expect(back.status == 200)
            #expect(back.text.contains("braucht ein &quot;Auto&quot;."))
            #expect(back.text.contains("value=\"1\" selected"))
            #expect(sent.status == 303)
            #expect(again.headers[.location] == sent.headers[.location])
            #expect(after == .init(ideas: before.ideas + 1, duties: before.duties + 1))
        }
    }

    @Test func `an idea that resembles none is taken at once`() async throws {
        try await PeopleSite.with { people in
            let browser = try await people.signedIn("a@example.org")
            let page = try await browser.get("/ideen/neu")
            let sent = try await browser.submit(
                page, ["titel": "Sternwarte Quasarblick", "text": "Xylophonkonzerte unter Kometen."],
                action: "/ideen/neu")

            #expect(sent.status == 303)
        }
    }

    @Test func `the list can be narrowed to ideas that wait for an answer`() async throws {
        let browser = Browser(try await Bundled.site())
        let waiting = try await browser.get("/p/musterregion/ideen?antwort=offen")
        let unknown = try await browser.get("/p/musterregion/ideen?antwort=ja")

        #expect(waiting.status == 200)
        #expect(!waiting.words.contains("Jede Stunde ein Bus, auch abends"))
        #expect(unknown.status == 404)
    }
}
