// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import NIOCore
import Participation
import Storage

/// The whole synopsis on paper and as a table, and the report of who has changed what in the text.
struct SynopsisPrintRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(SynopsisPaths.paper), use: paper)
        table.get(RouterPath(SynopsisPaths.sheet), use: sheet)
        table.get(RouterPath(SynopsisPaths.footprint), use: footprint)
    }

    @Sendable
    private func paper(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await site.synopsisRules(context)
        let filter = try SynopsisFilter(context.query)
        let today = Moment(site.clock()).day
        let reading = try await site.read { db in
            let rows = try ListPage.all { try SynopsisPoint.list(of: rules.id, filter, on: today, $0, db).rows }
            return SynopsisReading(
                rules: rules, points: Listed(rows: rows, total: Int64(rows.count)),
                turnout: try SynopsisTurnout.load(rules, db),
                choices: try SynopsisChoices.load(in: rules.programme, db),
                publication: .allowed)
        }
        return try site.render(SynopsisPrintPage(reading, today: today, in: context), in: context)
    }

    /// Everything that stands in the table, one point in a row.
    @Sendable
    private func sheet(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await site.synopsisRules(context)
        let filter = try SynopsisFilter(context.query)
        let (today, room) = (Moment(site.clock()).day, site.spoolRoom)
        let writer = CSVWriter(columns: SynopsisSheet.columns)
        let body = try await site.read { db in
            let spool = Spool(in: room)
            _ = try ListPage.all { page -> [SynopsisPoint] in
                let rows = try SynopsisPoint.list(of: rules.id, filter, on: today, page, db).rows
                var bytes: [UInt8] = []
                for row in rows { writer.append(SynopsisSheet.cells(of: row, in: context), to: &bytes) }
                try spool.append(bytes)
                return rows
            }
            return SpooledBody(beginning: writer.header(), middle: try spool.finished(), end: [])
        }
        let name = "synopse-\(rules.number).csv"
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ], body: body.responseBody(sentOn: context.eventLoop))
    }

    @Sendable
    private func footprint(_ request: Request, _ context: SiteContext) async throws -> Response {
        let rules = try await site.synopsisRules(context)
        let today = Moment(site.clock()).day
        let points = try await site.read { db in
            try ListPage.all { try SynopsisPoint.list(of: rules.id, SynopsisFilter(), on: today, $0, db).rows }
        }
        return try site.render(FootprintPage(rules, points, in: context), in: context)
    }
}

/// The columns of the staff's table.
enum SynopsisSheet {
    static let columns = [
        "number", "sender", "sender_kind", "received_on", "file_number", "proposal", "version", "paragraph", "kind",
        "quotation", "text", "wording", "assessment", "outcome", "change_old", "change_new", "office", "due_on",
        "state",
        "open_signatures", "split_from", "answered_with", "points_alike",
    ]

    /// In characters, for whoever opens it in a spreadsheet.
    static let widths: [Double] = [
        8, 28, 16, 12, 16, 28, 8, 10, 16, 14, 60, 40, 60, 18, 30, 30, 24, 12, 16, 12, 12, 12, 12,
    ]

    static func cells(of point: SynopsisPoint, in context: SiteContext) -> [String] {
        let sender = point.senderKind.map { context.word(.organisationKind, $0) } ?? ""
        let own = [point.place.text, point.sender, sender, point.submittedOn?.text ?? "", point.fileNumber ?? ""]
        let reference = [
            point.reference?.title ?? point.heardField ?? "", point.reference?.version.map { String($0) } ?? "",
            point.reference?.paragraph ?? "",
        ]
        let said = [
            context.word(.pointKind, point.kind.rawValue),
            context.text(point.isQuotation ? "statements.point.quotation" : "statements.point.summary"), point.text,
            point.wording ?? "",
        ]
        let answer = [
            point.assessment ?? "", point.outcome.map { context.word(state: $0.rawValue) } ?? "",
            point.changeOld ?? "", point.changeNew ?? "",
        ]
        let work = [
            point.office?.name ?? "", point.dueOn?.text ?? "", context.word(state: point.state.rawValue),
            String(point.openSignatures), point.splitFrom?.text ?? "", point.answeredWith?.text ?? "",
            String(point.alike),
        ]
        return own + reference + said + answer + work
    }
}
