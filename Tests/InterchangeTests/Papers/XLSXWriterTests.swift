// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct XLSXWriterTests {
    private func sheet(_ rows: [[XLSXWriter.Cell]]) throws -> (parts: [String: [UInt8]], count: Int) {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "a.xlsx")
        let writer = try XLSXWriter(
            file, sheet: "Synopse: [1]", title: "Anhörung & mehr", columns: [.init("Nr."), .init("Text", width: 60)],
            cutMark: " […]")
        for row in rows { try writer.append(row) }
        try writer.finish()
        return (try PaperSamples.parts(of: file), writer.rowCount)
    }

    @Test func `no wording breaks a workbook or becomes a formula`() throws {
        let (parts, count) = try sheet(PaperSamples.hostile.map { [.number(1), .text($0)] })
        let faults = parts.compactMap { name, bytes in XMLReading(bytes).fault.map { "\(name): \($0)" } }
        let body = XMLReading(try #require(parts["xl/worksheets/sheet1.xml"]))

        #expect(faults == [])
        #expect(count == PaperSamples.hostile.count)
        #expect(body.counts["row"] == PaperSamples.hostile.count + 1)
        #expect(body.counts["f"] == nil)
        #expect(body.texts.contains("=HYPERLINK(\"http://x\")"))
        #expect(body.texts.contains("<script>alert(1)</script>"))
        #expect(body.texts.contains("_x005F_x0041_"))
        #expect(body.counts["autoFilter"] == 1)
    }

    @Test func `a text that Excel cannot hold is cut with a mark, never in silence`() throws {
        let (parts, _) = try sheet([[.empty, .text(String(repeating: "ü", count: 200_000))]])
        let body = XMLReading(try #require(parts["xl/worksheets/sheet1.xml"]))
        let text = try #require(body.texts.last)

        #expect(text.utf16.count == XLSXWriter.longestCell)
        #expect(text.hasSuffix("ü […]"))
    }

    @Test func `a table without rows is a workbook with its head`() throws {
        let (parts, count) = try sheet([])
        let body = XMLReading(try #require(parts["xl/worksheets/sheet1.xml"]))

        #expect(count == 0)
        #expect(body.texts == ["Nr.", "Text"])
    }
}
