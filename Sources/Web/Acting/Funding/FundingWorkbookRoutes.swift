// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import Interchange
import Participation
import Storage

/// `/mittel/fragen.xlsx` and `/mittel/buchungen.xlsx`: the five questions for all projects, and the ledger, for Excel.
struct FundingWorkbookRoutes: FeatureRoutes {
    private static let pieceSize = 1 << 18

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(FundingPaths.questionsWorkbook)) { request, context in
            try await answer(request, context, named: "mittel-fragen") { try $0.writeAnswers($1, to: $2) }
        }
        table.get(RouterPath(FundingPaths.entriesWorkbook)) { request, context in
            try await answer(request, context, named: "mittel-buchungen") { try $0.writeEntries($1, to: $2) }
        }
    }

    /// Writes a workbook aside and checks that it holds as many rows as were counted, before anything is sent.
    private func answer(
        _ request: Request, _ context: SiteContext, named name: String,
        _ write:
            @escaping @Sendable (FundingWorkbook, OpenReading, (FundingSheetPlan) throws -> XLSXWriter) throws -> Int64
    ) async throws -> Response {
        let programme = try context.programme
        let (today, room) = (Moment(site.clock()).day, site.spoolRoom)
        var context = context
        context.links = context.links.reached(at: site.root(for: request))
        let middle = try await site.downloads.pass {
            try await site.read { [context] db in
                let reading = OpenReading(programme: programme.id, context: context, today: today, db: db)
                return try Self.spooled(in: room) { file in
                    var writer: XLSXWriter?
                    let expected = try write(FundingWorkbook(context: context), reading) { plan in
                        let sheet = try XLSXWriter(
                            file, sheet: plan.title, title: plan.title, columns: plan.columns, cutMark: plan.cutMark)
                        writer = sheet
                        return sheet
                    }
                    guard Int64(writer?.rowCount ?? 0) == expected else { throw ExportFault.rowsMissing }
                }
            }
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                .contentDisposition: "attachment; filename=\"\(programme.slug)-\(name)-\(today.text).xlsx\"",
            ], body: SpooledBody(beginning: [], middle: middle, end: []).responseBody(sentOn: context.eventLoop))
    }

    private static func spooled(in room: SpoolRoom, _ write: (URL) throws -> Void) throws -> SpooledBytes {
        let folder = try WorkFolder()
        let file = folder.url.appending(path: "table.xlsx")
        try write(file)
        let spool = Spool(in: room)
        let handle = try FileHandle(forReadingFrom: file)
        defer { handle.closeFile() }
        while let piece = try handle.read(upToCount: pieceSize), !piece.isEmpty { try spool.append([UInt8](piece)) }
        return try spool.finished()
    }
}
