// SPDX-License-Identifier: EUPL-1.2

/// Why a table could not be read, and in which row.
public struct CSVFault: Error, Equatable, Sendable {
    /// As a spreadsheet numbers it.
    public let row: Int
    /// As a text editor numbers it.
    public let line: Int
    public let reason: Reason

    init(_ reason: Reason, row: Int, line: Int) {
        self.reason = reason
        self.row = row
        self.line = line
    }

    /// What is wrong, as a closed list, so that a page can say it in the reader's language.
    public enum Reason: Equatable, Sendable {
        case empty
        case notText
        case invalidUTF8
        case unclosedQuote
        case textAfterQuote
        case unnamedColumn(Int)
        case duplicateColumn(String)
        case cells(Int, expected: Int)
    }
}

extension CSVFault: CustomStringConvertible {
    public var description: String {
        "row \(row), line \(line): \(reason)"
    }
}

extension CSVFault.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty:
            "the table has no columns"
        case .notText:
            "this is no text in UTF-8 or Windows-1252; save the table as \"CSV UTF-8\""
        case .invalidUTF8:
            "the file announces UTF-8 and holds bytes that are not; save the table again as \"CSV UTF-8\""
        case .unclosedQuote:
            "a quotation mark opens a cell and is never closed"
        case .textAfterQuote:
            "there is text between a closing quotation mark and the next cell"
        case .unnamedColumn(let number):
            "column \(number) has no name"
        case .duplicateColumn(let name):
            "two columns are called \"\(name)\""
        case .cells(let count, let expected):
            "the row has \(count) cells and there are \(expected) columns"
        }
    }
}
