// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Logging
import Storage
import Testing

@testable import Web

@Suite struct MetricsTests {
    private func site(token: String? = nil, publicURL: String? = nil) async throws -> Site {
        try Site(
            database: await Bundled.database(.sqlite),
            settings: SiteSettings(
                publicURL: publicURL.flatMap { URL(string: $0) }, resources: Bundled.resources, keepsPages: true,
                metricsToken: token),
            programmes: Site.programmes, clock: { Bundled.now }, logger: Logger(label: "test"))
    }

    @Test func `requests are counted by method, status and route`() async throws {
        let site = try await site()
        let browser = Browser(site, from: "127.0.0.1")
        for target in ["/projekte/1", "/projekte/2", "/projekte/2", "/projekte/9999", "/gibt-es-nicht", "/wp-login"] {
            _ = try await browser.get(target)
        }
        _ = try await browser.post("/projekte", [:])
        let text = try await browser.get("/metrics").text
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.contains("dreiklang_requests_total{method=\"GET\",status=\"2xx\"} 3"))
        #expect(lines.contains("dreiklang_requests_total{method=\"GET\",status=\"4xx\"} 3"))
        #expect(lines.contains("dreiklang_requests_total{method=\"POST\",status=\"4xx\"} 1"))
        #expect(lines.contains("dreiklang_request_seconds_count{route=\"/projekte/{number}\"} 3"))
        #expect(lines.contains("dreiklang_request_seconds_count{route=\"kept\"} 1"))
        #expect(lines.contains("dreiklang_request_seconds_bucket{route=\"/projekte/{number}\",le=\"+Inf\"} 3"))
        #expect(lines.contains("dreiklang_request_seconds_count{route=\"none\"} 2"))
        #expect(lines.contains("dreiklang_page_cache_pages 2"))
        #expect(lines.contains("dreiklang_page_cache_hits_total 1"))
        #expect(!text.contains("wp-login"))
    }

    @Test func `each family is described, and each line can be read`() async throws {
        let browser = Browser(try await site(), from: "::1")
        _ = try await browser.get("/projekte")
        let answer = try await browser.get("/metrics")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.headers[.cacheControl] == "no-store")
        var described: [String] = []
        for line in answer.text.split(separator: "\n") {
            if let family = line.wholeMatch(of: /# TYPE (\w+) (counter|gauge|histogram)/) {
                #expect(!described.contains(String(family.1)))
                described.append(String(family.1))
            } else if !line.hasPrefix("# HELP ") {
                let form = /(\w+)(\{[^{}]*(\{\w+\}[^{}]*)*\})? [0-9.e+-]+/
                let sample = try #require(line.wholeMatch(of: form), "\(line)")
                let family = String(sample.1).replacing(/_(bucket|sum|count)$/, with: "")
                #expect(described.contains(family) || described.contains(String(sample.1)), "\(line)")
            }
        }
        for name in ["process_resident_bytes", "journal_entries", "database_transactions_total", "statements_total"] {
            #expect(described.contains("dreiklang_\(name)"))
        }
    }

    @Test func `statements of a page are counted by its route`() async throws {
        let count = StatementCount()
        let site = try await count.site()
        let browser = Browser(site)
        let statements = try await count.count(of: "/projekte", in: browser)
        #expect(statements > 1)
        #expect(site.metrics.snapshot.routes["/projekte"]?.statements == statements)
    }

    @Test func `who is elsewhere finds no measurements, nor who was passed on from there`() async throws {
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        let cases: [(from: String, host: String, headers: HTTPFields, status: Int)] = [
            ("127.0.0.1", "127.0.0.1:8080", [:], 200), ("::1", "[::1]:8080", [:], 200),
            ("127.0.0.1", "localhost", [:], 200), ("192.0.2.1", "127.0.0.1:8080", [:], 404),
            ("127.0.0.1", "ruhr.example", [:], 404), ("127.0.0.1", "127.0.0.1:8080", [forwarded: "192.0.2.1"], 404),
            ("127.0.0.1", "127.0.0.1:8080", [forwarded: ""], 404),
        ]
        for (from, host, headers, status) in cases {
            let browser = Browser(try await site(publicURL: "https://ruhr.example"), from: from)
            let answer = try await browser.get("/metrics", headers: headers, host: host)
            #expect(answer.status == status, "\(from) \(host) \(headers)")
        }
    }

    @Test(arguments: [
        ("Bearer geheim", 200), ("Bearer geheim2", 404), ("Basic geheim", 404), ("", 404), ("Bearer ", 404),
    ])
    func `with a token, who bears it may read from anywhere`(authorization: String, status: Int) async throws {
        let browser = Browser(try await site(token: "geheim"))
        let answer = try await browser.get("/metrics", headers: [.authorization: authorization])
        #expect(answer.status == status)
        let local = try await Browser(try await site(token: "geheim"), from: "127.0.0.1").get("/metrics")
        #expect(local.status == 404)
    }
}
