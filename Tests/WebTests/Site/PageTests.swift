// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct PageTests {
    @Test func `the templates of the site use what their pages have`() throws {
        try expectKnownTags(ErrorPage.self)
        try expectKnownTags(LegalPage.self)
    }

    @Test func `text is escaped byte by byte`() {
        #expect(
            EscapedHTML.escaped("<a href=\"x\">ä & 'b'</a>")
                == "&lt;a href=&quot;x&quot;&gt;ä &amp; &#39;b&#39;&lt;/a&gt;")
        #expect(EscapedHTML.escaped("schön") == "schön")
    }

    @Test func `a value that is nil is not looked for further out`() {
        struct Outer {
            let note: String? = "außen"
            let rows = [Inner()]
        }
        struct Inner {
            let note: String? = nil
        }
        let values = FinishedValues(Outer())
        let rows = values.child(named: "rows") as? [Any]
        let row = rows?.first as? FinishedValues
        #expect((values.child(named: "note") as? FinishedText)?.renderText == "außen")
        #expect(row?.child(named: "note") is NSNull)
        #expect(row?.child(named: "anything") == nil)
    }

    @Test func `the ways to properties lead to what a mirror shows`() throws {
        struct Sheet {
            let title = "Haus"
            let note: String? = nil
            let number: Int64 = 7
            let rows = [Row(text: "eins"), Row(text: "zwei")]
            let row: Row? = Row(text: "drei")
            let isOpen = true
        }
        struct Row {
            let text: String
        }
        let sheet = Sheet()
        let mirror = Mirror(reflecting: sheet).children

        let properties = try #require(StoredProperties(of: Sheet.self, like: sheet))

        #expect(properties.names == mirror.compactMap(\.label))
        #expect(properties.values(of: sheet).map { "\($0)" } == mirror.map { "\($0.value)" })
    }

    @Test func `each page names its language, its other language and its canonical address`() async throws {
        let browser = Browser(try await TestSite.make(publicURL: "https://ruhr.example"))
        let answer = try await browser.get("/en/p/ruhr-konferenz/impressum?seite=1")
        #expect(answer.text.contains("<link rel=\"canonical\" href=\"https://ruhr.example/en/impressum\">"))
        #expect(
            answer.text.contains("<link rel=\"alternate\" hreflang=\"de\" href=\"https://ruhr.example/impressum\">"))
        // The page reads no number of a page, so no link repeats one.
        #expect(Set(answer.links.filter { $0.hasPrefix("/impressum") }) == ["/impressum"])
    }

    @Test func `the other language of a list stands at the same place with the same filters`() async throws {
        let answer = try await Browser(try await Bundled.site()).get("/en/projekte?seite=2&sortierung=feld&egal=1")
        #expect(answer.links.contains { $0.hasPrefix("/projekte?") && $0.contains("seite=2") })
        #expect(!answer.links.contains { $0.hasPrefix("/projekte?") && $0.contains("egal") })
    }

    @Test(arguments: [
        ("/", "Ruhr-Konferenz · Dreiklang"), ("/programm", "Das Programm · Ruhr-Konferenz · Dreiklang"),
        ("/projekte?seite=2", "Projekte · Seite 2 · Ruhr-Konferenz · Dreiklang"),
        ("/en/projekte?seite=2", "Projects · Page 2 · Ruhr Conference · Dreiklang"),
        ("/zahlen/projects", "Projekte · Zahlen · Ruhr-Konferenz · Dreiklang"),
    ])
    func `the title of a window tells every page from the others`(path: String, title: String) async throws {
        let answer = try await Browser(try await Bundled.site()).get(path)

        #expect(answer.text.contains("<title>\(title)</title>"))
    }

    @Test func `pages of another programme stay there and an invented one says so`() async throws {
        let browser = Browser(try await TestSite.make())
        let invented = try await browser.get("/p/musterregion/impressum")
        #expect(invented.words.contains("Frei erfundenes Beispiel."))
        #expect(invented.links.contains("/p/musterregion/datenschutz"))
        let real = try await browser.get("/impressum")
        #expect(!real.words.contains("Frei erfundenes Beispiel."))
    }

    @Test func `an installation without programmes has its legal pages and says what is missing`() async throws {
        let database = try await TestSite.migratedDatabase()
        let browser = Browser(
            try await TestSite.make(database: database, programmes: Site.programmes), adding: [TrialRoutes.self])
        let legal = try await browser.get("/impressum")
        let page = try await browser.get("/probe/1")
        #expect(legal.status == 200)
        #expect(page.status == 404)
        #expect(page.words.contains("Dieses Programm gibt es hier nicht"))
    }

    @Test func `the footer of every page has the links that the law asks for`() async throws {
        let browser = Browser(try await TestSite.make())
        for target in ["/impressum", "/gibt-es-nicht", "/kontakt"] {
            let answer = try await browser.get(target)
            for path in LegalTexts.names.map(\.path) {
                #expect(answer.links.contains(path), "\(target) lacks \(path)")
                let page = try await browser.get(path)
                #expect(page.status == 200)
            }
        }
    }

    @Test func `the navigation leads only to pages that exist`() async throws {
        let browser = Browser(try await Bundled.site())
        let answer = try await browser.get("/impressum")
        for link in answer.links where link.hasPrefix("/") && link != "/" {
            let page = try await browser.get(link)
            #expect(page.status == 200, "\(link)")
        }
    }

    @Test func `an operator's legal text goes before the shipped one`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "legal-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "de"), withIntermediateDirectories: true)
        try Data("# Impressum\n\nDie Staatskanzlei.".utf8).write(to: folder.appending(path: "de/impressum.md"))
        let browser = Browser(try await TestSite.make(legalTexts: folder))
        let german = try await browser.get("/impressum")
        let other = try await browser.get("/kontakt")
        #expect(german.words.contains("Die Staatskanzlei."))
        #expect(other.status == 200)
    }

    @Test func `files carry their digest and may be kept for ever`() async throws {
        let site = try await TestSite.make()
        let browser = Browser(site)
        let address = try #require(site.assets.address(of: "css/base.css"))
        let answer = try await browser.get(address)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let tag = try #require(answer.headers[.eTag])
        let again = try await browser.get(address, headers: [.ifNoneMatch: tag])
        #expect(again.status == 304)
        #expect(again.text.isEmpty)
    }

    @Test(arguments: ["/assets/css/../css/base.css", "/assets/%2e%2e/Locales/de/site.json", "/assets/", "/assets/css"])
    func `no other file can be reached`(target: String) async throws {
        let answer = try await Browser(try await TestSite.make()).visit(target)
        #expect(answer.status == 404)
    }

    @Test func `the security contact is valid and not about to expire`() async throws {
        let answer = try await Browser(try await TestSite.make(publicURL: "https://ruhr.example"))
            .get("/.well-known/security.txt", host: "ruhr.example")
        #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        #expect(answer.text.contains("Contact: https://ruhr.example/kontakt\n"))
        #expect(answer.text.contains("Expires: 2020-05-05T09:00:00Z\n"))
    }

    @Test func `forwarding headers are believed from trusted proxies only`() async throws {
        let rules = RequestRules(SiteSettings(trustedProxies: ["10.0.0.1", "10.0.0.2"], resources: TestSite.resources))
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        let request = Browser.request(headers: [name: "6.6.6.6, 203.0.113.9, 10.0.0.2"])
        #expect(rules.remoteAddress(of: request, peer: "10.0.0.1") == "203.0.113.9")
        #expect(rules.remoteAddress(of: request, peer: "198.51.100.4") == "198.51.100.4")
    }
}
