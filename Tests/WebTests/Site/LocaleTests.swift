// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Web

@Suite struct LocaleTests {
    private let resources = TestSite.resources

    @Test func `both languages have the same keys`() throws {
        let texts = try Texts(folder: resources.appending(path: "Locales"))
        let german = Set(texts.keys(in: .german))
        let english = Set(texts.keys(in: .english))
        #expect(german.subtracting(english).sorted() == [])
        #expect(english.subtracting(german).sorted() == [])
    }

    @Test func `both languages fill the same placeholders`() throws {
        let texts = try Texts(folder: resources.appending(path: "Locales"))
        for key in texts.keys(in: .german) {
            let german = placeholders(texts.entry(key, in: .german))
            let english = placeholders(texts.entry(key, in: .english))
            #expect(german == english, "\(key)")
        }
    }

    @Test func `every text that a template names exists`() throws {
        let texts = try Texts(folder: resources.appending(path: "Locales"))
        let templates = try Templates(folder: resources.appending(path: "Templates"), texts: texts)
        for name in templates.names {
            let file = resources.appending(path: "Templates/\(name).mustache")
            let source = try String(contentsOf: file, encoding: .utf8)
            for match in source.matches(of: #/\{\{t\.([^}]+)\}\}/#) {
                #expect(texts.entry(String(match.1), in: .german) != nil, "\(name): \(match.1)")
            }
        }
    }

    @Test func `every fault has its words`() throws {
        let texts = try Texts(folder: resources.appending(path: "Locales")).speaking(.english)
        let faults: [PageFault] = [
            .notFound, .noProgramme, .unknownValue(name: "seite"), .unreadableAddress, .unreadableForm, .gone,
            .methodNotAllowed(allowed: []), .addressTooLong, .headersTooLarge, .bodyTooLarge, .slowRequest,
            .misdirected,
            .tooManyRequests(secondsToWait: 1), .unavailable,
            .refused(reason: "site.fault.gone.explanation"), .outdated, .foreignForm,
        ]
        for key in faults.map(\.key) + ["failure"] {
            #expect(texts.has("site.fault.\(key).heading"), "\(key)")
            #expect(texts.has("site.fault.\(key).explanation"), "\(key)")
        }
    }

    @Test func `placeholders and plurals are filled`() {
        let texts = Texts(entries: [
            .german: [
                "a.count": .plural(one: "{count} Projekt in {place}", other: "{count} Projekte in {place}"),
                "a.plain": .plain("Hallo, {name} und {other}"),
            ]
        ]).speaking(.english)
        #expect(texts.text("a.count", count: 1, ["place": "Essen"]) == "1 Projekt in Essen")
        #expect(texts.text("a.count", count: 1234, ["place": "Essen"]) == "1,234 Projekte in Essen")
        #expect(texts.text("a.plain", ["name": "{other}", "other": "Eva"]) == "Hallo, {other} und Eva")
    }

    @Test func `a missing text falls back to German, then shows its key`() {
        let texts = Texts(entries: [.german: ["a.b": .plain("nur deutsch")], .english: [:]]).speaking(.english)
        #expect(texts.text("a.b") == "nur deutsch")
        #expect(texts.text("a.c") == "⟦a.c⟧")
    }

    @Test func `a template speaks the words of its language, as text and not as HTML`() {
        let texts = Texts(entries: [.german: ["a.b": .plain("Lärm & <Ruhe>")], .english: ["a.b": .plain("Noise")]])
        let template = "<p>{{t.a.b}}</p>{{name}}{{t.a.c}}"
        #expect(
            Templates.worded(template, texts.speaking(.german)) == "<p>Lärm &amp; &lt;Ruhe&gt;</p>{{name}}⟦a.c⟧")
        #expect(Templates.worded(template, texts.speaking(.english)) == "<p>Noise</p>{{name}}⟦a.c⟧")
    }

    private func placeholders(_ entry: Texts.Entry?) -> Set<String> {
        switch entry {
        case .plain(let text): Set(text.matches(of: #/\{(\w+)\}/#).map { String($0.1) })
        case .plural(let one, let other):
            placeholders(.plain(one)).union(placeholders(.plain(other)))
        case nil: []
        }
    }
}
