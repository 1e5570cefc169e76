// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Testing

@Suite struct CSVWriterTests {
    @Test func `a table begins with a byte order mark and ends each row with CRLF`() {
        let bytes = CSVWriter(columns: ["number", "title"]).bytes(of: [["1", "Grüne Wege"], ["2", ""]])

        #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("number;title\r\n1;Grüne Wege\r\n2;\r\n".utf8))
    }

    @Test(arguments: [
        ("a;b", "\"a;b\""), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""), ("a\nb", "\"a\nb\""),
        ("a\tb", "\"a\tb\""), ("", "\"\""), ("plain text", "plain text"), ("\"", "\"\"\"\""),
    ])
    func `a cell is quoted where it has to be`(cell: String, written: String) {
        #expect(row(of: cell) == written + "\r\n")
    }

    @Test(arguments: ["=1+1", "+49 201 123", "-1+1", "@SUM(A1)", "=\u{FF1D}", "\u{FF1D}1", "-", "--3", "-3,", "-3 €"])
    func `what a spreadsheet would run becomes text`(cell: String) {
        let written = row(of: cell)

        #expect(written.hasPrefix("'") || written.hasPrefix("\"'"))
    }

    @Test(arguments: ["\t=1", "\r=1", "\n=1"])
    func `what begins with a blank that hides a formula becomes text`(cell: String) {
        #expect(row(of: cell) == "\"'\(cell)\"\r\n")
    }

    @Test(arguments: ["-3", "-3.5", "-0", "-1.234.567", "3", "a=b", " =1"])
    func `a plain number and an ordinary text stay as they are`(cell: String) {
        #expect(row(of: cell) == cell + "\r\n")
    }

    @Test func `a negative number with a comma stays a number`() {
        #expect(row(of: "-3,5") == "\"-3,5\"\r\n")
    }

    @Test func `rows stream into any buffer`() {
        let writer = CSVWriter(columns: ["a", "b"])
        var buffer = ContiguousArray<UInt8>()

        for number in 0..<3 { writer.append(["\(number)", "x"], to: &buffer) }

        #expect(String(decoding: buffer, as: UTF8.self) == "0;x\r\n1;x\r\n2;x\r\n")
    }

    private func row(of cell: String) -> String {
        var bytes: [UInt8] = []
        CSVWriter(columns: ["only"]).append([cell], to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
