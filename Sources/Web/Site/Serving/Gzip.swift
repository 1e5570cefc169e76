// SPDX-License-Identifier: EUPL-1.2

internal import CZlib
import NIOCore

/// The format gzip, RFC 1952, made by zlib. The same bytes always give the same result.
enum Gzip {
    struct Failure: Error {
        let code: Int32
    }

    /// Smaller bodies do not become smaller by it.
    static let smallestBody = 860

    static func compressed(_ body: ByteBuffer) throws -> ByteBuffer {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // 15 bits of window, and 16 for the frame of gzip instead of that of zlib.
        let code = deflateInit2_(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else { throw Failure(code: code) }
        defer { deflateEnd(&stream) }

        let bound = Int(deflateBound(&stream, UInt(body.readableBytes)))
        var result = ByteBuffer()
        var end = Z_OK
        result.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { output in
            body.withUnsafeReadableBytes { input in
                stream.next_in = UnsafeMutablePointer(
                    mutating: input.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(clamping: output.count)
                end = deflate(&stream, Z_FINISH)
            }
            return Int(stream.total_out)
        }
        guard end == Z_STREAM_END else { throw Failure(code: end) }
        return result
    }

    /// Whether bodies of this kind gain by it; pictures and archives are compressed already.
    static func suits(_ mediaType: String) -> Bool {
        let type = mediaType.prefix { $0 != ";" && $0 != " " }.lowercased()
        return type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("+json")
            || ["application/json", "application/xml", "application/javascript"].contains(type)
    }
}
