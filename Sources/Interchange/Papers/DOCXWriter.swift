// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Writes a Word document (Office Open XML, ECMA-376). The body goes to disk block by block; at the end it is packed
/// with the few other parts that Word needs.
public final class DOCXWriter: PaperWriter {
    /// The part that holds the body.
    static let bodyPart = "word/document.xml"
    static let rowMark = "<w:tr>"
    private static let headMark = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"

    public private(set) var rowCount = 0
    private let file: URL
    private let bodyFile: URL
    private let body: FileSink
    private let sheet: PaperSheet
    private var table: PaperTable?
    private var pictures: DOCXPictures
    private var isFinished = false

    /// - Parameter file: written when the document is finished; another file is made beside it meanwhile
    public init(_ file: URL, _ sheet: PaperSheet) throws {
        self.file = file
        self.sheet = sheet
        bodyFile = file.appendingPathExtension("body")
        pictures = DOCXPictures(besides: file)
        body = try FileSink(bodyFile)
        try body.append(DOCXParts.bodyBeginning)
    }

    public func write(_ block: PaperBlock) throws {
        guard !isFinished else { throw PaperFault.misplaced }
        switch block {
        case .row(let cells): return try row(cells)
        case .tableEnd: return try endTable()
        default: guard table == nil else { throw PaperFault.misplaced }
        }
        switch block {
        case .title(let text): try paragraph([PaperRun(text)], style: "Title")
        case .heading(let text, let level): try paragraph([PaperRun(text)], style: "Heading\(min(max(level, 1), 3))")
        case .paragraph(let runs): try paragraph(runs, style: nil)
        case .bullet(let runs): try paragraph(runs, style: "ListBullet")
        case .picture(let picture):
            try body.append(try pictures.paragraph(picture, textWidth: DOCXParts.textWidth(sheet)))
        case .table(let table): try begin(table)
        case .pageBreak: try body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>")
        case .row, .tableEnd: throw PaperFault.misplaced
        }
    }

    public func finish() throws {
        guard !isFinished, table == nil else { throw PaperFault.misplaced }
        isFinished = true
        try body.append(DOCXParts.bodyEnd(sheet))
        try body.close()
        var entries = DOCXParts.around(sheet, pictures: pictures.relations).map {
            (name: $0.name, source: ZipFile.Source.text($0.text))
        }
        entries.append((name: Self.bodyPart, source: .file(bodyFile)))
        entries += pictures.parts.map { (name: $0.name, source: .file($0.file)) }
        try ZipFile.write(entries, to: file)
        try pictures.removeFiles()
        try FileManager.default.removeItem(at: bodyFile)
    }

    /// How many rows the tables of a finished file hold, heads not counted; nil for a file that is no Word document.
    public static func rows(in file: URL) throws -> Int? {
        try ZipFile.count(rowMark + "<w:tc>", in: bodyPart, of: file)
    }

    private func paragraph(_ runs: [PaperRun], style: String?) throws {
        try body.append(Self.paragraph(runs, style: style))
    }

    private func begin(_ table: PaperTable) throws {
        guard !table.columns.isEmpty else { throw PaperFault.misplaced }
        self.table = table
        let widths = widths(of: table)
        try body.append(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
                + "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\""
                + " w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
                + "<w:tblCaption w:val=\"\(table.caption.markupText)\"/></w:tblPr><w:tblGrid>"
                + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>" + Self.headMark)
        for column in table.columns {
            try body.append("<w:tc>" + Self.paragraph([PaperRun(column.name, .strong)], style: "TableText") + "</w:tc>")
        }
        try body.append("</w:tr>")
    }

    private func row(_ cells: [PaperCell]) throws {
        guard let table, cells.count == table.columns.count else { throw PaperFault.misplaced }
        try body.append(Self.rowMark)
        for cell in cells {
            let paragraphs = cell.paragraphs.map { Self.paragraph($0, style: "TableText", isStrong: cell.isHeading) }
            try body.append("<w:tc>" + paragraphs.joined() + "</w:tc>")
        }
        try body.append("</w:tr>")
        rowCount += 1
    }

    /// Two tables that touch would be one, so each is followed by a paragraph.
    private func endTable() throws {
        guard table != nil else { throw PaperFault.misplaced }
        table = nil
        try body.append("</w:tbl><w:p/>")
    }

    /// In twentieths of a point, all together as wide as the page between its margins.
    private func widths(of table: PaperTable) -> [Int] {
        let shares = max(1, table.columns.map(\.share).reduce(0, +))
        let width = DOCXParts.textWidth(sheet)
        return table.columns.map { max(1, width * $0.share / shares) }
    }

    private static func paragraph(_ runs: [PaperRun], style: String?, isStrong: Bool = false) -> String {
        let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>" + properties + runs.map { run($0, isStrong: isStrong) }.joined() + "</w:p>"
    }

    private static func run(_ run: PaperRun, isStrong: Bool) -> String {
        let look =
            switch run.look {
            case .plain: isStrong ? "<w:rPr><w:b/></w:rPr>" : ""
            case .strong: "<w:rPr><w:b/></w:rPr>"
            case .slight: "<w:rPr><w:i/></w:rPr>"
            case .inserted: "<w:rPr><w:u w:val=\"single\"/></w:rPr>"
            case .deleted: "<w:rPr><w:strike/></w:rPr>"
            }
        let text = run.text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { "<w:t xml:space=\"preserve\">\(String($0).markupText)</w:t>" }.joined(separator: "<w:tab/>")
        }
        return "<w:r>" + look + lines.joined(separator: "<w:br/>") + "</w:r>"
    }
}
