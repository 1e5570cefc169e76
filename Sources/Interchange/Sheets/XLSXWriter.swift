// SPDX-License-Identifier: EUPL-1.2

import CXLSXWriter
import Foundation

/// Writes one table as an Excel workbook, row by row: whatever its length, it is never in memory as a whole. Head
/// frozen and repeated on paper, A4 across, with a filter on each column.
public final class XLSXWriter {
    public struct Column: Equatable, Sendable {
        public let name: String
        /// In characters.
        public let width: Double

        public init(_ name: String, width: Double = 16) {
            self.name = name
            self.width = width
        }
    }

    public enum Cell: Equatable, Sendable {
        case text(String)
        case number(Int64)
        /// An amount, shown in euros. Excel keeps fifteen digits, which is exact to the cent below ten trillion euros.
        case euros(cents: Int64)
        case empty
    }

    /// What a sheet of Excel takes below its head.
    public static let mostRows = 1_048_575
    /// What a cell of Excel takes, in UTF-16 units.
    public static let longestCell = 32_767

    public private(set) var rowCount = 0
    private let columns: [Column]
    private let cutMark: String
    private var book: OpaquePointer?

    /// - Parameters:
    ///   - file: written when the table is finished
    ///   - cutMark: what ends a text that is too long for a cell
    public init(
        _ file: URL, sheet: String, title: String, columns: [Column], cutMark: String
    ) throws(PaperFault) {
        guard let book = cxlsx_open(file.path, file.deletingLastPathComponent().path, Self.name(sheet), title) else {
            throw .unwritable(reason: "no memory for a workbook")
        }
        self.book = book
        self.columns = columns
        self.cutMark = cutMark
        for (index, column) in columns.enumerated() {
            try Self.check(cxlsx_set_width(book, UInt16(index), column.width))
            try Self.check(cxlsx_write_head(book, UInt16(index), column.name))
        }
    }

    deinit {
        if let book { _ = cxlsx_close(book, 0, 0) }
    }

    /// Adds one row, which has a cell for every column.
    public func append(_ cells: [Cell]) throws(PaperFault) {
        guard let book else { throw .misplaced }
        precondition(cells.count == columns.count, "a row needs \(columns.count) cells and has \(cells.count)")
        let row = UInt32(rowCount + 1)
        for (index, cell) in cells.enumerated() {
            switch cell {
            case .text(let text) where text.isEmpty: continue
            case .text(let text): try Self.check(cxlsx_write_text(book, row, UInt16(index), fitting(text)))
            case .number(let number): try Self.check(cxlsx_write_number(book, row, UInt16(index), Double(number)))
            case .euros(let cents):
                try Self.check(cxlsx_write_euros(book, row, UInt16(index), Double(cents) / 100))
            case .empty: continue
            }
        }
        rowCount += 1
    }

    public func finish() throws(PaperFault) {
        guard let book else { throw .misplaced }
        self.book = nil
        try Self.check(cxlsx_close(book, UInt32(rowCount), UInt16(max(0, columns.count - 1))))
    }

    /// Excel refuses a workbook with a longer text in a cell. Nothing is cut off in silence.
    private func fitting(_ text: String) -> String {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let kept =
            text.unicodeScalars.allSatisfy(\.isKeptByXML)
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isKeptByXML)))
        // Excel reads _x0041_ as the letter A; so the first sign is written that way itself.
        let whole = kept.contains("_x") ? kept.replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x") : kept
        guard whole.utf16.count > Self.longestCell else { return whole }
        var short = ""
        var length = cutMark.utf16.count
        for character in whole {
            length += character.utf16.count
            guard length <= Self.longestCell else { break }
            short.append(character)
        }
        return short + cutMark
    }

    /// A sheet's name has at most 31 characters, and some never.
    private static func name(_ sheet: String) -> String {
        let kept = sheet.filter { !"[]:*?/\\'".contains($0) }
        return kept.isEmpty ? "1" : String(kept.prefix(31))
    }

    private static func check(_ code: Int32) throws(PaperFault) {
        guard code == 0 else { throw .unwritable(reason: String(cString: cxlsx_fault(code))) }
    }
}
