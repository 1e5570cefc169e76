// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct PaperPictureTests {
    private let sheet = PaperSheet(title: "Bericht", author: "Amt", language: "de", isLandscape: false, footer: "")

    @Test func `a bar is a picture that others can read`() throws {
        let bar = try #require(
            BarPicture([.init(3, .init(10, 20, 30)), .init(0, .init(0, 0, 0)), .init(1, .init(200, 210, 220))]))

        let drawn = try RedrawnPicture(bar.bytes, .png)

        #expect(drawn.width == BarPicture.width)
        #expect(drawn.height == BarPicture.height)
        #expect(BarPicture([]) == nil)
        #expect(BarPicture([.init(0, .init(1, 1, 1))]) == nil)
    }

    @Test func `a Word document holds its pictures with their words`() throws {
        let bar = try #require(BarPicture([.init(1, .init(10, 20, 30))]))
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "a.docx")
        let writer = try DOCXWriter(file, sheet)
        let picture = PaperPicture(
            bar.bytes, .png, width: BarPicture.width, height: BarPicture.height, alt: "Balken <1> & \"2\"")
        try writer.write(.picture(picture))
        try writer.write(.picture(picture))
        try writer.finish()

        let parts = try PaperSamples.parts(of: file)
        let faults = parts.filter { $0.key.hasSuffix(".xml") || $0.key.hasSuffix(".rels") }
            .compactMap { name, bytes in XMLReading(bytes).fault.map { "\(name): \($0)" } }
        let body = String(decoding: try #require(parts["word/document.xml"]), as: UTF8.self)

        #expect(faults == [])
        #expect(parts["word/media/picture1.png"] == bar.bytes)
        #expect(parts["word/media/picture2.png"] == bar.bytes)
        #expect(body.contains("descr=\"Balken &lt;1&gt; &amp; &quot;2&quot;\""))
        #expect(
            String(decoding: try #require(parts["word/_rels/document.xml.rels"]), as: UTF8.self).contains(
                "picture2.png"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.docx"])
    }

    @Test func `a page to be printed carries its pictures within itself`() throws {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "a.html")
        let writer = try HTMLPaper(file, sheet)
        try writer.write(.picture(PaperPicture([1, 2, 3], .jpeg, width: 3, height: 2, alt: "Ein <Rad>weg")))
        try writer.finish()

        let text = try String(contentsOf: file, encoding: .utf8)

        #expect(text.contains("<img src=\"data:image/jpeg;base64,AQID\" alt=\"Ein &lt;Rad&gt;weg\">"))
        #expect(text.contains("img-src data:"))
    }
}
