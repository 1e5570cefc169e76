// SPDX-License-Identifier: EUPL-1.2

/// The values of the first sheet of an Office Open XML workbook (.xlsx, ECMA-376). Formulas are not run: what counts is
/// the value that the spreadsheet has saved beside them.
///
/// Numbers come as Germans write them, with a comma and without groups, so that `1234,5` is never taken for thousands;
/// dates come as `2026-11-20`.
public struct SheetReader: Sendable {
    /// The names in the first row that has any.
    public let columns: [String]
    public let rows: [Row]

    /// One row as the spreadsheet numbers it, as wide as the columns.
    public struct Row: Equatable, Sendable {
        public let number: Int
        public let cells: [String]
    }

    /// Whether a file begins like a zip archive, as every workbook does.
    public static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Parameter mostRows: reading ends after this many
    public init(_ bytes: [UInt8], mostRows: Int) throws(SheetFault) {
        let files: PackageFiles
        do throws(PackageFault) {
            files = try PackageFiles.read(zip: bytes)
        } catch {
            throw .noWorkbook
        }
        let workbook = try Workbook(files)
        var scan = SheetScan(workbook)
        let read = try scan.rows(of: workbook.sheet, atMost: mostRows + 1)
        guard let head = read.first else { throw .empty }
        var names = head.cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        while names.last == "" { names.removeLast() }
        guard !names.isEmpty else { throw .empty }
        if let unnamed = names.firstIndex(of: "") { throw .unnamedColumn(unnamed + 1) }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw .duplicateColumn(name) }
        columns = names
        rows = read.dropFirst().map { row in
            let missing = max(0, names.count - row.cells.count)
            return Row(
                number: row.number,
                cells: Array(row.cells.prefix(names.count)) + Array(repeating: "", count: missing))
        }
    }
}

/// The parts of a workbook that its first sheet needs.
struct Workbook {
    let sheet: [UInt8]
    let texts: [String]
    /// Which styles of cells write a number as a date.
    let dateStyles: Set<Int>
    /// Whether days are counted from 1904, as old Macs did.
    let countsFrom1904: Bool

    init(_ files: PackageFiles) throws(SheetFault) {
        guard let book = files["xl/workbook.xml"] else { throw .noWorkbook }
        let (relation, from1904) = try Self.firstSheet(book)
        let target = try Self.target(of: relation, in: files["xl/_rels/workbook.xml.rels"] ?? [])
        guard let sheet = files[target] else { throw .noSheet }
        self.sheet = sheet
        countsFrom1904 = from1904
        texts = try Self.sharedTexts(files["xl/sharedStrings.xml"] ?? [])
        dateStyles = try Self.dateStyles(files["xl/styles.xml"] ?? [])
    }

    private static func firstSheet(_ bytes: [UInt8]) throws(SheetFault) -> (relation: String, from1904: Bool) {
        var scanner = XMLScanner(bytes)
        var from1904 = false
        while let mark = try scanner.next() {
            guard case .start(let name, let attributes) = mark else { continue }
            if name == "workbookPr" { from1904 = ["1", "true"].contains(attributes["date1904"]) }
            if name == "sheet", let relation = attributes["id"] { return (relation, from1904) }
        }
        throw .noSheet
    }

    private static func target(of relation: String, in bytes: [UInt8]) throws(SheetFault) -> String {
        var scanner = XMLScanner(bytes)
        while let mark = try scanner.next() {
            guard case .start("Relationship", let attributes) = mark, attributes["Id"] == relation,
                let target = attributes["Target"]
            else { continue }
            return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        throw .noSheet
    }

    /// Texts stand apart from the cells, each once. Pieces with another look belong together; how Japanese is
    /// pronounced does not belong to the text.
    private static func sharedTexts(_ bytes: [UInt8]) throws(SheetFault) -> [String] {
        var scanner = XMLScanner(bytes)
        var texts: [String] = []
        var text = ""
        var isInText = false
        var isPronunciation = false
        while let mark = try scanner.next() {
            switch mark {
            case .start("si", _): text = ""
            case .end("si"): texts.append(text)
            case .start("rPh", _): isPronunciation = true
            case .end("rPh"): isPronunciation = false
            case .start("t", _): isInText = true
            case .end("t"): isInText = false
            case .text(let piece) where isInText && !isPronunciation: text += piece
            default: break
            }
        }
        return texts
    }

    private static func dateStyles(_ bytes: [UInt8]) throws(SheetFault) -> Set<Int> {
        var scanner = XMLScanner(bytes)
        var dateFormats = Set(14...17).union([22])
        var styles: Set<Int> = []
        var isInCells = false
        var index = 0
        while let mark = try scanner.next() {
            switch mark {
            case .start("numFmt", let attributes):
                guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
                if isDate(attributes["formatCode"] ?? "") { dateFormats.insert(id) }
            case .start("cellXfs", _): isInCells = true
            case .end("cellXfs"): isInCells = false
            case .start("xf", let attributes) where isInCells:
                if let id = attributes["numFmtId"].flatMap({ Int($0) }), dateFormats.contains(id) {
                    styles.insert(index)
                }
                index += 1
            default: break
            }
        }
        return styles
    }

    /// Whether a format has a year or a day outside of quoted and bracketed words.
    private static func isDate(_ format: String) -> Bool {
        let bare = format.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").lowercased()
        return bare.contains("y") || bare.contains("d") || bare.contains("jj") || bare.contains("tt")
    }
}
