// SPDX-License-Identifier: EUPL-1.2

/// What stands between two cells.
public enum CSVSeparator: UInt8, CaseIterable, Sendable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09

    private static let rowsToTry = 20

    /// Some spreadsheets put a first line `sep=;` for each other.
    static func declared(in text: [UInt8]) -> CSVSeparator? {
        guard text.starts(with: Array("sep=".utf8)), text.count > 5, text[5] == 0x0D || text[5] == 0x0A
        else { return nil }
        return CSVSeparator(rawValue: text[4])
    }

    /// The separator that gives the most rows as wide as the first one; commas inside texts do not do that.
    static func mostLikely(for text: [UInt8]) -> CSVSeparator {
        var best = (separator: CSVSeparator.semicolon, agreement: 0, width: 1)
        for separator in allCases {
            let widths = widths(of: text, separator: separator)
            guard let width = widths.first, width > 1 else { continue }
            let agreement = widths.count { $0 == width }
            if (agreement, width) > (best.agreement, best.width) { best = (separator, agreement, width) }
        }
        return best.separator
    }

    private static func widths(of text: [UInt8], separator: CSVSeparator) -> [Int] {
        var scanner = CSVScanner(text, separator: separator)
        var widths: [Int] = []
        do throws(CSVFault) {
            while widths.count < rowsToTry, let row = try scanner.next() { widths.append(row.cells.count) }
        } catch {
            // A separator under which the quotes make no sense is simply less likely; its rows so far still count.
            return widths
        }
        return widths
    }
}
