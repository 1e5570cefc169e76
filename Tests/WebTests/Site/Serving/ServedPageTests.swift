// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Synchronization
import Testing

@testable import Web

/// The bundled site with its page cache, a clock set by hand, and a count of statements.
final class CachedSite: Sendable {
    let clock = PageCacheTests.HandClock()
    private let counted = Mutex(0)

    var statements: Int { counted.withLock { $0 } }

    func site(keepsPages: Bool = true) async throws -> Site {
        let database = try await Bundled.database(.sqlite)
            .observing { [self] _ in counted.withLock { $0 += 1 } }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return try Site(
            database: database, settings: SiteSettings(resources: Bundled.resources, keepsPages: keepsPages),
            programmes: Site.programmes, clock: { [clock] in clock.now }, logger: logger)
    }
}

@Suite struct ServedPageTests {
    private let cached = CachedSite()

    @Test func `a page is made once in a second and read from the database once`() async throws {
        let browser = Browser(try await cached.site())
        let first = try await browser.get("/projekte")
        let statements = cached.statements
        let second = try await browser.get("/projekte")
        #expect(first.status == 200)
        #expect(second.text == first.text)
        #expect(cached.statements == statements)
        cached.clock.advance(1)
        _ = try await browser.get("/projekte")
        #expect(cached.statements > statements)
    }

    @Test func `without the cache every page is made anew`() async throws {
        let browser = Browser(try await cached.site(keepsPages: false))
        _ = try await browser.get("/projekte")
        let statements = cached.statements
        _ = try await browser.get("/projekte")
        #expect(cached.statements == statements * 2)
    }

    @Test func `the cache changes no page in language, programme, filter or order`() async throws {
        let targets = [
            "/", "/en", "/p/musterregion", "/en/p/musterregion",
            "/projekte", "/en/projekte", "/p/musterregion/projekte",
            "/projekte?seite=2", "/projekte?sortierung=nummer", "/projekte?seite=2&sortierung=nummer", "/ideen?forum=8",
            "/projekte/1", "/projekte/2", "/zahlen", "/karte", "/protokoll", "/projekte.csv", "/projekte.json",
        ]
        let kept = Browser(try await cached.site())
        let fresh = Browser(try await cached.site(keepsPages: false))
        for _ in 0..<2 {
            for target in targets {
                let one = try await kept.get(target)
                let other = try await fresh.get(target)
                #expect(one.status == 200, "\(target)")
                #expect(one.text == other.text, "\(target)")
                #expect(one.headers[.contentType] == other.headers[.contentType], "\(target)")
            }
        }
    }

    @Test func `the order of parameters, empty ones and unknown ones make no other page`() async throws {
        let browser = Browser(try await cached.site())
        let page = try await browser.get("/projekte?seite=2&sortierung=nummer")
        let statements = cached.statements
        let same = [
            "/projekte?sortierung=nummer&seite=2", "/projekte?seite=2&feld=&sortierung=nummer",
            "/projekte?seite=2&sortierung=nummer&utm_source=brief", "/projekte?zufall=1&sortierung=nummer&seite=2&b",
        ]
        for target in same {
            let answer = try await browser.get(target)
            #expect(answer.text == page.text, "\(target)")
        }
        #expect(cached.statements == statements)
        #expect(!page.text.contains("zufall"))
    }

    @Test func `no page repeats a parameter that it does not know`() async throws {
        for keepsPages in [true, false] {
            let browser = Browser(try await cached.site(keepsPages: keepsPages))
            let page = try await browser.get("/projekte?boese=1&seite=2")
            #expect(page.links.contains("/en/projekte?seite=2"))
            #expect(!page.text.contains("boese"))
        }
    }

    @Test func `ten thousand different addresses stay within the bound`() async throws {
        let site = try await cached.site()
        let browser = Browser(site)
        for number in 0..<10_000 {
            _ = try await browser.get("/impressum?a\(number)=\(number)")
        }
        let cache = try #require(site.pageCache)
        #expect(cache.statistics.pages == 1)
        #expect(cache.statistics.misses == 1)
        for number in 1...2_100 {
            let page = String(repeating: "0", count: number % 300) + "1"
            _ = try await browser.get("/ideen?seite=\(page)&forum=\(number % 8 + 1)")
        }
        #expect(cache.statistics.pages <= 2_000)
        #expect(cache.statistics.size <= 64 * 1024 * 1024)
    }

    @Test func `what is not found, not asked with GET, or not anonymous is not kept`() async throws {
        let site = try await cached.site()
        let browser = Browser(site)
        _ = try await browser.get("/gibt-es-nicht")
        _ = try await browser.get("/projekte/9999")
        _ = try await browser.get("/projekte?seite=999")
        _ = try await browser.get("/projekte/")
        _ = try await browser.post("/projekte", [:])
        _ = try await browser.get("/projekte", headers: [.cookie: "a=b"])
        _ = try await browser.get("/projekte", headers: [.authorization: "Basic YTpi"])
        _ = try await browser.get("/healthz")
        #expect(site.pageCache?.statistics.pages == 0)
        let second = try await browser.get("/gibt-es-nicht")
        #expect(second.status == 404)
        #expect(second.headers[.cacheControl] == "no-store")
        #expect(second.headers[.eTag] == nil)
    }

    @Test func `two hosts do not share a page`() async throws {
        let browser = Browser(try await cached.site())
        let one = try await browser.get("/robots.txt", host: "eins.example")
        let other = try await browser.get("/robots.txt", host: "zwei.example")
        #expect(one.text.contains("http://eins.example/"))
        #expect(other.text.contains("http://zwei.example/"))
    }

    @Test(arguments: [true, false])
    func `HEAD has the headers of GET and no body, kept or not`(keepsPages: Bool) async throws {
        let browser = Browser(try await cached.site(keepsPages: keepsPages))
        for coding in ["identity", "gzip"] {
            let head = try await browser.send(.head, "/projekte", headers: [.acceptEncoding: coding])
            let get = try await browser.send(.get, "/projekte", headers: [.acceptEncoding: "identity"])
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            let length = try #require(head.headers[.contentLength].flatMap { Int($0) })
            #expect(coding == "gzip" ? length < get.text.utf8.count / 2 : length == get.text.utf8.count)
            #expect(head.headers[.contentEncoding] == (coding == "gzip" ? "gzip" : nil))
        }
    }

    @Test(arguments: [true, false])
    func `a reader who has the page gets no body`(keepsPages: Bool) async throws {
        let browser = Browser(try await cached.site(keepsPages: keepsPages))
        let whole = try await browser.get("/projekte")
        let packed = try await browser.send(.head, "/projekte", headers: [.acceptEncoding: "gzip"])
        let tag = try #require(whole.headers[.eTag])
        let packedTag = try #require(packed.headers[.eTag])
        #expect(tag != packedTag)
        #expect(whole.headers[.cacheControl] == "no-cache")
        #expect(whole.headers[.vary] == "Accept-Encoding")
        let cases: [(HTTPFields, Int)] = [
            ([.ifNoneMatch: tag], 304), ([.ifNoneMatch: "W/\(tag)"], 304), ([.ifNoneMatch: "\"x\", \(tag)"], 304),
            ([.ifNoneMatch: "*"], 304), ([.ifNoneMatch: "\"x\""], 200), ([.ifNoneMatch: packedTag], 200),
            ([.ifNoneMatch: packedTag, .acceptEncoding: "gzip"], 304),
        ]
        for (headers, status) in cases {
            let answer = try await browser.get("/projekte", headers: headers)
            #expect(answer.status == status, "\(headers)")
            if status == 304 {
                #expect(answer.text.isEmpty)
                #expect(answer.headers[.contentType] == nil)
                #expect(answer.headers[.contentLength] == nil)
                #expect(answer.headers[.vary] == "Accept-Encoding")
                #expect(answer.headers[.eTag] == (headers[.acceptEncoding] == nil ? tag : packedTag))
            }
        }
    }

    @Test func `a style sheet is compressed and stays for ever`() async throws {
        let site = try await cached.site()
        let browser = Browser(site)
        let address = try #require(site.assets.address(of: "css/base.css"))
        let plain = try await browser.get(address)
        let packed = try await browser.send(.head, address, headers: [.acceptEncoding: "gzip"])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let length = try #require(packed.headers[.contentLength].flatMap { Int($0) })
        #expect(length < plain.text.utf8.count)
        let again = try await browser.get(address, headers: [.ifNoneMatch: try #require(plain.headers[.eTag])])
        #expect(again.status == 304)
    }

    @Test func `kept pages carry the protective headers and no number of a request`() async throws {
        let browser = Browser(try await cached.site())
        for _ in 0..<2 {
            let answer = try await browser.get("/projekte")
            #expect(answer.headers[try #require(HTTPField.Name("Content-Security-Policy"))] != nil)
            #expect(answer.headers[try #require(HTTPField.Name("X-Content-Type-Options"))] == "nosniff")
            #expect(answer.headers[.setCookie] == nil)
        }
    }
}

/// A page with the key of a form, in which nobody thought of the cache.
struct KeyedRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/schluessel") { _, context in
            String(repeating: "Ein langer Text. ", count: 100) + site.formKey("trial", in: context)
        }
    }
}

@Suite struct KeyedPageTests {
    @Test func `a page with the key of a form is neither kept nor compressed`() async throws {
        let site = try await CachedSite().site()
        let browser = Browser(site, adding: [KeyedRoutes.self])
        let one = try await browser.get("/schluessel", headers: [.acceptEncoding: "gzip"])
        let other = try await browser.get("/schluessel", headers: [.acceptEncoding: "gzip"])
        #expect(one.text.hasPrefix("Ein langer Text."))
        #expect(one.text != other.text)
        for answer in [one, other] {
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.contentEncoding] == nil)
            #expect(answer.headers[.eTag] == nil)
        }
        #expect(site.pageCache?.statistics.pages == 0)
    }
}
