// SPDX-License-Identifier: EUPL-1.2

/// Writes a table the way spreadsheets in German offices open it with a double click: UTF-8 with byte order mark,
/// semicolons, CRLF, quotes after RFC 4180. It keeps nothing, so a download of any length streams row by row.
public struct CSVWriter: Sendable {
    public let columns: [String]

    public init(columns: [String]) {
        self.columns = columns
    }

    /// The beginning of the file: byte order mark and the names of the columns.
    public func header() -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        append(columns, to: &bytes)
        return bytes
    }

    /// Adds one row, which has a cell for every column, to a buffer of any kind.
    public func append(_ cells: [String], to sink: inout some RangeReplaceableCollection<UInt8>) {
        precondition(cells.count == columns.count, "a row needs \(columns.count) cells and has \(cells.count)")
        for (index, cell) in cells.enumerated() {
            if index > 0 { sink.append(UInt8(ascii: ";")) }
            append(cell.withoutFormula, to: &sink)
        }
        // An empty line is no row to most readers.
        if cells == [""] { sink.append(contentsOf: "\"\"".utf8) }
        sink.append(contentsOf: "\r\n".utf8)
    }

    /// The whole file at once, for tables that are known to be small.
    public func bytes(of rows: some Sequence<[String]>) -> [UInt8] {
        var bytes = header()
        for row in rows { append(row, to: &bytes) }
        return bytes
    }

    private func append(_ cell: String, to sink: inout some RangeReplaceableCollection<UInt8>) {
        guard cell.utf8.contains(where: \.needsQuotes) else { return sink.append(contentsOf: cell.utf8) }
        sink.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            if byte == UInt8(ascii: "\"") { sink.append(byte) }
            sink.append(byte)
        }
        sink.append(UInt8(ascii: "\""))
    }
}

extension String {
    /// A spreadsheet runs what begins like a formula; an apostrophe in front makes it text. A plain number stays one.
    fileprivate var withoutFormula: String {
        guard let first = unicodeScalars.first, first.beginsFormula, !isPlainNumber else { return self }
        return "'" + self
    }

    /// A minus, digits, and single points or commas between them: `-3`, `-3,5`, `-1.234,50`.
    private var isPlainNumber: Bool {
        let digits = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
        let marks = [UInt8(ascii: "."), UInt8(ascii: ",")]
        let groups = digits.split(omittingEmptySubsequences: false) { marks.contains($0) }
        return groups.allSatisfy { group in
            !group.isEmpty && group.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        }
    }
}

extension Unicode.Scalar {
    /// The wide forms count as the plain ones in spreadsheets set to an East Asian language.
    fileprivate var beginsFormula: Bool {
        switch self {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var needsQuotes: Bool {
        switch self {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\""): true
        case UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}
