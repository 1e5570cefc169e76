// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Participation
import Storage
import Testing

@testable import Web

/// What papers of a programme consist of is the programme's to say.
@Suite struct PaperTemplateTests {
    private typealias House = PaperDeskTests.House
    private static let path = "/arbeit/vorlagen/muster"

    /// The fields of the form as a browser sends them, but for some that were changed; nil for a tick taken away.
    private struct FilledForm {
        var values: [(String, String)] = []

        init(_ page: Answer, _ changed: [String: String?]) {
            let form = page.text.firstMatch(of: #/<form id="formular".*?</form>/#.dotMatchesNewlines())
            for tag in (form?.output ?? "").matches(of: #/<input\b[^>]*>/#) {
                guard let name = tag.output.firstMatch(of: #/ name="([^"]*)"/#)?.1 else { continue }
                let value = tag.output.firstMatch(of: #/ value="([^"]*)"/#)?.1 ?? ""
                let isTick = tag.output.contains("type=\"checkbox\"")
                if isTick, !tag.output.contains(" checked") { continue }
                values.append((String(name), String(value)))
            }
            values.removeAll { changed.keys.contains($0.0) }
            values += changed.sorted { $0.key < $1.key }.compactMap { key, value in value.map { (key, $0) } }
        }

        var body: String { String(QueryText.joined(values).dropFirst()) }
    }

    private static func send(
        _ browser: Browser, _ page: Answer, _ changed: [String: String?]
    ) async throws -> Answer {
        var headers = HTTPFields()
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await browser.send(.post, path, headers: headers, body: FilledForm(page, changed).body)
    }

    @Test(arguments: TestPlace.engines)
    func `new papers follow the programme's own template, and papers that were begun keep theirs`(
        _ engine: Engine
    ) async throws {
        try await House.with(engine) { house in
            let older = try await PaperDeskTests.compose(house)
            let page = try await house.recorder.get(Self.path)
            let saved = try await Self.send(
                house.recorder, page,
                [
                    "effects-dabei": nil, "attachments-platz": "1", "items-platz": "2",
                    "facts-titel": "Ausgangslage", "neu-titel": "Umsetzung", "neu-hinweis": "Wer wann beginnt.",
                    "neu-pflicht": "ja",
                ])
            let made = try await house.office.submit(
                try await house.office.get("/arbeit/vorlagen/neu"),
                ["titel": "Treffpunkte", "ressort": "MVU", "vorschlag": "19"], action: "/arbeit/vorlagen/neu")
            let text = try #require(made.headers[.location])
            let form = try await house.office.get(text)
            let paper = String(text.dropLast("/text".count))
            let shown = try await house.office.get(paper)
            let early = try await house.step(
                house.office, paper, "mitzeichnung", ["mitzeichnung": "MFH", "frist": "2026-12-20"])
            let kept = try await house.office.get(older + "/text")
            let places = ["id=\"attachments\"", "id=\"beschlussvorschlag-1\"", "id=\"own_1\""].compactMap { anchor in
                shown.text.utf8.firstRange(of: Array(anchor.utf8)).map {
                    shown.text.utf8.distance(from: shown.text.startIndex, to: $0.lowerBound)
                }
            }

            #expect(saved.status == 303)
            #expect(form.words.contains("Ausgangslage"))
            #expect(form.words.contains("Wer wann beginnt."))
            #expect(!form.words.contains("Auswirkungen"))
            #expect(early.status == 422)
            #expect(places.count == 3)
            #expect(places == places.sorted())
            #expect(kept.words.contains("Auswirkungen"))
            #expect(!kept.words.contains("Ausgangslage"))
        }
    }

    @Test(arguments: TestPlace.engines)
    func `two who change the template at once lose nothing, and what is wrong is said`(_ engine: Engine) async throws {
        try await House.with(engine) { house in
            let mine = try await house.recorder.get(Self.path)
            let theirs = try await house.confirmer.get(Self.path)
            let first = try await Self.send(house.confirmer, theirs, ["costs-titel": "Geld"])
            let conflict = try await Self.send(house.recorder, mine, ["facts-titel": "Ausgangslage"])
            let wrong = try await Self.send(
                house.recorder, try await house.recorder.get(Self.path),
                ["facts-platz": "viele", "facts-titel": "Bleibt stehen"])
            let officer = try await house.officer.get(Self.path)
            let restored = try await house.recorder.post(
                Self.path,
                [
                    "tun": "wiederherstellen",
                    "formular": try #require(
                        wrong.text.matches(of: #/name="formular" value="([^"]*)"/#).last.map { String($0.1) }),
                ])
            let usual = try await house.recorder.get(Self.path)

            #expect(first.status == 303)
            #expect(conflict.status == 409)
            #expect(conflict.text.contains("Ausgangslage"))
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("Bleibt stehen"))
            #expect(wrong.words.contains("einen Platz von 1 bis 99"))
            #expect(officer.status == 403)
            #expect(restored.status == 303)
            #expect(usual.text.contains("value=\"Kosten und Haushalt\""))
        }
    }
}
