// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/exporte`: documents that are made in the background, for whoever ordered them.
struct ExportRoutes: FeatureRoutes {
    /// In seconds: how often the page of a job that is under way is asked for again.
    private static let refresh = "4"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ExportPaths.list), use: list)
        table.post(RouterPath(ExportPaths.list), use: order)
        table.get(RouterPath(ExportPaths.one), use: show)
        table.get(RouterPath(ExportPaths.file), use: file)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (programme, now) = (try context.programme.id, Moment(site.clock()))
        let person = try context.visitor.person(if: context.visitor.mayWork(in: programme))
        let jobs = try await site.read { db in try ExportJob.list(of: person.id, in: programme, at: now, db) }
        return try site.render(ExportListPage(jobs, in: context), in: context)
    }

    @Sendable
    private func order(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        try visitor.mayWork(in: programme).check()
        guard let kind = Site.exportKind(sent.text(ExportOffer.Field.kind)),
            let format = try sent.choice(ExportOffer.Field.format, as: ExportFormat.self)
        else { throw PageFault.unreadableForm }
        if format == .pdf, site.settings.printer == nil { throw Refusal("printer-missing") }
        let text = sent.text(ExportOffer.Field.subject) ?? ""
        let subject = try Query(text, orElse: .unreadableForm)
        let key: FormKey
        do {
            key = try site.formKey("export", sentIn: sent, context)
        } catch {
            throw Refusal("export-form-expired")
        }
        return try await site.once(key, in: context) { db in
            let found = try kind.subject(subject, in: context, db)
            let order = OrderExport(
                kind.key, of: text, as: format, in: context.language.rawValue, title: found.title,
                fileStem: found.fileStem)
            return context.links.to(ExportPaths.one(try order.run(as: visitor, in: programme, at: now, in: db)))
        }
    }

    /// While the document is made, the page comes again by itself, without any script.
    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let job = try await job(context)
        let ahead = job.isOpen ? try await site.read { db in try job.countAhead(db) } : 0
        var response = try site.render(ExportPage(job, ahead: ahead, in: context), in: context)
        if job.isOpen, let name = HTTPField.Name("Refresh") { response.headers[name] = Self.refresh }
        return response
    }

    @Sendable
    private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let job = try await job(context)
        guard job.state == .done, let kind = Site.exportKind(job.kind) else { throw PageFault.notFound }
        let (subject, room) = (try Query(job.subject), site.spoolRoom)
        let middle = try await site.downloads.pass {
            try await site.read { db in
                _ = try kind.subject(subject, in: context, db)
                let spool = Spool(in: room)
                var position: Int64 = 0
                while let part = try job.part(position, db) {
                    try spool.append(part)
                    position += 1
                }
                return try spool.finished()
            }
        }
        guard Int64(middle.count) == job.byteCount else { throw PageFault.notFound }
        return Response(
            status: .ok,
            headers: [
                .contentType: job.format.mediaType,
                .contentDisposition: "attachment; filename=\"\(job.fileName)\"", .cacheControl: "no-store",
            ], body: SpooledBody(beginning: [], middle: middle, end: []).responseBody(sentOn: context.eventLoop))
    }

    /// Jobs of others do not exist.
    private func job(_ context: SiteContext) async throws -> ExportJob {
        let (programme, id, now) = (try context.programme.id, try context.parameter("id"), Moment(site.clock()))
        let person = try context.visitor.person(if: context.visitor.mayWork(in: programme))
        let job = try await site.read { db in try ExportJob.find(id, in: programme, at: now, db) }
        guard let job, job.person == person.id else { throw PageFault.notFound }
        return job
    }
}

extension ExportFormat {
    fileprivate var mediaType: String {
        switch self {
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        }
    }
}
