// SPDX-License-Identifier: EUPL-1.2

/// Splits text into rows and cells after RFC 4180. Line ends may be CRLF, LF or CR, and a quotation mark in the middle
/// of an unquoted cell is an ordinary character, since spreadsheets write it so.
struct CSVScanner {
    private let text: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var row = 0
    private var line = 1

    init(_ text: [UInt8], separator: CSVSeparator) {
        self.text = text
        self.separator = separator.rawValue
    }

    /// The next row that is not an empty line.
    mutating func next() throws(CSVFault) -> CSVRow? {
        while isAtLineEnd {
            takeLineEnd()
            row += 1
        }
        guard position < text.count else { return nil }
        row += 1
        let firstLine = line
        var cells = [try cell()]
        while position < text.count, text[position] == separator {
            position += 1
            cells.append(try cell())
        }
        takeLineEnd()
        return CSVRow(number: row, line: firstLine, cells: cells)
    }

    private mutating func cell() throws(CSVFault) -> String {
        if position < text.count, text[position] == UInt8(ascii: "\"") { return try quotedCell() }
        let start = position
        while position < text.count, text[position] != separator, !isAtLineEnd { position += 1 }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    private mutating func quotedCell() throws(CSVFault) -> String {
        let opening = CSVFault(.unclosedQuote, row: row, line: line)
        var cell: [UInt8] = []
        position += 1
        while position < text.count {
            let start = position
            if text[position] == UInt8(ascii: "\"") {
                position += 1
                guard position < text.count, text[position] == UInt8(ascii: "\"") else {
                    guard isAtCellEnd else { throw CSVFault(.textAfterQuote, row: row, line: line) }
                    return String(decoding: cell, as: UTF8.self)
                }
                position += 1
                cell.append(UInt8(ascii: "\""))
            } else if isAtLineEnd {
                takeLineEnd()
                cell += text[start..<position]
            } else {
                cell.append(text[position])
                position += 1
            }
        }
        throw opening
    }

    private var isAtCellEnd: Bool {
        position == text.count || text[position] == separator || isAtLineEnd
    }

    private var isAtLineEnd: Bool {
        position < text.count && (text[position] == 0x0D || text[position] == 0x0A)
    }

    private mutating func takeLineEnd() {
        guard isAtLineEnd else { return }
        let isPair = text[position] == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A
        position += isPair ? 2 : 1
        line += 1
    }
}
