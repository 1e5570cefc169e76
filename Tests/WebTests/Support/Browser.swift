// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing

@testable import Web

/// A browser without a socket: it asks the site's responder directly, keeps cookies and fills in forms.
///
/// Every answer is looked through for texts that are missing from the locale files.
final class Browser {
    private let responder: SiteResponder
    private let remoteAddress: String
    private var cookies: [(name: String, value: String)] = []

    init(_ site: Site, adding features: [any FeatureRoutes.Type] = [], from remoteAddress: String = "192.0.2.1") {
        self.responder = site.responder(adding: features)
        self.remoteAddress = remoteAddress
    }

    /// The same cookies on another site, as if it had been started anew.
    init(_ site: Site, cookies other: Browser) {
        responder = site.responder()
        remoteAddress = other.remoteAddress
        cookies = other.cookies
    }

    func get(_ target: String, headers: HTTPFields = [:], host: String? = "127.0.0.1:8080") async throws -> Answer {
        try await send(.get, target, headers: headers, host: host)
    }

    /// Follows redirects, at most five.
    func visit(_ target: String) async throws -> Answer {
        var answer = try await get(target)
        for _ in 0..<5 {
            guard (300..<400).contains(answer.status), let location = answer.headers[.location] else { break }
            answer = try await get(location)
        }
        return answer
    }

    /// Sends the fields as a form does.
    func post(
        _ target: String, _ fields: KeyValuePairs<String, String>, headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = QueryText.joined(fields.map { ($0.key, $0.value) }).dropFirst()
        return try await send(.post, target, headers: headers, body: String(body))
    }

    func send(
        _ method: HTTPRequest.Method, _ target: String, headers: HTTPFields = [:], body: String = "",
        bytes: [UInt8]? = nil, host: String? = "127.0.0.1:8080"
    ) async throws -> Answer {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        }
        let request = Self.request(method, target, headers: headers, body: body, bytes: bytes, host: host)
        let context = SiteContext(logger: Logger(label: "test"), remoteAddress: remoteAddress)
        let response = try await responder.respond(to: request, context: context)
        keepCookies(of: response)
        return try await Answer(response, to: target)
    }

    static func request(
        _ method: HTTPRequest.Method = .get, _ target: String = "/", headers: HTTPFields = [:], body: String = "",
        bytes: [UInt8]? = nil, host: String? = nil
    ) -> Request {
        Request(
            head: HTTPRequest(method: method, scheme: "http", authority: host, path: target, headerFields: headers),
            body: RequestBody(buffer: bytes.map { ByteBuffer(bytes: $0) } ?? ByteBuffer(string: body)))
    }

    var cookieNames: [String] { cookies.map(\.name) }

    private func keepCookies(of response: Response) {
        for field in response.headers[values: .setCookie] {
            let pair = field.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            let name = String(pair[0]).trimmed
            cookies.removeAll { $0.name == name }
            if pair.count == 2, !field.contains("Max-Age=0") { cookies.append((name, String(pair[1]))) }
        }
    }
}

/// What came back.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    /// As they came, for files.
    let bytes: [UInt8]

    init(_ response: Response, to target: String) async throws {
        status = response.status.code
        headers = response.headers
        let collector = Collector()
        try await response.body.write(collector)
        bytes = await collector.bytes()
        text = String(decoding: bytes, as: UTF8.self)
        if let hole = text.firstRange(of: "⟦") {
            Issue.record("\(target) lacks a text: \(text[hole.lowerBound...].prefix(60))")
        }
    }

    /// The words of the page without tags, each run of white space as one blank.
    var words: String {
        text.replacing(#/<(script|style|title)[^>]*>.*?</\1>/#.dotMatchesNewlines(), with: " ")
            .replacing(#/<[^>]*>/#, with: " ")
            .replacing("&nbsp;", with: " ").replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The addresses of all links, in the order of the page.
    var links: [String] {
        text.matches(of: #/<a [^>]*?href="([^"]*)"/#).map { String($0.1).replacing("&amp;", with: "&") }
    }
}

/// Gathers what a response writes.
private struct Collector: ResponseBodyWriter {
    private let store = Store()

    private actor Store {
        var bytes: [UInt8] = []
        func append(_ more: [UInt8]) { bytes += more }
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        await store.append(Array(buffer.readableBytesView))
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}

    func bytes() async -> [UInt8] { await store.bytes }
}
