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
        let offenders = try LocaleKeys(language: "de").all.filter { !uses.asks(for: $0) }

        #expect(offenders == [])
    }

    @Test func `keys are read with their place and their order`() {
        let text = #"{ "b": "x", "a": { "one": "1", "other": "2" }, "c": { "z": "a: \"b\"", "other": "y" } }"#

        let keys = LocaleKeys.read(text, under: "ideas")

        #expect(keys.all == ["ideas.b", "ideas.a", "ideas.c.z", "ideas.c.other"])
        #expect(keys.unsorted == ["ideas.a", "ideas.c.other"])
    }

    @Test func `uses are found in pages and templates`() {
        let page = RepositoryFile(
            path: "P.swift",
            text: #"""
                let a = texts.text("ideas.title"); let b = text("ideas.states.\(state)-now.label")
                let c = text("ideen.title"); let d = StateLook("idea.received"); let e = "www.example.org"
                let f = text("\(feature).empty"); let g = EmptyState(of: "forums")
                """#)
        let template = RepositoryFile(
            path: "p.mustache", text: "{{t.ideas.list.no-title}} {{#t.ideas.hint}}x{{/t.ideas.hint}}")

        let uses = LocaleUses.inFiles(sources: [page], templates: [template], features: ["ideas", "forums"])

        #expect(uses.exact.map(\.key) == ["ideas.title", "ideen.title", "ideas.list.no-title", "ideas.hint"])
        #expect(uses.families == [#"ideas.states.\()-now.label"#, #"\().empty"#])
        #expect(uses.asks(for: "ideas.states.open-now.label"))
        #expect(uses.asks(for: "forums.empty"))
        for key in ["ideas.states.-now.label", "ideas.states.open.label", "ideas.states.a.b-now.label", "ideas.empty"] {
            #expect(!uses.asks(for: key), "\(key) is asked for by nobody")
        }
    }
}
