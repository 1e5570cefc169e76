// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Changes to the file system that are on the disk when they return.
enum Durably {
    static func makeFolder(_ path: String, mode: mode_t) throws(PackageFault) {
        guard mkdir(path, mode) == 0 else { throw refusal(path) }
    }

    static func writeFile(_ bytes: [UInt8], at path: String, mode: mode_t) throws(PackageFault) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw refusal(path) }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw refusal(path) }
            written += max(count, 0)
        }
        guard fsync(file) == 0 else { throw refusal(path) }
    }

    static func flushFolder(_ path: String) throws(PackageFault) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw refusal(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw refusal(path) }
    }

    static func move(_ path: String, to target: String) throws(PackageFault) {
        guard rename(path, target) == 0 else { throw refusal(target) }
    }

    /// Lets two folders change places. For the instant between the first two steps nothing lies at `target`; if the
    /// second fails, the first is undone.
    static func exchange(_ path: String, _ target: String) throws(PackageFault) {
        let aside = path + ".former"
        try move(target, to: aside)
        do throws(PackageFault) {
            try move(path, to: target)
        } catch {
            try move(aside, to: target)
            throw error
        }
        try move(aside, to: path)
    }

    static func remove(_ path: String) throws(PackageFault) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw .unwritable(path, reason: error.localizedDescription)
        }
    }

    private static func refusal(_ path: String) -> PackageFault {
        .unwritable(path, reason: SystemReason.latest)
    }
}
