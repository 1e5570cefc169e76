// SPDX-License-Identifier: EUPL-1.2

import CArchive
import Foundation

/// A zip archive on disk, packed from texts and files without taking a file into memory as a whole.
enum ZipFile {
    enum Source {
        case text(String)
        case file(URL)
    }

    private static let pieceSize = 1 << 16

    static func write(_ entries: [(name: String, source: Source)], to file: URL) throws {
        guard let archive = archive_write_new() else { throw PaperFault.unwritable(reason: "no memory") }
        defer { archive_write_free(archive) }
        try check(archive_write_set_format_zip(archive), archive)
        try check(archive_write_open_filename(archive, file.path), archive)
        for entry in entries {
            switch entry.source {
            case .text(let text):
                try begin(entry.name, size: text.utf8.count, in: archive)
                try add(Array(text.utf8), to: archive)
            case .file(let source):
                let size = try FileManager.default.attributesOfItem(atPath: source.path)[.size] as? Int ?? 0
                try begin(entry.name, size: size, in: archive)
                let handle = try FileHandle(forReadingFrom: source)
                while let piece = try handle.read(upToCount: pieceSize), !piece.isEmpty {
                    try add(Array(piece), to: archive)
                }
                try handle.close()
            }
        }
        try check(archive_write_close(archive), archive)
    }

    private static func begin(_ name: String, size: Int, in archive: OpaquePointer) throws {
        guard let entry = archive_entry_new() else { throw PaperFault.unwritable(reason: "no memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, UInt32(S_IFREG as mode_t))
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(size))
        // 1 January 1980, the first moment a zip archive can name.
        archive_entry_set_mtime(entry, 315_532_800, 0)
        try check(archive_write_header(archive, entry), archive)
    }

    private static func add(_ bytes: [UInt8], to archive: OpaquePointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
            guard count > 0 else { throw fault(of: archive) }
            rest = rest.dropFirst(count)
        }
    }

    /// How often a text stands in an entry of an archive; nil when there is no such entry. Reads piece by piece.
    static func count(_ text: String, in name: String, of file: URL) throws -> Int? {
        guard let archive = archive_read_new() else { throw PaperFault.unwritable(reason: "no memory") }
        defer { archive_read_free(archive) }
        try check(archive_read_support_format_zip(archive), archive)
        try check(archive_read_open_filename(archive, file.path, pieceSize), archive)
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return nil }
            try check(status, archive)
            guard let entry, let path = archive_entry_pathname(entry), String(cString: path) == name else { continue }
            return try count(Array(text.utf8), in: archive)
        }
    }

    private static func count(_ mark: [UInt8], in archive: OpaquePointer) throws -> Int {
        var (count, matched) = (0, 0)
        var piece = [UInt8](repeating: 0, count: pieceSize)
        while true {
            let size = piece.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            guard size >= 0 else { throw fault(of: archive) }
            guard size > 0 else { return count }
            for byte in piece[..<size] {
                if byte == mark[matched] {
                    matched += 1
                } else {
                    // The marks that are looked for begin with a sign that they do not repeat.
                    matched = byte == mark[0] ? 1 : 0
                }
                if matched == mark.count { (count, matched) = (count + 1, 0) }
            }
        }
    }

    private static func check(_ status: Int32, _ archive: OpaquePointer) throws {
        guard status >= ARCHIVE_WARN else { throw fault(of: archive) }
    }

    private static func fault(of archive: OpaquePointer) -> PaperFault {
        .unwritable(reason: archive_error_string(archive).map { String(cString: $0) } ?? "unknown")
    }
}
