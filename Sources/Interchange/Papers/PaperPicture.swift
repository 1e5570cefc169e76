// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A picture as it stands in a document, with words for those who do not see it.
public struct PaperPicture: Equatable, Sendable {
    public let bytes: [UInt8]
    public let format: Format
    /// In pixels.
    public let width: Int
    public let height: Int
    public let alt: String

    /// What both Word and a browser can draw.
    public enum Format: String, CaseIterable, Sendable {
        case png, jpeg

        var mediaType: String { "image/\(rawValue)" }
    }

    public init(_ bytes: [UInt8], _ format: Format, width: Int, height: Int, alt: String) {
        self.bytes = bytes
        self.format = format
        self.width = max(1, width)
        self.height = max(1, height)
        self.alt = alt
    }
}

/// The pictures of a Word document: each is a part of its own, to which the body points.
struct DOCXPictures {
    /// English Metric Units for a pixel at 96 to the inch, and for a twentieth of a point.
    private static let (unitsForPixel, unitsForTwip) = (9525, 635)
    /// The highest that a picture is drawn, so that it and its words share a page.
    private static let mostHeight = 7_200_000

    private let folder: URL
    private(set) var parts: [(name: String, file: URL)] = []
    private(set) var relations = ""

    init(besides file: URL) {
        folder = file
    }

    /// Puts the picture aside and tells the paragraph that shows it, no wider than the text.
    mutating func paragraph(_ picture: PaperPicture, textWidth: Int) throws -> String {
        let number = parts.count + 1
        let file = folder.appendingPathExtension("picture\(number)")
        try Data(picture.bytes).write(to: file)
        let name = "media/picture\(number).\(picture.format.rawValue)"
        parts.append(("word/\(name)", file))
        let relation = "rIdPicture\(number)"
        relations += """
            <Relationship Id="\(relation)" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="\(name)"/>
            """
        let (width, height) = Self.size(of: picture, within: textWidth * Self.unitsForTwip)
        let graphics = "http://schemas.openxmlformats.org/drawingml/2006"
        return """
            <w:p><w:r><w:drawing><wp:inline xmlns:wp="\(graphics)/wordprocessingDrawing" distT="0" distB="0" distL="0" \
            distR="0"><wp:extent cx="\(width)" cy="\(height)"/><wp:docPr id="\(number)" name="Picture \(number)" \
            descr="\(picture.alt.markupText)"/><a:graphic xmlns:a="\(graphics)/main"><a:graphicData \
            uri="\(graphics)/picture"><pic:pic xmlns:pic="\(graphics)/picture"><pic:nvPicPr><pic:cNvPr id="\(number)" \
            name="Picture \(number)" descr="\(picture.alt.markupText)"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
            <a:blip r:embed="\(relation)"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
            <a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>\
            </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
            """
    }

    func removeFiles() throws {
        for part in parts { try FileManager.default.removeItem(at: part.file) }
    }

    private static func size(of picture: PaperPicture, within most: Int) -> (width: Int, height: Int) {
        let width = min(picture.width * unitsForPixel, most)
        let height = width * picture.height / picture.width
        guard height > mostHeight else { return (width, height) }
        return (mostHeight * picture.width / picture.height, mostHeight)
    }
}
