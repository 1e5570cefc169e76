// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import NIOHTTP1

/// A GET of someone unknown without a body and without anything that needs judgement. Only what the rules of requests
/// would let pass can have come into the cache under the same host and address; what they check besides that is checked
/// here.
struct PlainRequest {
    let key: PageKey
    private var codings: String?
    private var tags: String?

    struct Answer {
        let head: HTTPResponseHead
        /// Nil for a reader who has it already.
        let body: ByteBuffer?
    }

    /// Nil for every other request.
    init?(_ head: HTTPRequestHead) {
        guard head.method == .GET else { return nil }
        var host: String?
        var size = 0
        for (name, value) in head.headers {
            size += name.utf8.count + value.utf8.count + 4
            switch Field(name) {
            case .host:
                guard host == nil else { return nil }
                host = value
            case .codings:
                guard codings == nil else { return nil }
                codings = value
            case .tags:
                guard tags == nil else { return nil }
                tags = value
            case .notPlain: return nil
            case .other: break
            }
        }
        guard let host, size <= RequestRules.largestHeaders else { return nil }
        key = PageKey(authority: host, target: head.uri)
    }

    /// Nil where the page was not made for this way.
    func answer(with page: FinishedAnswer) -> Answer? {
        let form = page.form(accepting: codings)
        guard let heads = form.heads else { return nil }
        if form.tag.isKnown(by: tags) { return Answer(head: heads.notModified, body: nil) }
        return Answer(head: heads.whole, body: form.bytes)
    }

    /// The names of headers that matter here.
    private enum Field {
        case host, codings, tags, notPlain, other

        init(_ name: String) {
            switch name.utf8.count {
            case 4 where Self.equal(name, "host"): self = .host
            case 15 where Self.equal(name, "accept-encoding"): self = .codings
            case 13 where Self.equal(name, "if-none-match"): self = .tags
            case 6 where Self.equal(name, "cookie") || Self.equal(name, "expect"): self = .notPlain
            case 7 where Self.equal(name, "upgrade"): self = .notPlain
            case 13 where Self.equal(name, "authorization"): self = .notPlain
            case 14 where Self.equal(name, "content-length"): self = .notPlain
            case 17 where Self.equal(name, "transfer-encoding"): self = .notPlain
            default: self = .other
            }
        }

        /// - Parameter known: in small letters, as long as the name
        private static func equal(_ name: String, _ known: StaticString) -> Bool {
            var place = 0
            for byte in name.utf8 {
                let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                guard small == known.utf8Start[place] else { return false }
                place += 1
            }
            return true
        }
    }
}
