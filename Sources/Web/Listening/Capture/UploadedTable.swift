// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import Participation
import Storage

/// A table that was chosen in a form and has come as a file.
struct UploadedTable: Sendable {
    /// The name of the file field.
    static let field = "datei"
    /// The file with the fields and boundaries around it.
    static func largestBody(_ largestFile: Int) -> Int { largestFile + 64 * 1024 }

    let formKey: String?
    private let file: MultipartReader.Part?
    private let largestFile: Int

    /// - Parameter largestFile: in bytes
    init(_ request: Request, largestFile: Int = IdeaImport.largestFile) async throws {
        self.largestFile = largestFile
        let body = try await request.body.collect(upTo: Self.largestBody(largestFile))
        do throws(MultipartReader.Fault) {
            let form = try MultipartReader(
                Array(body.readableBytesView), type: request.headers[.contentType] ?? "")
            formKey = form.text(FormKey.field)
            file = form.file(Self.field)
        } catch {
            throw PageFault.unreadableForm
        }
    }

    /// The rows of the table; a formula in it is only text.
    ///
    /// - Throws: `InvalidForm` when nothing was chosen, `CSVFault` with the line when the file cannot be read
    func read(
        mostRows: Int = IdeaImport.mostRows
    ) throws -> (name: String, columns: [String], rows: [ImportRow]) {
        guard let file, let name = file.fileName else { throw InvalidForm([.init(Self.field, "table-missing")]) }
        guard !file.bytes.isEmpty else { throw InvalidForm([.init(Self.field, "table-empty")]) }
        guard file.bytes.count <= largestFile else {
            throw InvalidForm([.init(Self.field, "table-too-large", limit: largestFile / 1024 / 1024)])
        }
        if SheetReader.isWorkbook(file.bytes) { return try workbook(name, file.bytes, mostRows: mostRows) }
        var reader = try CSVReader(file.bytes)
        var rows: [ImportRow] = []
        while rows.count <= mostRows, let row = try reader.next() {
            rows.append(ImportRow(number: Int64(row.number), cells: row.cells))
        }
        return (name, reader.columns, rows)
    }

    /// The first sheet of a workbook, with the values that were saved in it.
    private func workbook(
        _ name: String, _ bytes: [UInt8], mostRows: Int
    ) throws -> (name: String, columns: [String], rows: [ImportRow]) {
        do throws(SheetFault) {
            let reader = try SheetReader(bytes, mostRows: mostRows + 1)
            return (name, reader.columns, reader.rows.map { ImportRow(number: Int64($0.number), cells: $0.cells) })
        } catch {
            switch error {
            case .noWorkbook, .damaged, .noSheet: throw InvalidForm([.init(Self.field, "workbook-unreadable")])
            case .empty: throw InvalidForm([.init(Self.field, "table-empty")])
            case .unnamedColumn(let column): throw InvalidForm([.init(Self.field, "column-unnamed", limit: column)])
            case .duplicateColumn: throw InvalidForm([.init(Self.field, "column-name-twice")])
            }
        }
    }
}

extension Site {
    /// Changes an uploaded table and leads back to its page, once however often the form is sent; what is wrong with
    /// the form is said there.
    ///
    /// - Parameters:
    ///   - form: what the form key was made for
    ///   - place: the page of the table
    ///   - page: the same page with what is wrong
    func change(
        tableAt place: String, by form: String, _ sent: Query, _ context: SiteContext,
        _ change: @escaping @Sendable (Visitor, Moment, Connection) throws -> Void,
        or page: (InvalidForm) async throws -> Response
    ) async throws -> Response {
        let (visitor, now) = (context.visitor, Moment(clock()))
        do {
            let key = try formKey(form, sentIn: sent, context)
            return try await once(key, in: context) { db in
                try change(visitor, now, db)
                return place
            }
        } catch let invalid as InvalidForm {
            return try await page(invalid)
        }
    }
}

extension ImportMapping {
    /// What the form says of each column; a column that means nothing is left empty.
    init(_ sent: Query) throws {
        var check = FormCheck()
        var columns: [Part: Int] = [:]
        for part in Part.allCases {
            columns[part] = sent.text("spalte-\(part.rawValue)").flatMap { Int($0) }
        }
        let channel = sent.text(CaptureForm.Field.channel).flatMap { IdeaChannel(rawValue: $0) }
        if channel == nil { check.add(CaptureForm.Field.channel, "channel-missing") }
        let day = sent.text(CaptureForm.Field.handedInOn).flatMap { PartialDate($0) }
        if day?.precision != .day { check.add(CaptureForm.Field.handedInOn, "day-missing") }
        if columns[.text] == nil { check.add("spalte-text", "column-text-missing") }
        try check.finish()
        guard let channel, let day else { throw InvalidForm([.init(CaptureForm.Field.channel, "channel-missing")]) }
        self.init(columns: columns, channel: channel, handedInOn: day)
    }
}
