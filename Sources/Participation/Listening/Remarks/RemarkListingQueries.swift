// SPDX-License-Identifier: EUPL-1.2

import Storage

extension Remark {
    /// Which remarks a list of all of them shows.
    public struct Filter: Equatable, Sendable {
        /// Only those about matters of this kind.
        public var kind: MatterKind?
        /// Only those that were written in the name of an office.
        public var isOfficial = false

        public init() {}
    }

    /// Everything that can be read of what was said in a programme: neither hidden nor taken back.
    public static func list(
        _ filter: Filter, _ order: Order, _ page: ListPage, in programme: String, _ db: Connection
    ) throws -> Listed<Remark> {
        let total: Int64? = try db.value("SELECT COUNT(*) FROM \(listed(filter, in: programme))")
        let rows = try db.rows(
            """
            SELECT \(columns), o.name AS office FROM \(source) WHERE r.id IN (
                SELECT r.id FROM \(listed(filter, in: programme))
                ORDER BY \(clause(order)) LIMIT \(page.size) OFFSET \(page.offset))
            ORDER BY \(clause(order))
            """
        ).map(Remark.init)
        return Listed(rows: rows, total: total ?? 0)
    }

    /// The numbers of all remarks of a list, in its order.
    public static func numbers(
        _ filter: Filter, _ order: Order, in programme: String, _ db: Connection
    ) throws -> [Int64] {
        try db.rows("SELECT m.number FROM \(listed(filter, in: programme)) ORDER BY \(clause(order))")
            .map { try $0.get("number") }
    }

    /// Those of them whose numbers lie in a range.
    public static func list(
        _ filter: Filter, _ order: Order, numbered range: ClosedRange<Int64>, in programme: String, _ db: Connection
    ) throws -> [Remark] {
        try db.rows(
            """
            SELECT \(columns), o.name AS office FROM \(source) WHERE r.id IN (
                SELECT r.id FROM \(listed(filter, in: programme))
                    AND m.number BETWEEN \(range.lowerBound) AND \(range.upperBound))
            ORDER BY \(clause(order))
            """
        ).map(Remark.init)
    }

    private static let source: SQL =
        "remark r JOIN public_matter m ON m.id = r.id LEFT JOIN office o ON o.id = r.office_id"

    private static func listed(_ filter: Filter, in programme: String) -> SQL {
        var all: [SQL] = [
            "m.programme_id = \(programme) AND m.kind = 'remark' AND r.is_hidden = 0 AND r.is_withdrawn = 0"
        ]
        if let kind = filter.kind { all.append("s.kind = \(kind)") }
        if filter.isOfficial { all.append("r.office_id IS NOT NULL") }
        return """
            remark r JOIN public_matter m ON m.id = r.id JOIN public_matter s ON s.id = r.matter_id
            WHERE \(all.joined(separator: " AND "))
            """
    }

    private static func clause(_ order: Order) -> SQL { order == .newest ? "m.number DESC" : "m.number" }
}
