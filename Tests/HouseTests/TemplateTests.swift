// SPDX-License-Identifier: EUPL-1.2

import Testing

/// Templates and pages know each other, so that a renamed one does not go on living for nobody.
@Suite struct TemplateTests {
    @Test func `every template belongs to a page or to another template`() throws {
        let named = try Self.namedByPages() + Self.included()
        let offenders = try Self.templates().map(\.name).filter { !named.contains($0) }

        #expect(offenders == [])
    }

    @Test func `every page has its template`() throws {
        let names = try Self.templates().map(\.name)
        let pages = try Self.namedByPages()

        #expect(!pages.isEmpty)
        #expect(pages.filter { !names.contains($0) } == [])
    }

    @Test func `every template that another includes is there`() throws {
        let names = try Self.templates().map(\.name)

        #expect(try Self.included().filter { !names.contains($0) } == [])
    }

    @Test func `raw HTML comes only from Markup and from our own drawings`() throws {
        let offenders = try Self.templates().flatMap { template in
            template.text.matches(of: /\{\{\{\s*(?<name>[\w.]+)|\{\{&\s*(?<other>[\w.]+)/)
                .map { String($0.output.name ?? $0.output.other ?? "") }
                .filter {
                    !$0.hasSuffix("HTML") && !$0.hasSuffix("SVG") && !$0.hasSuffix("Html") && !$0.hasSuffix("Svg")
                }
                .map { "\(template.name): \($0)" }
        }

        #expect(offenders == [])
    }

    @Test func `no template has style or script of its own`() throws {
        let offenders = try Self.templates()
            .filter { $0.text.contains(/\sstyle="|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="/) }
            .map(\.name)

        #expect(offenders == [])
    }

    private static func templates() throws -> [(name: String, text: String)] {
        try Repository.files(under: "Resources/Templates", endingIn: [".mustache"]).map { file in
            (String(file.path.dropFirst("Resources/Templates/".count).dropLast(".mustache".count)), file.text)
        }
    }

    private static func namedByPages() throws -> [String] {
        try Repository.files(under: "Sources/Web", endingIn: [".swift"]).flatMap { file in
            file.text.matches(of: /static (let|var) template(: String)? = "(?<name>[^"]+)"/).map {
                String($0.output.name)
            }
        }
    }

    private static func included() throws -> [String] {
        try templates().flatMap { included(in: $0.text) }
    }

    /// The frame around every page is asked for as `layout`, whatever folder it stands in.
    private static func included(in text: String) -> [String] {
        text.matches(of: /\{\{[><]\s*(?<name>[\w\/-]+)/).map { match in
            match.output.name == "layout" ? "Site/layout" : String(match.output.name)
        }
    }
}
