// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A file that is written from its beginning to its end, in pieces of some size.
final class FileSink {
    private static let pieceSize = 1 << 18

    private let handle: FileHandle
    private var waiting: [UInt8] = []

    init(_ file: URL) throws {
        guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw PaperFault.unwritable(reason: "no file at \(file.path)") }
        handle = try FileHandle(forWritingTo: file)
    }

    func append(_ text: String) throws {
        waiting += text.utf8
        if waiting.count >= Self.pieceSize { try flush() }
    }

    func close() throws {
        try flush()
        try handle.close()
    }

    private func flush() throws {
        try handle.write(contentsOf: waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}

/// A folder of its own for work that is not finished; everything in it goes with it.
public final class WorkFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "dreiklang-\(UInt64.random(in: .min ... .max))", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            // The system clears its temporary folder; nobody is left to tell.
            return
        }
    }
}
