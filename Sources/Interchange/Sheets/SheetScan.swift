// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Walks through the cells of a sheet.
struct SheetScan {
    private let workbook: Workbook
    /// Wider than any sheet of a budget office; a cell further out is a mistake or an attack.
    private static let mostColumns = 256

    init(_ workbook: Workbook) {
        self.workbook = workbook
    }

    private struct Cell {
        var column = 0
        var kind = ""
        var style = 0
        var value = ""
    }

    /// The rows that have any value, with their numbers.
    mutating func rows(of sheet: [UInt8], atMost most: Int) throws(SheetFault) -> [SheetReader.Row] {
        var scanner = XMLScanner(sheet)
        var rows: [SheetReader.Row] = []
        var number = 0
        var cells: [String] = []
        var cell = Cell()
        var isInValue = false
        var isInRow = false
        while rows.count < most, let mark = try scanner.next() {
            switch mark {
            case .start("row", let attributes):
                number = attributes["r"].flatMap { Int($0) } ?? number + 1
                cells = []
                isInRow = true
            case .start("c", let attributes):
                let column = attributes["r"].flatMap(Self.column) ?? cells.count
                guard column < Self.mostColumns else { throw .damaged }
                cell = Cell(
                    column: column, kind: attributes["t"] ?? "", style: attributes["s"].flatMap { Int($0) } ?? 0)
            case .start("v", _), .start("t", _): isInValue = true
            case .end("v"), .end("t"): isInValue = false
            case .text(let text) where isInValue: cell.value += text
            case .end("c"):
                while cells.count <= cell.column { cells.append("") }
                cells[cell.column] = try text(of: cell)
            case .end("row"):
                isInRow = false
                if cells.contains(where: { !$0.isEmpty }) {
                    rows.append(SheetReader.Row(number: number, cells: cells))
                }
            default: break
            }
        }
        guard !isInRow else { throw .damaged }
        return rows
    }

    private func text(of cell: Cell) throws(SheetFault) -> String {
        guard !cell.value.isEmpty else { return "" }
        switch cell.kind {
        case "s":
            guard let index = Int(cell.value), workbook.texts.indices.contains(index) else { throw .damaged }
            return workbook.texts[index]
        case "str", "inlineStr", "e", "d": return cell.value
        case "b": return cell.value == "1" ? "ja" : "nein"
        default:
            guard let number = Decimal(string: cell.value, locale: Locale(identifier: "en_US_POSIX")) else {
                throw .damaged
            }
            if workbook.dateStyles.contains(cell.style), let day = day(number) { return day }
            return Self.german(number)
        }
    }

    /// `BC12` is column 54.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for letter in reference.utf8.prefix(while: { $0 >= 65 && $0 <= 90 }).prefix(3) {
            column = column * 26 + Int(letter) - 64
        }
        return column > 0 ? column - 1 : nil
    }

    /// Spreadsheets reckon with 15 digits and save the rest of their binary fractions, too: `1234.5599999999999` is
    /// 1234.56 to everybody who looks at it.
    private static func german(_ number: Decimal) -> String {
        var (value, rounded) = (number, Decimal())
        let digits = "\(abs(number))".prefix { $0 != "." }.count
        NSDecimalRound(&rounded, &value, max(0, 15 - digits), .plain)
        return "\(rounded)".replacing(".", with: ",")
    }

    /// Days are counted from 30 December 1899, so that the leap day of 1900, which never was, does no harm after it.
    private func day(_ number: Decimal) -> String? {
        let days = Int(truncating: number as NSDecimalNumber) + (workbook.countsFrom1904 ? 1462 : 0)
        guard (61..<2_958_466).contains(days) else { return nil }
        let date = Date(timeIntervalSince1970: Double(days - 25_569) * 86_400)
        return String(date.formatted(Date.ISO8601FormatStyle(timeZone: .gmt)).prefix(10))
    }
}
