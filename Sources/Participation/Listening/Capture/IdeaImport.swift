// SPDX-License-Identifier: EUPL-1.2

/// A table of ideas on its way in.
public struct IdeaImport: Equatable, Sendable {
    public let id: String
    public let fileName: String
    /// The names of the columns.
    public let columns: [String]
    public let mapping: ImportMapping
    public let rowCount: Int64
    public let createdAt: String
    /// When its rows became ideas; nil while it is only looked at.
    public let doneAt: String?
    public let undoneAt: String?

    /// More rows in one table would hold up everybody else for too long.
    public static let mostRows = 5_000
    /// In bytes.
    public static let largestFile = 10 * 1024 * 1024
}

/// One row of a table, as it was read.
public struct ImportRow: Equatable, Sendable {
    /// As a spreadsheet numbers it.
    public let number: Int64
    public let cells: [String]

    public init(number: Int64, cells: [String]) {
        self.number = number
        self.cells = cells
    }

    /// Cells lie in one text, apart by a sign that no text has.
    static let separator = "\u{1F}"

    var packed: String {
        cells.map { $0.replacing(Self.separator, with: " ") }.joined(separator: Self.separator)
    }

    static func unpacked(_ text: String) -> [String] {
        text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    /// Rows lie in one text, apart by a sign that no text has.
    private static let rowSeparator = "\u{1E}"

    /// All rows with their numbers in one text.
    static func packed(_ rows: [ImportRow]) -> String {
        rows.map { row in "\(row.number)\(separator)" + row.packed.replacing(rowSeparator, with: " ") }
            .joined(separator: rowSeparator)
    }

    static func rows(packed text: String) -> [ImportRow] {
        text.split(separator: rowSeparator).compactMap { row in
            let cells = unpacked(String(row))
            guard let number = cells.first.flatMap({ Int64($0) }) else { return nil }
            return ImportRow(number: number, cells: Array(cells.dropFirst()))
        }
    }
}

/// What a row would become.
public struct ReadRow: Equatable, Sendable {
    public let row: ImportRow
    public let result: Result

    public enum Result: Equatable, Sendable {
        case idea(IdeaDraft)
        /// The same title and text stands further up in the table, or is an idea already.
        case duplicate(IdeaDraft)
        case faulty([InvalidForm.Fault])
    }
}
