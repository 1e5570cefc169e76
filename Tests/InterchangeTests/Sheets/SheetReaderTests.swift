// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Interchange

@Suite struct SheetReaderTests {
    private static let sheet = """
        <?xml version="1.0" encoding="UTF-8"?>
        <x:worksheet xmlns:x="m"><x:sheetData>
        <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Betrag</x:t></x:is></x:c>\
        <x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row>
        <x:row r="2"><x:c r="A2"><x:v>12</x:v></x:c><x:c r="B2"><x:f>A2*3</x:f><x:v>1234.5599999999999</x:v></x:c>\
        <x:c r="C2" s="1"><x:v>46346</x:v></x:c></x:row>
        <x:row r="3"/>
        <x:row r="4"><x:c r="A4" t="str"><x:v>Br&#252;cke &amp; Weg</x:v></x:c>\
        <x:c r="C4" s="0"><x:v>1.5E3</x:v></x:c></x:row>
        </x:sheetData></x:worksheet>
        """

    static func workbook(_ sheet: String, head: String = "") throws -> [UInt8] {
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("xl/workbook.xml", "<workbook><workbookPr/><sheets><sheet name=\"Ist\" r:id=\"r7\"/></sheets></workbook>"),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r7\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>Projekt</t></si><si><r><t>Da</t></r><r><t>tum</t></r></si></sst>"
            ),
            (
                "xl/styles.xml",
                """
                <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>
                """
            ), ("xl/worksheets/sheet1.xml", head + sheet),
        ]
        let files = try PackageFiles(parts.map { PackageFiles.File(name: $0.0, bytes: Array($0.1.utf8)) })
        return try files.zipped()
    }

    @Test func `the values of the first sheet come with exact amounts and whole days`() throws {
        let reader = try SheetReader(Self.workbook(Self.sheet), mostRows: 10)

        #expect(reader.columns == ["Projekt", "Betrag", "Datum"])
        #expect(
            reader.rows == [
                SheetReader.Row(number: 2, cells: ["12", "1234,56", "2026-11-20"]),
                SheetReader.Row(number: 4, cells: ["Brücke & Weg", "", "1500"]),
            ])
    }

    @Test func `what is no workbook, has a document type or no columns is refused`() throws {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>"

        #expect(throws: SheetFault.noWorkbook) { try SheetReader(Array("Titel;Text".utf8), mostRows: 10) }
        #expect(throws: SheetFault.damaged) { try SheetReader(Self.workbook(Self.sheet, head: bomb), mostRows: 10) }
        #expect(throws: SheetFault.damaged) {
            try SheetReader(Self.workbook("<sheetData><row><c r=\"A1\"><v>1"), mostRows: 10)
        }
        #expect(throws: SheetFault.empty) { try SheetReader(Self.workbook("<sheetData/>"), mostRows: 10) }
    }

    @Test func `days after 1904 and names with a prefix are read`() throws {
        var scanner = XMLScanner(Array("<a:b c:d='1&quot;'/>t<!-- no --><![CDATA[<]]>".utf8))
        var marks: [XMLScanner.Mark] = []
        while let mark = try scanner.next() { marks.append(mark) }

        #expect(marks == [.start("b", ["d": "1\""]), .end("b"), .text("t"), .text("<")])
    }
}
