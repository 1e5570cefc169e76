// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What lies at a path, asked of the system without surprises by links.
enum FolderEntry {
    enum Kind {
        case file
        case folder
        case other
    }

    /// A person may name a package by a link; inside a package a link could lead anywhere.
    static func kind(of path: String, followingLinks: Bool = true) throws(PackageFault) -> Kind {
        var status = stat()
        let answer = followingLinks ? stat(path, &status) : lstat(path, &status)
        guard answer == 0 else {
            throw errno == ENOENT ? .notFound(path) : .unreadable(path, reason: SystemReason.latest)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    static func names(in path: String) throws(PackageFault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw .unreadable(path, reason: error.localizedDescription)
        }
    }

    /// Enough of a file to recognise its format.
    static func beginning(of path: String) throws(PackageFault) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { file.closeFile() }
            return [UInt8](try file.read(upToCount: 8) ?? Data())
        } catch {
            throw .unreadable(path, reason: error.localizedDescription)
        }
    }

    /// Stops one byte behind the limit, whatever size the file claims to have.
    static func content(of path: String, named name: String, atMost limit: Int) throws(PackageFault) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { file.closeFile() }
            var bytes: [UInt8] = []
            while let part = try file.read(upToCount: min(1 << 20, limit + 1 - bytes.count)), !part.isEmpty {
                bytes += part
            }
            guard bytes.count <= limit else { throw PackageFault.fileTooLarge(name, limit: limit) }
            return bytes
        } catch let fault as PackageFault {
            throw fault
        } catch {
            throw .unreadable(name, reason: error.localizedDescription)
        }
    }
}

/// What the system says about its last refusal.
enum SystemReason {
    static var latest: String { String(cString: strerror(errno)) }
}
