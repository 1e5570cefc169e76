// SPDX-License-Identifier: EUPL-1.2

/// Reads a table that somebody saved from a spreadsheet, whichever way it was set: semicolon, comma or tab, UTF-8 or
/// Windows-1252. The first row names the columns; rows without any text are passed over.
public struct CSVReader: Sendable {
    /// How the file was recognised, to be shown before it is imported.
    public let encoding: CSVEncoding
    public let separator: CSVSeparator
    public let columns: [String]
    private var scanner: CSVScanner

    public init(_ bytes: [UInt8]) throws(CSVFault) {
        let (encoding, text) = try CSVEncoding.decode(bytes)
        let declared = CSVSeparator.declared(in: text)
        let separator = declared ?? CSVSeparator.mostLikely(for: text)
        var scanner = CSVScanner(text, separator: separator)
        if declared != nil { _ = try scanner.next() }
        guard let header = try scanner.next() else { throw CSVFault(.empty, row: 1, line: 1) }
        self.encoding = encoding
        self.separator = separator
        self.columns = try Self.columns(of: header)
        self.scanner = scanner
    }

    /// The next row, with one cell for each column; nothing at the end.
    public mutating func next() throws(CSVFault) -> CSVRow? {
        while let row = try scanner.next() {
            guard row.cells.contains(where: { !$0.isEmpty }) else { continue }
            let surplus = row.cells.dropFirst(columns.count)
            guard row.cells.count >= columns.count, surplus.allSatisfy(\.isEmpty) else {
                let reason = CSVFault.Reason.cells(row.cells.count, expected: columns.count)
                throw CSVFault(reason, row: row.number, line: row.line)
            }
            return CSVRow(number: row.number, line: row.line, cells: Array(row.cells.prefix(columns.count)))
        }
        return nil
    }

    /// All rows that are left.
    public mutating func rows() throws(CSVFault) -> [CSVRow] {
        var rows: [CSVRow] = []
        while let row = try next() { rows.append(row) }
        return rows
    }

    private static func columns(of header: CSVRow) throws(CSVFault) -> [String] {
        var names = header.cells
        while names.last?.isEmpty == true { names.removeLast() }
        guard !names.isEmpty else { throw CSVFault(.empty, row: header.number, line: header.line) }
        for (index, name) in names.enumerated() {
            guard !name.isEmpty else {
                throw CSVFault(.unnamedColumn(index + 1), row: header.number, line: header.line)
            }
            guard !names[..<index].contains(name) else {
                throw CSVFault(.duplicateColumn(name), row: header.number, line: header.line)
            }
        }
        return names
    }
}

/// One row of a table and where it stands.
public struct CSVRow: Equatable, Sendable {
    /// As a spreadsheet numbers it: the row of column names is usually 1.
    public let number: Int
    /// As a text editor numbers it; differs from `number` once a cell holds line breaks.
    public let line: Int
    public let cells: [String]
}
