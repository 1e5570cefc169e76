// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// Takes up a long answer as fast as the database gives it, so that a slow reader holds no connection: in memory while
/// it is short, in a temporary file that has no name as soon as it is long.
final class Spool {
    /// The answer could not be put aside.
    enum Failure: Error, Equatable {
        case system(code: Int32)
        /// Too much is put aside for slow readers already.
        case full
    }

    /// In bytes.
    static let largestInMemory = 256 * 1024

    private(set) var memory: [UInt8] = []
    private(set) var file: SpoolFile?
    private let room: SpoolRoom

    init(in room: SpoolRoom) {
        self.room = room
    }

    func append(_ bytes: [UInt8]) throws {
        memory += bytes
        guard memory.count > Self.largestInMemory else { return }
        let file = try file ?? SpoolFile(in: room)
        self.file = file
        try file.append(memory)
        memory.removeAll(keepingCapacity: true)
    }

    /// Everything that was taken up, for as long as somebody holds it.
    func finished() throws -> SpooledBytes {
        guard let file else { return SpooledBytes(memory: memory, file: nil) }
        try file.append(memory)
        return SpooledBytes(memory: [], file: file)
    }
}

/// What a spool has taken up.
struct SpooledBytes: Sendable {
    let memory: [UInt8]
    let file: SpoolFile?

    var count: Int { file?.count ?? memory.count }
}

/// How much may lie on the disk for slow readers, all of them together.
final class SpoolRoom: Sendable {
    private let limit: Int
    private let taken = Mutex(0)

    /// - Parameter limit: in bytes
    init(limit: Int = 1 << 30) {
        self.limit = limit
    }

    var bytes: Int { taken.withLock { $0 } }

    fileprivate func take(_ bytes: Int) throws {
        let isFull = taken.withLock { taken in
            guard taken + bytes <= limit else { return true }
            taken += bytes
            return false
        }
        if isFull { throw Spool.Failure.full }
    }

    fileprivate func give(back bytes: Int) {
        taken.withLock { $0 -= bytes }
    }
}

/// A temporary file without a name: the system removes it when it is closed, also when the program is killed.
final class SpoolFile: Sendable {
    private let descriptor: Int32
    private let room: SpoolRoom
    private let written = Mutex(0)

    var count: Int { written.withLock { $0 } }

    init(in room: SpoolRoom) throws {
        self.room = room
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array("\(folder)/dreiklang-XXXXXX".utf8CString)
        descriptor = template.withUnsafeMutableBufferPointer { buffer in
            guard let name = buffer.baseAddress else { return -1 }
            let descriptor = mkstemp(name)
            if descriptor >= 0 { unlink(name) }
            return descriptor
        }
        guard descriptor >= 0 else { throw Spool.Failure.system(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        room.give(back: count)
    }

    func append(_ bytes: [UInt8]) throws {
        try room.take(bytes.count)
        written.withLock { $0 += bytes.count }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Spool.Failure.system(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// - Parameter offset: from the beginning of the file; nothing comes from beyond its end
    func read(from offset: Int, upTo size: Int) throws -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var result = -1
            repeat {
                result = pread(descriptor, buffer.baseAddress, size, off_t(offset))
                code = result < 0 ? errno : 0
            } while code == EINTR
            count = max(0, result)
        }
        guard code == 0 else { throw Spool.Failure.system(code: code) }
        return bytes
    }
}
