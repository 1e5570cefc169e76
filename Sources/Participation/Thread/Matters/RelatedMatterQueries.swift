// SPDX-License-Identifier: EUPL-1.2

import Storage

extension MatterSummary {
    /// The public projects of a programme that meet a condition on `project x`, in the order of their titles.
    static func projects(where condition: SQL, in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try list(
            "x.title, x.state, NULL AS outcome, x.starts_on AS dated_on FROM project x", condition, programme,
            order: "x.sort_key, x.id", db)
    }

    /// The public ideas that meet a condition on `idea x`, in the order of their numbers.
    static func ideas(where condition: SQL, in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try list(
            "x.title, x.state, x.outcome, x.submitted_on AS dated_on FROM idea x", condition, programme,
            order: "m.number, x.id", db)
    }

    /// The public forums that meet a condition on `forum x`, in the order of their numbers.
    static func forums(where condition: SQL, in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try list(
            "COALESCE(x.title, x.topic) AS title, NULL AS state, NULL AS outcome, NULL AS dated_on FROM forum x",
            condition, programme, order: "m.number, x.id", db)
    }

    /// All public forums of a programme, in the order of their numbers.
    public static func forums(in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try forums(where: "x.programme_id = \(programme)", in: programme, db)
    }

    /// The public fields of action that meet a condition on `field x`, in their own order.
    static func fields(where condition: SQL, in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try list(
            "x.name AS title, NULL AS state, NULL AS outcome, x.ruling_date AS dated_on FROM field x", condition,
            programme, order: "x.rank, x.id", db)
    }

    /// The public statements that meet a condition on `statement x`, with the consultation as their title.
    static func statements(where condition: SQL, in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try list(
            """
            c.title, x.state, NULL AS outcome, x.submitted_on AS dated_on
            FROM statement x JOIN consultation c ON c.id = x.consultation_id
            """, condition, programme, order: "m.number, x.id", db)
    }

    /// The public organisations that meet a condition on `organisation x`, by name.
    static func organisations(where condition: SQL, in programme: String, _ db: Connection) throws -> [MatterSummary] {
        try list(
            "x.name AS title, NULL AS state, NULL AS outcome, NULL AS dated_on FROM organisation x", condition,
            programme, order: "x.sort_key, x.id", db)
    }

    /// At most as many as a page shows; whoever wants more is sent to the list itself.
    static let mostRelated: Int64 = 100

    private static func list(
        _ columns: SQL, _ condition: SQL, _ programme: String, order: SQL, _ db: Connection
    ) throws -> [MatterSummary] {
        try db.rows(
            """
            SELECT m.id, m.kind, m.key, m.number, \(columns) JOIN public_matter m ON m.id = x.id
            WHERE m.programme_id = \(programme) AND \(condition) ORDER BY \(order) LIMIT \(mostRelated)
            """
        ).map(MatterSummary.init)
    }
}
