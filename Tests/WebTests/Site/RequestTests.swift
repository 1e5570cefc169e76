// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Storage
import Testing

@testable import Web

/// Routes that exist in tests only.
struct TrialRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get("/probe/{number}") { _, context in
            let number = try context.number()
            return "\(context.language.rawValue) \(try context.programme.slug) \(number) \(try context.query.page())"
        }
        table.post("/probe") { request, context in
            let body = try await request.body.collect(upTo: context.maxUploadSize)
            return String(buffer: body)
        }
        table.post("/formular") { request, context in
            let form = try await context.form(in: request)
            return "\(form.text("titel") ?? "–") | \(form.texts("ort").joined(separator: ", "))"
        }
        table.get("/verwehrt") { _, _ -> String in throw PageFault.refused(reason: "site.fault.gone.explanation") }
        table.get("/unglueck") { _, _ -> String in throw Misfortune() }
        table.get("/datenbank") { _, _ -> String in throw StorageError.unavailable(reason: "the test says so") }
    }

    struct Misfortune: Error {}
}

@Suite struct RequestTests {
    private func browser(publicURL: String? = nil, proxies: [String] = []) async throws -> Browser {
        Browser(
            try await TestSite.make(publicURL: publicURL, trustedProxies: proxies), adding: [TrialRoutes.self])
    }

    @Test(arguments: [
        ("/probe/7", "de ruhr-konferenz 7 1"), ("/en/probe/7?seite=3", "en ruhr-konferenz 7 3"),
        ("/p/musterregion/probe/7", "de musterregion 7 1"), ("/en/p/musterregion/probe/7", "en musterregion 7 1"),
        ("/p/ruhr-konferenz/probe/1", "de ruhr-konferenz 1 1"),
    ])
    func `one route answers in each language and programme`(target: String, text: String) async throws {
        let answer = try await browser().get(target)
        #expect(answer.status == 200)
        #expect(answer.text == text)
    }

    @Test(arguments: [
        "/gibt-es-nicht", "/p/unbekannt/probe/1", "/probe/0", "/probe/01", "/probe/-1", "/probe/x", "/probe/1/2",
        "/probe/1?seite=0", "/probe/1?seite=zwei", "/probe/99999999999999999999", "/assets/../Locales/de/site.json",
        "/assets/css/base.css", "/probe/%C3%A4", "/p", "//probe/1",
    ])
    func `what does not exist is a page that says so`(target: String) async throws {
        let answer = try await browser().get(target)
        #expect(answer.status == 404)
        #expect(answer.text.contains("<h1>"))
        #expect(answer.text.contains("gibt es"))
    }

    @Test func `faults speak the language of the address`() async throws {
        let answer = try await browser().get("/en/gibt-es-nicht")
        #expect(answer.status == 404)
        #expect(answer.words.contains("There is no such page"))
        #expect(answer.text.contains("<html lang=\"en\">"))
    }

    @Test(arguments: ["/%", "/%zz", "/probe/%ff", "/probe/%00", "/probe/1?seite=%ff", "/probe/1?%", "/probe/1#x", "x"])
    func `an unreadable address is a bad request`(target: String) async throws {
        let answer = try await browser().get(target)
        #expect(answer.status == 400)
        #expect(answer.words.contains("nicht lesbar"))
    }

    @Test func `a very long address is refused`() async throws {
        let answer = try await browser().get("/probe/1?x=" + String(repeating: "a", count: 2048))
        #expect(answer.status == 414)
    }

    @Test func `very large headers are refused`() async throws {
        let headers: HTTPFields = [.userAgent: String(repeating: "a", count: 17_000)]
        let answer = try await browser().get("/probe/1", headers: headers)
        #expect(answer.status == 431)
    }

    @Test func `a body above one megabyte is refused, announced or not`() async throws {
        let body = String(repeating: "a", count: 1_048_577)
        let announced = try await browser().send(
            .post, "/probe", headers: [.contentLength: String(body.utf8.count)], body: body)
        #expect(announced.status == 413)
        let unannounced = try await browser().send(.post, "/probe", body: body)
        #expect(unannounced.status == 413)
        let small = try await browser().post("/probe", ["a": "ä b"])
        #expect(small.text == "a=%C3%A4%20b")
    }

    @Test func `a slash at the end leads to the address without`() async throws {
        let answer = try await browser().get("/en/probe/1/?seite=2")
        #expect(answer.status == 308)
        #expect(answer.headers[.location] == "/en/probe/1?seite=2")
    }

    @Test(arguments: [
        "//evil.example/", "///evil.example/", "/\\evil.example/", "/\\/evil.example/", "/en//evil.example/",
    ])
    func `no address leads away from this site`(target: String) async throws {
        let answer = try await browser().get(target)
        #expect([400, 404].contains(answer.status))
        #expect(answer.headers[.location] == nil)
    }

    @Test func `a request with two hosts is refused`() async throws {
        let host = try #require(HTTPField.Name("Host"))
        let answer = try await browser().get("/probe/1", headers: [host: "evil.example"])
        #expect(answer.status == 400)
    }

    @Test func `a wrong method is told the right ones`() async throws {
        let answer = try await browser().send(.post, "/probe/1")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
        let options = try await browser().send(.options, "/probe")
        #expect(options.status == 204)
        #expect(options.headers[.allow] == "OPTIONS, POST")
    }

    @Test func `HEAD answers like GET, without the body`() async throws {
        let get = try await browser().get("/impressum")
        let head = try await browser().send(.head, "/impressum")
        #expect(head.status == 200)
        #expect(head.text.isEmpty)
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
    }

    @Test func `only the public host is answered, but for this machine and the watchman`() async throws {
        let browser = try await browser(publicURL: "https://ruhr.example")
        let own = try await browser.get("/probe/1", host: "ruhr.example")
        let other = try await browser.get("/probe/1", host: "evil.example")
        let prefix = try await browser.get("/probe/1", host: "localhost.evil.example")
        let none = try await browser.get("/probe/1", host: nil)
        let loopback = try await browser.get("/probe/1", host: "127.0.0.1:8080")
        let health = try await browser.get("/healthz", host: "10.0.0.7")
        #expect([own, other, prefix, none, loopback, health].map(\.status) == [200, 421, 421, 421, 200, 200])
    }

    @Test(arguments: [
        ("RUHR.example", 200), ("ruhr.example:443", 200), ("ruhr.example:8080", 421), ("[::1]:8080", 200),
        ("localhost:x@evil.example", 421), ("127.0.0.1.evil.example", 421),
    ])
    func `a host is compared with its port`(host: String, status: Int) async throws {
        let answer = try await browser(publicURL: "https://ruhr.example").get("/probe/1", host: host)
        #expect(answer.status == status)
    }

    @Test func `an error nobody foresaw shows its number and nothing of its inside`() async throws {
        let answer = try await browser().get("/unglueck")
        #expect(answer.status == 500)
        let name = try #require(HTTPField.Name("X-Request-Id"))
        let number = try #require(answer.headers[name])
        #expect(answer.text.contains(number))
        #expect(!answer.text.contains("Misfortune"))
    }

    @Test func `a form is read with all its values, byte for byte`() async throws {
        let text = String(repeating: "Größe & Güte + 1 ", count: 1000).trimmed
        let answer = try await browser().post("/formular", ["titel": text, "ort": "Essen", "ort": "Bochum"])
        #expect(answer.text == "\(text) | Essen, Bochum")
    }

    @Test(arguments: ["titel=%", "titel=%ff", "titel=%00", "\u{FFFD}=%zz"])
    func `a form that cannot be read is not half read`(body: String) async throws {
        let answer = try await browser().send(
            .post, "/formular", headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
        #expect(answer.status == 400)
        #expect(answer.words.contains("Das Formular kam nicht richtig an"))
    }

    @Test func `a body of another kind is no form`() async throws {
        let answer = try await browser().send(
            .post, "/formular", headers: [.contentType: "text/plain"], body: "titel=x")
        #expect(answer.status == 400)
    }

    @Test func `changes are taken from pages of this site only`() async throws {
        let browser = try await browser(publicURL: "https://ruhr.example")
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        let cases: [(HTTPFields, Int)] = [
            ([site: "same-origin"], 200), ([site: "none"], 200), ([site: "cross-site"], 403),
            ([site: "same-site"], 403),
            ([.origin: "https://ruhr.example"], 200), ([.origin: "https://evil.example"], 403),
            ([.origin: "null"], 403),
            ([:], 200),
        ]
        for (headers, status) in cases {
            let answer = try await browser.post("/formular", ["titel": "x"], headers: headers)
            #expect(answer.status == status, "\(headers)")
        }
    }

    @Test func `a refusal gives its reason`() async throws {
        let answer = try await browser().get("/verwehrt")
        #expect(answer.status == 403)
        #expect(answer.words.contains("Dieser Inhalt stand einmal hier und wurde dauerhaft entfernt."))
    }

    @Test func `a lost database asks to come back`() async throws {
        let answer = try await browser().get("/datenbank")
        #expect(answer.status == 503)
        #expect(answer.headers[.retryAfter] == "10")
    }

    @Test func `pages outside the database survive its loss`() async throws {
        let site = try await TestSite.make(programmes: { _ in throw StorageError.unavailable(reason: "gone") })
        let browser = Browser(site)
        let page = try await browser.get("/impressum")
        let health = try await browser.get("/healthz")
        let robots = try await browser.get("/robots.txt")
        #expect([page, health, robots].map(\.status) == [503, 503, 200])
        #expect(page.words.contains("Das Portal ist gerade nicht erreichbar"))
    }

    @Test(arguments: [
        "/", "/impressum", "/gibt-es-nicht", "/%", "/healthz", "/unglueck", "/favicon.svg", "/impressum/",
    ])
    func `every answer carries the protective headers and no cookie`(target: String) async throws {
        let answer = try await browser(publicURL: "https://ruhr.example").get(target, host: "ruhr.example")
        let expected = [
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Strict-Transport-Security": "max-age=31536000",
        ]
        for (name, value) in expected {
            let name = try #require(HTTPField.Name(name))
            #expect(answer.headers[name] == value)
        }
        #expect(answer.headers[.setCookie] == nil)
    }

    @Test func `without a secure address nothing promises security`() async throws {
        let answer = try await browser(publicURL: "http://ruhr.example").get("/impressum", host: "ruhr.example")
        #expect(answer.headers[.strictTransportSecurity] == nil)
    }
}
