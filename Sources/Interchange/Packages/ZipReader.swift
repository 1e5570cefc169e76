// SPDX-License-Identifier: EUPL-1.2

import CArchive
import Foundation

/// Unpacks a zip archive in memory. Only the directory at the end of the archive is trusted, as every other program
/// does, and only bytes that have really been unpacked are counted.
struct ZipReader: ~Copyable {
    private let archive: OpaquePointer
    private var tally: PackageTally

    static func files(in bytes: [UInt8], limits: PackageLimits) throws(PackageFault) -> [PackageFiles.File] {
        let outcome = bytes.withUnsafeBytes { memory in
            UnicodeNames.apply {
                Result { () throws(PackageFault) in
                    var reader = try ZipReader(PackageTally(limits: limits, archiveBytes: memory.count))
                    return try reader.files(in: memory)
                }
            }
        }
        return try outcome.get()
    }

    private init(_ tally: PackageTally) throws(PackageFault) {
        guard let archive = archive_read_new() else { throw .damagedArchive(reason: "no memory") }
        self.archive = archive
        self.tally = tally
    }

    deinit {
        archive_read_free(archive)
    }

    private mutating func files(in memory: UnsafeRawBufferPointer) throws(PackageFault) -> [PackageFiles.File] {
        try check(archive_read_support_format_zip_seekable(archive))
        try check(archive_read_open_memory(archive, memory.baseAddress, memory.count))
        var files: [PackageFiles.File] = []
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            guard status != ARCHIVE_EOF else { return files }
            try check(status)
            if let entry, let file = try file(entry) { files.append(file) }
        }
    }

    /// Folders and what operating systems leave behind are passed over.
    private mutating func file(_ entry: OpaquePointer) throws(PackageFault) -> PackageFiles.File? {
        guard let path = archive_entry_pathname_utf8(entry) else { throw .unsafeName("?") }
        let name = String(cString: path)
        guard !PackageName.isDebris(name), archive_entry_filetype(entry) != S_IFDIR else { return nil }
        guard archive_entry_filetype(entry) == S_IFREG, archive_entry_symlink(entry) == nil,
            archive_entry_hardlink(entry) == nil
        else { throw .notAPlainFile(name) }
        guard archive_entry_is_encrypted(entry) == 0 else { throw .encrypted(name) }
        try tally.begin(name)
        return PackageFiles.File(name: name, bytes: try content())
    }

    private mutating func content() throws(PackageFault) -> [UInt8] {
        var content: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = part.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard count != 0 else { return content }
            guard count > 0 else { throw damage }
            try tally.count(count)
            content += part.prefix(count)
        }
    }

    private func check(_ status: Int32) throws(PackageFault) {
        guard status >= ARCHIVE_WARN else { throw damage }
    }

    private var damage: PackageFault {
        .damagedArchive(reason: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }
}
