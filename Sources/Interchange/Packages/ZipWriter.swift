// SPDX-License-Identifier: EUPL-1.2

import CArchive
import Foundation

/// Packs files into a zip archive in memory. No time of day goes in, so the same files give the same archive.
struct ZipWriter: ~Copyable {
    /// 1 January 1980, the first moment a zip archive can name.
    private static let moment = 315_532_800

    private let archive: OpaquePointer
    private let packed = PackedBytes()

    static func bytes(of files: [PackageFiles.File]) throws(PackageFault) -> [UInt8] {
        let outcome = UnicodeNames.apply {
            Result { () throws(PackageFault) in
                let writer = try ZipWriter()
                return try writer.pack(files)
            }
        }
        return try outcome.get()
    }

    private init() throws(PackageFault) {
        guard let archive = archive_write_new() else { throw .unwritable("zip", reason: "no memory") }
        self.archive = archive
    }

    deinit {
        archive_write_free(archive)
    }

    private func pack(_ files: [PackageFiles.File]) throws(PackageFault) -> [UInt8] {
        try check(archive_write_set_format_zip(archive))
        try check(archive_write_set_options(archive, "hdrcharset=UTF-8"))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        let sink = Unmanaged.passUnretained(packed).toOpaque()
        try check(archive_write_open2(archive, sink, nil, { PackedBytes.take($1, $2, $3) }, nil, nil))
        for file in files { try pack(file) }
        try check(archive_write_close(archive))
        return packed.bytes
    }

    private func pack(_ file: PackageFiles.File) throws(PackageFault) {
        guard let entry = archive_entry_new() else { throw .unwritable(file.name, reason: "no memory") }
        defer { archive_entry_free(entry) }
        archive_entry_update_pathname_utf8(entry, file.name)
        archive_entry_set_filetype(entry, UInt32(S_IFREG as mode_t))
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(file.bytes.count))
        archive_entry_set_mtime(entry, Self.moment, 0)
        try check(archive_write_header(archive, entry))
        let written = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == file.bytes.count else { throw fault }
    }

    private func check(_ status: Int32) throws(PackageFault) {
        guard status == ARCHIVE_OK else { throw fault }
    }

    private var fault: PackageFault {
        .unwritable("zip", reason: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }
}

/// Where libarchive, a C library, delivers its output.
private final class PackedBytes {
    private(set) var bytes: [UInt8] = []

    static func take(_ sink: UnsafeMutableRawPointer?, _ part: UnsafeRawPointer?, _ count: Int) -> Int {
        guard let sink, let part else { return -1 }
        let packed = Unmanaged<PackedBytes>.fromOpaque(sink).takeUnretainedValue()
        packed.bytes.append(contentsOf: UnsafeRawBufferPointer(start: part, count: count))
        return count
    }
}
