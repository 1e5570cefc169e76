// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// A good answer with everything that can be said about it once: its tags, its compressed form, its headers. It can be
/// given to any number of readers.
struct FinishedAnswer: Sendable {
    /// Larger bodies are sent as they come.
    static let largestBody = 1024 * 1024

    let identity: Form
    /// Nil where compression gains nothing or is not allowed.
    let gzip: Form?

    /// One form of the body with the headers that go with it.
    struct Form: Sendable {
        let tag: EntityTag
        let bytes: ByteBuffer
        let headers: HTTPFields
        let headersWithoutBody: HTTPFields
        /// Nil for answers that are not kept by the page cache.
        let heads: DirectHeads?
    }

    /// - Parameter made: when a page for the page cache was made
    init(headers: HTTPFields, body: ByteBuffer, made: Date? = nil) throws {
        var headers = headers
        let type = headers[.contentType] ?? ""
        let isCompressible = Gzip.suits(type)
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-cache" }
        if isCompressible { headers.append(HTTPField(name: .vary, value: "Accept-Encoding")) }
        identity = Form(headers: headers, bytes: body, named: EntityTag(of: body, as: .identity), as: .identity, made)
        guard isCompressible, body.readableBytes >= Gzip.smallestBody else {
            gzip = nil
            return
        }
        let compressed = try Gzip.compressed(body)
        gzip = Form(headers: headers, bytes: compressed, named: EntityTag(of: body, as: .gzip), as: .gzip, made)
    }

    /// How much memory it takes, in bytes; headers and their copies count with an estimate.
    var size: Int {
        identity.bytes.readableBytes + (gzip?.bytes.readableBytes ?? 0) + 4096
    }

    func form(accepting codings: String?) -> Form {
        guard let gzip, ContentCoding(accepting: codings) == .gzip else { return identity }
        return gzip
    }

    /// The answer to one reader: without the body to HEAD, and to whoever has the body already.
    func response(to request: Request) -> Response {
        let form = form(accepting: request.headers[.acceptEncoding])
        if form.tag.isKnown(by: request.headers[.ifNoneMatch]) {
            return Response(status: .notModified, headers: form.headersWithoutBody)
                .withoutLength()
        }
        if request.method == .head { return Response(status: .ok, headers: form.headers) }
        return Response(status: .ok, headers: form.headers, body: ResponseBody(byteBuffer: form.bytes))
    }
}

extension FinishedAnswer.Form {
    fileprivate init(
        headers: HTTPFields, bytes: ByteBuffer, named tag: EntityTag, as coding: ContentCoding, _ made: Date?
    ) {
        var headers = headers
        headers[.eTag] = tag.text
        var bare = headers
        bare[.contentType] = nil
        bare[.contentLength] = nil
        headers[.contentLength] = String(bytes.readableBytes)
        if coding == .gzip { headers[.contentEncoding] = "gzip" }
        let heads = made.map { DirectHeads(headers, withoutBody: bare, made: $0) }
        self.init(tag: tag, bytes: bytes, headers: headers, headersWithoutBody: bare, heads: heads)
    }
}

extension FinishedAnswer {
    /// Nil for answers that are not for everyone, not good, or too large to be held in memory.
    init?(_ response: Response, _ protection: SecurityHeaders, made: Date) async throws {
        guard response.status == .ok, !response.isPersonal, response.headers[.contentEncoding] == nil,
            response.headers[.eTag] == nil,
            let length = response.body.contentLength, length <= Self.largestBody
        else { return nil }
        let collected = CollectedBody()
        try await response.body.write(CollectedBody.Writer(collected: collected))
        var headers = response.headers
        protection.add(to: &headers)
        try self.init(headers: headers, body: collected.bytes, made: made)
    }
}

extension Response {
    /// Answers with a cookie or a secret in them: compressed, they would tell an eavesdropper by their length what is
    /// in them, and nobody may keep them.
    var isPersonal: Bool {
        guard headers[.setCookie] == nil else { return true }
        guard let rule = headers[.cacheControl] else { return false }
        return rule.contains("no-store") || rule.contains("private")
    }

    /// 304 speaks of another body than its own empty one.
    fileprivate func withoutLength() -> Response {
        var response = self
        response.headers[.contentLength] = nil
        return response
    }
}

/// Gathers what a body writes.
private final class CollectedBody: Sendable {
    private let buffer = Mutex(ByteBuffer())

    var bytes: ByteBuffer { buffer.withLock { $0 } }

    struct Writer: ResponseBodyWriter {
        let collected: CollectedBody

        mutating func write(_ more: ByteBuffer) async throws {
            collected.buffer.withLock { buffer in
                if buffer.readableBytes == 0 { buffer = more } else { buffer.writeImmutableBuffer(more) }
            }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
