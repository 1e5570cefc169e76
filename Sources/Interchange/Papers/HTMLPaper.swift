// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Writes a document as one HTML file that asks for nothing else, to be printed as a tagged PDF.
public final class HTMLPaper: PaperWriter {
    public private(set) var rowCount = 0
    private let sink: FileSink
    private let sheet: PaperSheet
    private var table: PaperTable?
    private var isInList = false
    private var isFinished = false

    public init(_ file: URL, _ sheet: PaperSheet) throws {
        self.sheet = sheet
        sink = try FileSink(file)
        try sink.append(Self.beginning(sheet))
    }

    public func write(_ block: PaperBlock) throws {
        guard !isFinished else { throw PaperFault.misplaced }
        switch block {
        case .row(let cells): return try row(cells)
        case .tableEnd: return try endTable()
        default: guard table == nil else { throw PaperFault.misplaced }
        }
        if case .bullet(let runs) = block {
            if !isInList { try sink.append("<ul>") }
            isInList = true
            return try sink.append("<li>\(Self.text(runs))</li>")
        }
        try endList()
        switch block {
        case .title(let text): try sink.append("<h1>\(text.markupText)</h1>")
        case .heading(let text, let level):
            let tag = "h\(min(max(level, 1), 3) + 1)"
            try sink.append("<\(tag)>\(text.markupText)</\(tag)>")
        case .paragraph(let runs): try sink.append("<p>\(Self.text(runs))</p>")
        case .picture(let picture): try sink.append(Self.figure(picture))
        case .table(let table): try begin(table)
        case .pageBreak: try sink.append("<div class=\"break\"></div>")
        case .bullet, .row, .tableEnd: throw PaperFault.misplaced
        }
    }

    public func finish() throws {
        guard !isFinished, table == nil else { throw PaperFault.misplaced }
        isFinished = true
        try endList()
        try sink.append("</body></html>\n")
        try sink.close()
    }

    private func endList() throws {
        if isInList { try sink.append("</ul>") }
        isInList = false
    }

    private func begin(_ table: PaperTable) throws {
        guard !table.columns.isEmpty else { throw PaperFault.misplaced }
        self.table = table
        let shares = max(1, table.columns.map(\.share).reduce(0, +))
        let widths = table.columns.map { "<col style=\"width:\($0.share * 100 / shares)%\">" }
        let heads = table.columns.map { "<th scope=\"col\">\($0.name.markupText)</th>" }
        try sink.append(
            "<table><caption>\(table.caption.markupText)</caption><colgroup>\(widths.joined())</colgroup>"
                + "<thead><tr>\(heads.joined())</tr></thead><tbody>")
    }

    private func row(_ cells: [PaperCell]) throws {
        guard let table, cells.count == table.columns.count else { throw PaperFault.misplaced }
        try sink.append("<tr>")
        for cell in cells {
            let text = cell.paragraphs.map { "<p>\(Self.text($0))</p>" }.joined()
            try sink.append(cell.isHeading ? "<th scope=\"row\">\(text)</th>" : "<td>\(text)</td>")
        }
        try sink.append("</tr>\n")
        rowCount += 1
    }

    private func endTable() throws {
        guard table != nil else { throw PaperFault.misplaced }
        table = nil
        try sink.append("</tbody></table>")
    }

    private static func figure(_ picture: PaperPicture) -> String {
        let source = "data:\(picture.format.mediaType);base64,\(Data(picture.bytes).base64EncodedString())"
        return "<figure><img src=\"\(source)\" alt=\"\(picture.alt.markupText)\"></figure>\n"
    }

    private static func text(_ runs: [PaperRun]) -> String {
        runs.map { run in
            let text = run.text.markupText.replacing("\r\n", with: "\n").replacing("\n", with: "<br>")
            return switch run.look {
            case .plain: text
            case .strong: "<strong>\(text)</strong>"
            case .slight: "<em>\(text)</em>"
            case .inserted: "<ins>\(text)</ins>"
            case .deleted: "<del>\(text)</del>"
            }
        }.joined()
    }

    /// The policy lets a reader run and fetch nothing, whatever a text says.
    private static func beginning(_ sheet: PaperSheet) -> String {
        """
        <!doctype html>
        <html lang="\(sheet.language.markupText)"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <title>\(sheet.title.markupText)</title><meta name="author" content="\(sheet.author.markupText)">
        <style>
        @page { size: A4\(sheet.isLandscape ? " landscape" : ""); margin: 14mm 14mm 16mm;
          @bottom-left { content: "\(sheet.footer.styleText)"; font: 7.5pt sans-serif; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; } }
        body { font: 9.5pt/1.4 "DejaVu Sans", Arial, sans-serif; margin: 0; }
        h1 { font-size: 16pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; } h4 { font-size: 10pt; }
        h1, h2, h3, h4 { break-after: avoid; line-height: 1.25; margin: 1.2em 0 .4em; }
        p { margin: 0 0 .5em; } ul { margin: 0 0 .8em; padding-left: 1.4em; }
        table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: 7.5pt; line-height: 1.3; }
        caption { text-align: left; padding: 0 0 .4em; font-weight: bold; }
        thead { display: table-header-group; }
        th, td { border: .5pt solid #808080; padding: 2pt 3pt; text-align: left; vertical-align: top; }
        th, td, p { overflow-wrap: anywhere; }
        thead th { background: #eeeeee; } td p, th p { margin: 0 0 .3em; }
        figure { margin: 0 0 .6em; break-inside: avoid; } img { max-width: 100%; max-height: 190mm; }
        .break { break-after: page; }
        </style></head><body>

        """
    }
}

extension String {
    /// Inside a quoted text of a style sheet.
    fileprivate var styleText: String {
        String(filter { !"\\\"<>\n\r{}".contains($0) })
    }
}
