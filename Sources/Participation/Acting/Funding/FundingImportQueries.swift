// SPDX-License-Identifier: EUPL-1.2

import Storage

extension FundingImport {
    /// The lists of a programme, the newest first.
    public static func list(in programme: String, _ db: Connection) throws -> [FundingImport] {
        try db.rows(
            """
            SELECT \(columns) FROM funding_import i WHERE i.programme_id = \(programme)
            ORDER BY i.created_at DESC, i.id LIMIT 100
            """
        ).map(FundingImport.init)
    }

    public static func find(_ id: String, in programme: String, _ db: Connection) throws -> FundingImport? {
        try db.row(
            "SELECT \(columns) FROM funding_import i WHERE i.id = \(id) AND i.programme_id = \(programme)"
        ).map(FundingImport.init)
    }

    private static let columns: SQL =
        "i.id, i.file_name, i.columns, i.mapping, i.row_count, i.created_at, i.done_at, i.undone_at"

    private init(row: Row) throws {
        id = try row.get("id")
        fileName = try row.get("file_name")
        columns = ImportRow.unpacked(try row.get("columns"))
        mapping = try FundingMapping(stored: row.get("mapping"))
        rowCount = try row.get("row_count")
        createdAt = try row.get("created_at")
        doneAt = try row.get("done_at")
        undoneAt = try row.get("undone_at")
    }

    func insert(in programme: String, by person: String, _ rows: [ImportRow], _ db: Connection) throws {
        try db.execute(
            """
            INSERT INTO funding_import
                (id, programme_id, person_id, file_name, columns, mapping, row_count, cells, created_at)
            VALUES (\(id), \(programme), \(person), \(fileName), \(ImportRow(number: 0, cells: columns).packed),
                \(mapping.stored), \(rowCount), \(ImportRow.packed(rows)), \(createdAt))
            """)
    }

    static func store(_ mapping: FundingMapping, of id: String, _ db: Connection) throws {
        try db.execute("UPDATE funding_import SET mapping = \(mapping.stored) WHERE id = \(id)")
    }

    func rows(_ db: Connection) throws -> [ImportRow] {
        let cells: String? = try db.value("SELECT cells FROM funding_import WHERE id = \(id)")
        return ImportRow.rows(packed: cells ?? "")
    }

    /// Notes which entries came of which rows.
    func note(_ entries: [(id: String, row: Int64)], _ db: Connection) throws {
        for start in stride(from: 0, to: entries.count, by: 500) {
            let values = entries[start..<min(start + 500, entries.count)].map { entry -> SQL in
                "(\(entry.id), \(id), \(entry.row))"
            }
            try db.execute(
                "INSERT INTO funding_import_entry (funding_id, funding_import_id, row_number) VALUES "
                    + SQL.joined(values, separator: ", "))
        }
    }

    func noteDone(at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE funding_import SET done_at = \(now.text) WHERE id = \(id)")
    }

    func noteUndone(at now: Moment, _ db: Connection) throws {
        try db.execute("UPDATE funding_import SET undone_at = \(now.text) WHERE id = \(id)")
    }

    /// What the ledger itself holds because of the list.
    func bookedSum(_ db: Connection) throws -> PreviewFundingImport.BookedSum {
        let row = try db.row(
            """
            SELECT COUNT(*) AS entries, CAST(COALESCE(SUM(f.amount_cents), 0) AS BIGINT) AS cents,
                CAST(COALESCE(SUM(c.amount_cents), 0) AS BIGINT) AS reversed
            FROM funding_import_entry e JOIN funding f ON f.id = e.funding_id
            LEFT JOIN funding c ON c.reverses_id = f.id WHERE e.funding_import_id = \(id)
            """)
        return PreviewFundingImport.BookedSum(
            entries: try row?.get("entries") ?? 0, cents: try row?.get("cents") ?? 0,
            reversedCents: try row?.get("reversed") ?? 0)
    }

    /// The entries of the list that nobody has taken back, as records.
    func standingEntries(_ db: Connection) throws -> [FundingRecord] {
        try db.rows(
            """
            SELECT m.key, f.kind, f.basis, f.source, f.budget_line, f.fiscal_year, f.booked_on, f.amount_cents,
                f.reason, f.told, pm.key AS project, om.key AS organisation
            FROM funding_import_entry e JOIN funding f ON f.id = e.funding_id JOIN matter m ON m.id = f.id
            JOIN matter pm ON pm.id = f.project_id LEFT JOIN matter om ON om.id = f.organisation_id
            WHERE e.funding_import_id = \(id)
                AND NOT EXISTS (SELECT 1 FROM funding c WHERE c.reverses_id = f.id)
            ORDER BY e.row_number, m.key
            """
        ).map { row in
            var record = FundingRecord()
            record.id = try row.get("key")
            record.project = try row.get("project")
            record.organisation = try row.get("organisation")
            record.fundingKind = try row.get("kind")
            record.basis = try row.get("basis")
            record.source = try row.get("source")
            record.budgetLine = try row.get("budget_line")
            record.fiscalYear = try row.get("fiscal_year")
            record.bookedOn = try PartialDate(row: row, column: "booked_on")
            record.amountCents = try row.get("amount_cents")
            record.reason = try row.get("reason")
            record.told = try row.get("told")
            return record
        }
    }
}

extension ReadFundingImport.Ledger {
    /// What a list is compared with; a few statements however long it is.
    static func load(
        for mapping: FundingMapping, in programme: String, _ db: Connection
    ) throws -> ReadFundingImport.Ledger {
        let organisations = try db.rows(
            """
            SELECT m.key, o.name FROM organisation o JOIN public_matter m ON m.id = o.id
            WHERE o.programme_id = \(programme) ORDER BY o.sort_key, o.id
            """
        ).map { (key: try $0.get("key") as String, name: try $0.get("name") as String) }
        return ReadFundingImport.Ledger(
            projects: try LedgerProject.all(in: programme, db), organisations: organisations,
            closedYears: Set(try ClosedYear.list(in: programme, db).map(\.year)),
            balances: try LedgerBalance.all(in: programme, db), marks: try marks(in: programme, db))
    }

    /// Entries that stand. What was taken back may be booked again.
    private static func marks(in programme: String, _ db: Connection) throws -> Set<String> {
        var marks: Set<String> = []
        try db.forEach(
            """
            SELECT f.project_id, f.kind, f.basis, f.source, m.key AS partner, f.budget_line, f.fiscal_year, f.booked_on,
                f.amount_cents
            FROM funding f LEFT JOIN matter m ON m.id = f.organisation_id
            WHERE f.programme_id = \(programme) AND f.reverses_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM funding c WHERE c.reverses_id = f.id)
            """
        ) { row in
            marks.insert(
                ReadFundingImport.mark(
                    try row.get("project_id"), try row.get("kind"), try row.get("basis"), try row.get("source"),
                    try row.get("partner"), try row.get("budget_line"), try row.get("fiscal_year"),
                    try row.get("booked_on"), try row.get("amount_cents")))
        }
        return marks
    }
}
