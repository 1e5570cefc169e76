// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Markup

@Suite struct MarkupTests {
    private func staff(_ source: String) throws -> String {
        try Markup.html(fromStaff: source).text
    }

    private func participant(_ source: String) throws -> String {
        try Markup.html(fromParticipant: source).text
    }

    @Test func `plain texts become paragraphs, lists and emphasis`() throws {
        #expect(
            try staff("Ein *Satz*.\n\n- eins\n- ~zwei~")
                == "<p>Ein <em>Satz</em>.</p>\n<ul>\n<li>eins</li>\n<li><del>zwei</del></li>\n</ul>\n")
    }

    @Test func `headings begin below the heading of the page`() throws {
        #expect(try staff("# A\n\n## B\n\n###### F") == "<h2>A</h2>\n<h3>B</h3>\n<h6>F</h6>\n")
        #expect(try participant("# A") == "<h3>A</h3>\n")
    }

    @Test func `participants keep their line breaks`() throws {
        #expect(try participant("eins\nzwei") == "<p>eins<br />\nzwei</p>\n")
    }

    @Test func `links of participants say that nobody vouches for them`() throws {
        let link = "<a rel=\"nofollow ugc noopener\" href=\"https://example.org\">"
        #expect(try participant("[hier](https://example.org)") == "<p>\(link)hier</a></p>\n")
        #expect(try participant("https://example.org") == "<p>\(link)https://example.org</a></p>\n")
        #expect(try staff("[hier](https://example.org)") == "<p><a href=\"https://example.org\">hier</a></p>\n")
    }

    @Test func `staff may link inside the site`() throws {
        #expect(try staff("[Projekte](/projekte)") == "<p><a href=\"/projekte\">Projekte</a></p>\n")
        #expect(try participant("[Projekte](/projekte)") == "<p>Projekte</p>\n")
    }

    @Test(arguments: [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](java\u{0}script:alert(1))", "<javascript:alert(1)>", "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)", "[x](//evil.example)", "[x](/\\evil.example)", "![x](https://evil.example/pixel.png)",
        "![x](//evil.example/a.png)", "[x]: javascript:alert(1)\n\n[x]",
        "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "<svg/onload=alert(1)>", "<!-- x --><b onclick=x>",
        "<a href=\"javascript:alert(1)\">x</a>", "<iframe src=x>\n</iframe>", "<style>@import 'x'</style>",
        "`<script>`", "```\"><script>alert(1)</script>\nx\n```", "[x](https://a\"onclick=\"alert(1))",
        "[a](<https://x\"><script>>)", "&lt;script&gt;", "<div\n<script>alert(1)</script>",
    ])
    func `hostile text stays text`(source: String) throws {
        for html in [try participant(source), try staff(source)] {
            let tags = html.matches(of: #/<\/?([a-zA-Z0-9]+)([^>]*)>/#)
            for tag in tags {
                #expect(["p", "a", "code", "pre", "ul", "li", "br"].contains(tag.1.lowercased()), "\(tag.0)")
                #expect(
                    tag.2.firstMatch(of: #/^( rel="nofollow ugc noopener")?( (href|class)="[^"]*")?( \/)?$/#) != nil,
                    "\(tag.0)")
                #expect(
                    tag.2.lowercased().firstMatch(of: #/javascript:|data:|vbscript:|href="\/\//#) == nil, "\(tag.0)")
            }
        }
    }

    @Test func `raw HTML is shown as it was typed`() throws {
        #expect(try participant("Das ist <b>wichtig</b>.") == "<p>Das ist &lt;b&gt;wichtig&lt;/b&gt;.</p>\n")
        #expect(try participant("<div>x</div>") == "<p>&lt;div&gt;x&lt;/div&gt;\n</p>\n")
    }

    @Test func `staff may write tables, participants may not`() throws {
        let table = "| a | b |\n|---|---|\n| 1 | 2 |"
        #expect(try staff(table).contains("<td>1</td>"))
        #expect(try !participant(table).contains("<table"))
    }

    @Test func `a table without measure is refused before it is parsed`() throws {
        let columns = 400
        let header = String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        let table = header + String(repeating: "|\n", count: 20_000)
        #expect(throws: Markup.Refusal.tooManyTableCells(limit: 2_000)) { try Markup.html(fromStaff: table) }
    }

    @Test func `a table inside a quotation counts too`() {
        let columns = String(repeating: "|a", count: 400)
        let table = "> \(columns)\n> \(columns.replacing("a", with: "-"))\n" + String(repeating: "> |\n", count: 100)
        #expect(throws: Markup.Refusal.tooManyTableCells(limit: 2_000)) { try Markup.html(fromStaff: table) }
    }

    @Test func `texts have a limit`() throws {
        #expect(throws: Markup.Refusal.tooLong(limit: 20_000)) {
            try Markup.html(fromParticipant: String(repeating: "a", count: 20_001))
        }
        let longest = try participant(String(repeating: "ä", count: 20_000))
        #expect(longest.count == 20_008)
        #expect(throws: Markup.Refusal.tooLong(limit: 20_000)) {
            try Markup.html(fromParticipant: "a" + String(repeating: "\u{301}", count: 80_000))
        }
    }

    @Test(arguments: [
        "[", "![", "[a](", "*a_ ", "**a ", "`", "``a ", "> ", "- ", "<", "<a ", "&", "\\", "~", "_a", "[a][b]", "w.",
        "www.", "http://a", "a@a.", "!<", "\n- a", "\n# a", "$[a](b", "*", "<!--", "<?", "<![CDATA[", "**x *a* ",
        "|-|\n",
        "[^a]", "\"", "[a]: b\n", "[a]: b '", "a**b", "~~a", "\u{0}",
    ])
    func `no pattern takes long`(pattern: String) throws {
        let source = String(repeating: pattern, count: 20_000 / pattern.count)
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try Markup.html(fromParticipant: source) }
        #expect(time < .seconds(2), "\(pattern) took \(time)")
    }

    @Test func `NUL and broken surroundings come out as valid text`() throws {
        #expect(try participant("a\u{0}b") == "<p>a\u{FFFD}b</p>\n")
        #expect(try participant("") == "")
    }
}
