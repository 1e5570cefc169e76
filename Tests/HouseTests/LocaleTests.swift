// SPDX-License-Identifier: EUPL-1.2

import Testing

/// Every sentence of the interface exists in both languages, and none is there for nobody.
@Suite struct LocaleTests {
    @Test func `both languages have the same keys`() throws {
        let german = try LocaleKeys(language: "de")
        let english = try LocaleKeys(language: "en")

        #expect(!german.all.isEmpty)
        #expect(german.all.filter { !english.known.contains($0) } == [], "missing in English")
        #expect(english.all.filter { !german.known.contains($0) } == [], "missing in German")
    }

    @Test(arguments: ["de", "en"])
    func `keys are sorted`(language: String) throws {
        let offenders = try LocaleKeys(language: language).unsorted

        #expect(offenders == [])
    }

    @Test func `every key that a page or template asks for exists`() throws {
        let keys = try LocaleKeys(language: "de")
        let offenders = try LocaleUses.inTheProject().exact
            .filter { use in !keys.known.contains(use.key) && !keys.all.contains { $0.hasPrefix(use.key + ".") } }
            .map { "\($0.file): \($0.key)" }

        #expect(offenders == [])
    }

    @Test func `every key is asked for somewhere`() throws {
        let uses = try LocaleUses.inTheProject()
        let exact = Set(uses.exact.map(\.key))
        let offenders = try LocaleKeys(language: "de").all.filter { key in
            !exact.contains(key) && !uses.beginnings.contains { key.hasPrefix($0) }
        }

        #expect(offenders == [])
    }

    @Test func `keys are read with their place and their order`() {
        let text = #"{ "b": "x", "a": { "one": "1", "other": "2" }, "c": { "z": "a: \"b\"", "d": "y" } }"#

        let keys = LocaleKeys.read(text, under: "ideas")

        #expect(keys.all == ["ideas.b", "ideas.a", "ideas.c.z", "ideas.c.d"])
        #expect(keys.unsorted == ["ideas.a", "ideas.c.d"])
    }

    @Test func `uses are found in pages and templates`() {
        let page = RepositoryFile(
            path: "P.swift", text: #"let a = texts.text("ideas.title"); let b = text("ideas.states.\(state)")"#)
        let template = RepositoryFile(
            path: "p.mustache", text: "{{t.ideas.list.title}} {{#t.ideas.hint}}x{{/t.ideas.hint}}")

        let uses = LocaleUses.inFiles(sources: [page], templates: [template])

        #expect(uses.exact.map(\.key) == ["ideas.title", "ideas.list.title", "ideas.hint"])
        #expect(uses.beginnings == ["ideas.states."])
    }
}
