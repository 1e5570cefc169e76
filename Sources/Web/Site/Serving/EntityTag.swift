// SPDX-License-Identifier: EUPL-1.2

import Crypto
import NIOCore
import Storage

/// Names the bytes of a body, so that a reader who has them need not get them again.
struct EntityTag: Equatable, Sendable {
    /// With its quotation marks, as it stands in the header.
    let text: String

    /// A strong tag: the first 128 bits of the SHA-256 of the body, and the form in which it travels.
    init(of body: ByteBuffer, as coding: ContentCoding) {
        var hash = SHA256()
        body.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        let digits = Hexadecimal.digits(of: hash.finalize().prefix(16))
        text = "\"\(digits)\(coding == .gzip ? "-gzip" : "")\""
    }

    /// Whether a reader who sent this `If-None-Match` has the body, by the weak comparison of RFC 9110 §13.1.2.
    func isKnown(by field: String?) -> Bool {
        guard let field else { return false }
        if field == text || field.trimmed == "*" { return true }
        return field.split(separator: ",").contains { entry in
            let tag = String(entry).trimmed
            return (tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag) == text
        }
    }
}
