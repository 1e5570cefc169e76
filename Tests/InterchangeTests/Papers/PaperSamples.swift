// SPDX-License-Identifier: EUPL-1.2

import Foundation
import FoundationXML

@testable import Interchange

/// Texts that try to break a document, and documents taken apart again.
enum PaperSamples {
    static let hostile = [
        "</w:t></w:r></w:p><w:p>", "<script>alert(1)</script>", "]]>", "&amp; & &#x0; &bogus;", "\"'",
        "a\u{0}b\u{8}c\u{B}d",
        "\u{FFFE}\u{FFFF}", "=HYPERLINK(\"http://x\")", "_x0041_", "</style><img src=x onerror=alert(1)>", "👩‍👩‍👧‍👦 𝄞 Ä ß",
        "Zeile 1\nZeile 2\r\nZeile 3\tTab", "<!--", "<?xml version=\"1.0\"?>", "%PDF-1.7 %%EOF",
    ]

    static let sheet = PaperSheet(
        title: "Titel <b> & \"mehr\"", author: "Musterregion & Co", language: "de", isLandscape: true, footer: "Fuß <1>"
    )

    static let table = PaperTable(
        caption: "Punkte \"&<\"", columns: [.init("Nr.", share: 1), .init("Text", share: 5)])

    /// A title, the texts as paragraphs and bullets, and a table with a row for each.
    static func write(_ texts: [String], on paper: any PaperWriter) throws {
        try paper.title("Synopse")
        try paper.heading("Teil", level: 2)
        for text in texts { try paper.paragraph(text) }
        for text in texts { try paper.bullet(text) }
        try paper.write(.table(table))
        for (index, text) in texts.enumerated() {
            try paper.write(
                .row([PaperCell("\(index + 1)", isHeading: true), PaperCell([[PaperRun(text, .deleted)]])]))
        }
        try paper.write(.tableEnd)
        try paper.finish()
    }

    /// The files in a zip archive by their names.
    static func parts(of file: URL) throws -> [String: [UInt8]] {
        var limits = PackageLimits.standard
        limits.growth = 10_000
        let files = try ZipReader.files(in: Array(try Data(contentsOf: file)), limits: limits)
        return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
    }
}

/// Reads XML the way any program does, and keeps what a reader would see.
final class XMLReading: NSObject, XMLParserDelegate {
    private(set) var counts: [String: Int] = [:]
    private(set) var texts: [String] = []
    private(set) var fault: String?
    private var text = ""

    init(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        if !parser.parse() { fault = parser.parserError.map { "\($0)" } ?? "unknown" }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        counts[name, default: 0] += 1
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        if ["w:t", "t"].contains(name) { texts.append(text) }
        text = ""
    }
}
