// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct PaperWriterTests {
    @Test func `no wording breaks a Word document, and all of it is there`() throws {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "a.docx")

        try PaperSamples.write(PaperSamples.hostile, on: try DOCXWriter(file, PaperSamples.sheet))
        let parts = try PaperSamples.parts(of: file)
        let faults = parts.compactMap { name, bytes in XMLReading(bytes).fault.map { "\(name): \($0)" } }
        let body = XMLReading(try #require(parts["word/document.xml"]))

        #expect(faults == [])
        #expect(Set(parts.keys).isSuperset(of: ["[Content_Types].xml", "_rels/.rels", "word/styles.xml"]))
        #expect(body.texts.contains("<script>alert(1)</script>"))
        #expect(body.texts.contains("</w:t></w:r></w:p><w:p>"))
        #expect(body.texts.contains("abcd"))
        #expect(body.texts.contains("Zeile 3"))
        #expect(body.counts["w:tblHeader"] == 1)
        #expect(body.counts["w:tr"] == PaperSamples.hostile.count + 1)
        #expect(try DOCXWriter.rows(in: file) == PaperSamples.hostile.count)
        #expect(String(decoding: parts["word/document.xml"] ?? [], as: UTF8.self).contains("w:orient=\"landscape\""))
    }

    @Test func `five thousand rows are counted in the finished file`() throws {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "b.docx")
        let writer = try DOCXWriter(file, PaperSamples.sheet)

        try writer.write(.table(PaperSamples.table))
        for number in 1...5000 { try writer.write(.row([PaperCell("\(number)"), PaperCell("Text \(number)")])) }
        try writer.write(.tableEnd)
        try writer.finish()

        #expect(writer.rowCount == 5000)
        #expect(try DOCXWriter.rows(in: file) == 5000)
    }

    @Test func `a row needs its table, and nothing comes after the end`() throws {
        let folder = try WorkFolder()
        let writers: [any PaperWriter] = [
            try DOCXWriter(folder.url.appending(path: "c.docx"), PaperSamples.sheet),
            try HTMLPaper(folder.url.appending(path: "c.html"), PaperSamples.sheet),
        ]

        for writer in writers {
            #expect(throws: PaperFault.misplaced) { try writer.write(.row([PaperCell("1"), PaperCell("2")])) }
            try writer.write(.table(PaperSamples.table))
            #expect(throws: PaperFault.misplaced) { try writer.write(.row([PaperCell("1")])) }
            #expect(throws: PaperFault.misplaced) { try writer.paragraph("x") }
            #expect(throws: PaperFault.misplaced) { try writer.finish() }
            try writer.write(.tableEnd)
            try writer.finish()
            #expect(throws: PaperFault.misplaced) { try writer.paragraph("x") }
        }
    }

    @Test func `a text of two hundred thousand characters goes in whole`() throws {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "d.docx")
        let long = String(repeating: "Ä<&> ", count: 40_000)

        try PaperSamples.write([long], on: try DOCXWriter(file, PaperSamples.sheet))
        let body = XMLReading(try #require(try PaperSamples.parts(of: file)["word/document.xml"]))

        #expect(body.fault == nil)
        #expect(body.texts.filter { $0 == long }.count == 3)
    }

    @Test func `in the page for printing every wording stays text`() throws {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "e.html")
        let writer = try HTMLPaper(file, PaperSamples.sheet)

        try PaperSamples.write(PaperSamples.hostile, on: writer)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)

        #expect(writer.rowCount == PaperSamples.hostile.count)
        #expect(!text.contains("<script"))
        #expect(!text.contains("<img"))
        #expect(text.matches(of: /<\/style>/).count == 1)
        #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(text.contains("default-src 'none'"))
        #expect(text.contains("<th scope=\"row\">"))
        #expect(!text.contains("http://www") && !text.contains("https:"))
    }
}
