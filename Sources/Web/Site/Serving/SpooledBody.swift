// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import NIOCore

/// A body made of what was put aside and what stands before and after it.
struct SpooledBody: Sendable {
    /// How much of a file is in memory at a time, in bytes.
    private static let pieceSize = 64 * 1024

    let beginning: [UInt8]
    let middle: SpooledBytes
    let end: [UInt8]

    /// Short ones lie in memory as a whole; long ones are read piece by piece, the next when there is room for it.
    ///
    /// - Parameter eventLoop: the connection's. It learns of a piece a moment after that was written, and on a busy
    ///   machine many pieces could be written in that moment: so each waits until it has learnt of the one before.
    func responseBody(sentOn eventLoop: (any EventLoop)?) -> ResponseBody {
        guard let file = middle.file else {
            return ResponseBody(byteBuffer: ByteBuffer(bytes: beginning + middle.memory + end))
        }
        return ResponseBody(contentLength: beginning.count + middle.count + end.count) { writer in
            try await writer.write(ByteBuffer(bytes: beginning))
            var offset = 0
            while offset < file.count {
                let piece = try file.read(from: offset, upTo: Self.pieceSize)
                // The file was cut off by somebody: the reader notices by the length that was promised.
                guard !piece.isEmpty else { throw Spool.Failure.system(code: 0) }
                offset += piece.count
                try await writer.write(ByteBuffer(bytes: piece))
                try await eventLoop?.submit {}.get()
            }
            try await writer.write(ByteBuffer(bytes: end))
            try await writer.finish(nil)
        }
    }
}
