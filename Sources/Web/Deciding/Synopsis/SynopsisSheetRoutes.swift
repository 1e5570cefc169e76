// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Interchange
import Participation
import Storage

/// The synopsis as a workbook: read batch by batch, so that its length does not matter.
struct SynopsisSheetRoutes: FeatureRoutes {
    private static let pieceSize = 1 << 18
    /// Nobody counts so far, and what is read goes on while there are full batches.
    private static let batchSize: Int64 = 1000

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(SynopsisPaths.workbook), use: workbook)
    }

    @Sendable
    private func workbook(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await site.synopsisRules(context)
        let filter = try SynopsisFilter(context.query)
        let (today, room) = (Moment(site.clock()).day, site.spoolRoom)
        let middle = try await site.downloads.pass {
            try await site.read { db in
                let folder = try WorkFolder()
                let file = folder.url.appending(path: "table.xlsx")
                try Self.write(rules, filter, on: today, to: file, in: context, db)
                let spool = Spool(in: room)
                let handle = try FileHandle(forReadingFrom: file)
                defer { handle.closeFile() }
                while let piece = try handle.read(upToCount: Self.pieceSize), !piece.isEmpty {
                    try spool.append([UInt8](piece))
                }
                return try spool.finished()
            }
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"synopse-\(rules.number).xlsx\"",
                .cacheControl: "no-store",
            ], body: SpooledBody(beginning: [], middle: middle, end: []).responseBody(sentOn: context.eventLoop))
    }

    /// - Throws: `ExportFault.rowsMissing` when the workbook holds fewer rows than were counted
    private static func write(
        _ rules: ConsultationRules, _ filter: SynopsisFilter, on today: PartialDate, to file: URL,
        in context: SiteContext, _ db: Connection
    ) throws {
        let total = try SynopsisPoint.count(of: rules.id, filter, on: today, db)
        let writer = try XLSXWriter(
            file, sheet: context.text("synopsis.heading"), title: rules.title,
            columns: zip(SynopsisSheet.columns, SynopsisSheet.widths).map { XLSXWriter.Column($0, width: $1) },
            cutMark: context.text("synopsis.cut-mark"))
        var page = ListPage(1, size: batchSize)
        while true {
            let points = try SynopsisPoint.list(of: rules.id, filter, on: today, page, db).rows
            for point in points {
                try writer.append(SynopsisSheet.cells(of: point, in: context).map { .text($0) })
            }
            guard Int64(points.count) == batchSize else { break }
            page = ListPage(page.number + 1, size: batchSize)
        }
        try writer.finish()
        guard Int64(writer.rowCount) == total else { throw ExportFault.rowsMissing }
    }
}
