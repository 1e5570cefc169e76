// SPDX-License-Identifier: EUPL-1.2

import Storage

extension StoredFile {
    /// Keeps a file; one that is here already is not kept twice.
    static func keep(_ file: IncomingFile, at now: Moment, in db: Connection) throws -> StoredFile {
        let stored = StoredFile(
            digest: file.digest, mediaType: file.mediaType, size: Int64(file.bytes.count),
            width: file.width.map { Int64($0) }, height: file.height.map { Int64($0) })
        guard try find(stored.digest, in: db) == nil else { return stored }
        try db.execute(
            """
            INSERT INTO stored_file (digest, media_type, size, width, height, stored_at)
            VALUES (\(stored.digest), \(stored.mediaType), \(stored.size), \(stored.width), \(stored.height),
                \(now.text))
            """)
        for (position, start) in stride(from: 0, to: file.bytes.count, by: pieceSize).enumerated() {
            let piece = Array(file.bytes[start..<min(start + pieceSize, file.bytes.count)])
            try db.execute(
                """
                INSERT INTO stored_file_piece (digest, position, bytes)
                VALUES (\(stored.digest), \(Int64(position)), \(piece))
                """)
        }
        return stored
    }

    public static func find(_ digest: String, in db: Connection) throws -> StoredFile? {
        try db.row("SELECT \(columns) FROM stored_file WHERE digest = \(digest)").map(StoredFile.init)
    }

    /// What is in the file, piece by piece.
    public func forEachPiece(in db: Connection, _ body: ([UInt8]) throws -> Void) throws {
        let pieces = (size + Int64(Self.pieceSize) - 1) / Int64(Self.pieceSize)
        for position in 0..<pieces {
            let piece: [UInt8]? = try db.value(
                "SELECT bytes FROM stored_file_piece WHERE digest = \(digest) AND position = \(position)")
            guard let piece else { throw ValueFault("the file \(digest) lacks a piece") }
            try body(piece)
        }
    }

    /// Takes away the files that no document and no open form needs any more.
    static func deleteUnused(in db: Connection) throws {
        let unused: SQL = """
            SELECT f.digest FROM stored_file f
            WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.file_digest = f.digest)
                AND NOT EXISTS (SELECT 1 FROM attachment_draft a WHERE a.digest = f.digest)
            """
        try db.execute("DELETE FROM stored_file_piece WHERE digest IN (\(unused))")
        try db.execute("DELETE FROM stored_file WHERE digest IN (\(unused))")
    }

    static let columns: SQL = "digest, media_type, size, width, height"

    init(row: Row) throws {
        digest = try row.get("digest")
        mediaType = try row.get("media_type")
        size = try row.get("size")
        width = try row.get("width")
        height = try row.get("height")
    }
}
