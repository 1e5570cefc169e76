// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Testing

@Suite struct CSVReaderTests {
    @Test func `what was written is read again the same`() throws {
        let rows = [["1", "a;b,c\t\"d\""], ["2", "Zeile\nZeile\r\nZeile"], ["3", "Öl – €"], ["4", ""]]

        var reader = try CSVReader(CSVWriter(columns: ["number", "text"]).bytes(of: rows))
        let read = try reader.rows()

        #expect(reader.encoding == .utf8WithMark)
        #expect(reader.separator == .semicolon)
        #expect(reader.columns == ["number", "text"])
        #expect(read.map(\.cells) == rows)
        #expect(read.map(\.number) == [2, 3, 4, 5])
        #expect(read.map(\.line) == [2, 3, 6, 7])
    }

    @Test(arguments: [
        ("a;b\n1,5;2,5\n", CSVSeparator.semicolon), ("a,b\n1;x,2\n3;y,4\n", .comma), ("a\tb\n1,5;x\t2,5\n", .tab),
        ("only\n1\n", .semicolon), ("\"a,b\";c\n1;2\n", .semicolon), ("sep=,\na,b;c\n1,2\n", .comma),
        ("Ort, Kreis;Zahl\nEssen;1\nBochum;2\n", .semicolon),
    ])
    func `the separator is recognised`(text: String, separator: CSVSeparator) throws {
        #expect(try CSVReader(Array(text.utf8)).separator == separator)
    }

    @Test(arguments: ["a;b\r\n1;2\r\n", "a;b\n1;2", "a;b\r1;2\r", "\n\na;b\n\n1;2\n;\n;;;\n", "a;b;;\n1;2;;\n"])
    func `line ends of all systems, empty rows and empty columns at the edge do not matter`(text: String) throws {
        var reader = try CSVReader(Array(text.utf8))
        let cells = try reader.rows().map(\.cells)

        #expect(reader.columns == ["a", "b"])
        #expect(cells == [["1", "2"]])
    }

    @Test func `an old German spreadsheet's characters are understood`() throws {
        let bytes: [UInt8] = Array("Stra".utf8) + [0xDF] + Array("e;Preis\n".utf8) + [0xC4, 0x3B, 0x80, 0x96, 0x0A]

        var reader = try CSVReader(bytes)
        let cells = try reader.rows().map(\.cells)

        #expect(reader.encoding == .windows1252)
        #expect(reader.columns == ["Straße", "Preis"])
        #expect(cells == [["Ä", "€–"]])
    }

    @Test func `a quotation mark within an unquoted cell is an ordinary character`() throws {
        var reader = try CSVReader(Array("a;b\n5\" Rohr;x\n".utf8))
        let cells = try reader.rows().map(\.cells)

        #expect(cells == [["5\" Rohr", "x"]])
    }

    @Test(arguments: [
        ("", 1, 1, CSVFault.Reason.empty),
        ("\n\n", 1, 1, .empty),
        (";;\n1;2\n", 1, 1, .empty),
        ("a;b\n\"x\ny\";1\n1;2;3\n", 3, 4, .cells(3, expected: 2)),
        ("a;b\n1\n", 2, 2, .cells(1, expected: 2)),
        ("a;b\n1;2\n\n3;\"4\n5;6\n", 4, 4, .unclosedQuote),
        ("a;b\n\"1\"x;2\n", 2, 2, .textAfterQuote),
        ("a;;b\n", 1, 1, .unnamedColumn(2)),
        ("a;b;a\n", 1, 1, .duplicateColumn("a")),
        ("a;b\n\u{0};2\n", 1, 1, .notText),
    ])
    func `a fault names its row and line`(text: String, row: Int, line: Int, reason: CSVFault.Reason) throws {
        let found = fault(in: Array(text.utf8))
        let fault = try #require(found)

        #expect(fault.row == row)
        #expect(fault.line == line)
        #expect(fault.reason == reason)
    }

    @Test func `bytes that are text in neither character set are refused`() {
        #expect(fault(in: [0x61, 0x0A, 0xE4, 0x81])?.reason == .notText)
        #expect(fault(in: [0x61, 0x0A, 0xE4, 0x81])?.line == 2)
        #expect(fault(in: [0xFF, 0xFE, 0x61, 0x00])?.reason == .notText)
        #expect(fault(in: [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE4])?.reason == .invalidUTF8)
    }

    private func fault(in bytes: [UInt8]) -> CSVFault? {
        do throws(CSVFault) {
            var reader = try CSVReader(bytes)
            _ = try reader.rows()
            return nil
        } catch {
            return error
        }
    }
}
