// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A matter as its own table has it.
struct MatterRow: Sendable {
    let id: String
    let reference: MatterReference
    let number: Int64?
    let position: Int64
    let visibleFrom: String?
    let recordedAt: String
    let importedDigest: String?

    var key: String { reference.key }

    init(row: Row) throws {
        id = try row.get("id")
        let kind: MatterKind = try row.get("kind")
        reference = MatterReference(kind, try row.get("key"))
        number = try row.get("number")
        position = try row.get("position")
        visibleFrom = try row.get("visible_from")
        recordedAt = try row.get("recorded_at")
        importedDigest = try row.get("imported_digest")
    }

    private static let columns: SQL = "id, kind, key, number, position, visible_from, recorded_at, imported_digest"

    /// A matter of a programme by its id.
    static func find(_ id: String, of programme: String, in db: Connection) throws -> MatterRow? {
        try db.row(
            "SELECT \(columns) FROM matter WHERE id = \(id) AND programme_id = \(programme)"
        ).map(MatterRow.init)
    }

    /// A matter of a programme by its kind and key.
    static func find(_ reference: MatterReference, of programme: String, in db: Connection) throws -> MatterRow? {
        try db.row(
            """
            SELECT \(columns) FROM matter
            WHERE programme_id = \(programme) AND kind = \(reference.kind) AND key = \(reference.key)
            """
        ).map(MatterRow.init)
    }

    /// Those matters of a programme that some references name.
    static func find(
        _ references: [MatterReference], of programme: String, in db: Connection
    ) throws -> [MatterRow] {
        var found: [MatterRow] = []
        for start in stride(from: 0, to: references.count, by: 500) {
            let batch = references[start..<min(start + 500, references.count)]
            let wanted = Set(batch)
            let kinds = Set(batch.map(\.kind)).sorted { $0.rawValue < $1.rawValue }
            found += try db.rows(
                """
                SELECT \(columns) FROM matter WHERE programme_id = \(programme) AND kind IN \(list: kinds)
                    AND key IN \(list: batch.map(\.key))
                """
            ).map(MatterRow.init).filter { wanted.contains($0.reference) }
        }
        return found
    }

    /// The number and the place in its file that the next matter of a kind takes.
    static func next(
        _ kind: MatterKind, of programme: String, in db: Connection
    ) throws -> (number: Int64, place: Int64) {
        let number: Int64? = try db.value(
            "SELECT MAX(number) FROM matter WHERE programme_id = \(programme) AND kind = \(kind)")
        let place: Int64? = try db.value(
            "SELECT MAX(position) FROM matter WHERE programme_id = \(programme) AND kind = \(kind)")
        return ((number ?? 0) + 1, (place ?? 0) + 1)
    }

    /// All matters of a programme.
    static func all(of programme: String, in db: Connection) throws -> [MatterRow] {
        try db.rows(
            """
            SELECT \(columns) FROM matter WHERE programme_id = \(programme) ORDER BY position, id
            """
        ).map(MatterRow.init)
    }
}
