// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The file that was opened, told from another one that took its name later. A program keeps a removed file open
/// without noticing: whatever it writes then is gone when it ends.
struct OpenedFile: Sendable {
    let path: String
    private let identity: Identity?

    private struct Identity: Equatable {
        let device: UInt64
        let number: UInt64
    }

    init(path: String) {
        self.path = path
        identity = Self.identity(of: path)
    }

    func check() throws {
        guard let identity else { return }
        guard let present = Self.identity(of: path) else { throw StorageError.missingDatabase(path: path) }
        guard present == identity else {
            throw StorageError.unavailable(reason: "\(path) was replaced while the program runs; start it again")
        }
    }

    private static func identity(of path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }
}
