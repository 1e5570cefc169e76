// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Interchange
import Participation
import Storage

/// `/arbeit/einlesen`: whole tables of ideas that were gathered elsewhere, looked at before they count.
struct ImportRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(CapturePaths.imports), use: list)
        table.post(RouterPath(CapturePaths.imports), use: upload)
        table.get(RouterPath(CapturePaths.table), use: show)
        table.post(RouterPath(CapturePaths.table + "/zuordnung"), use: map)
        table.post(RouterPath(CapturePaths.table + "/uebernahme"), use: run)
        table.post(RouterPath(CapturePaths.table + "/ruecknahme"), use: undo)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await listPage(nil, nil, context)
    }

    @Sendable
    private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        // Nobody else may make the server read so much.
        try visitor.mayImportIdeas(in: programme).check()
        let links = context.links
        do {
            let sent = try await UploadedTable(request)
            let table = try sent.read()
            let form = Query(parameters: [.init(name: FormKey.field, value: sent.formKey ?? "")])
            let key = try site.formKey("import", sentIn: form, context)
            return try await site.once(key, in: context) { db in
                let id = try BeginImport(table.name, columns: table.columns, rows: table.rows, in: programme)
                    .run(as: visitor, at: now, in: db)
                return links.to(CapturePaths.table(id))
            }
        } catch let invalid as InvalidForm {
            return try await listPage(invalid, nil, context)
        } catch let fault as CSVFault {
            return try await listPage(InvalidForm([.init(UploadedTable.field, "table-unreadable")]), fault, context)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await tablePage(nil, context)
    }

    @Sendable
    private func map(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        return try await perform("import-map", sent, context) { visitor, _, db in
            try MapImport(id, try ImportMapping(sent), in: programme).run(as: visitor, in: db)
        }
    }

    @Sendable
    private func run(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        let leavesOut = sent.text("auslassen") != nil
        return try await perform("import-run", sent, context) { visitor, now, db in
            try RunImport(id, leavesOutFaulty: leavesOut, in: programme).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        return try await perform("import-undo", sent, context) { visitor, now, db in
            try UndoImport(id, in: programme).run(as: visitor, at: now, in: db)
        }
    }
}

extension ImportRoutes {
    private func perform(
        _ form: String, _ sent: Query, _ context: SiteContext,
        _ change: @escaping @Sendable (Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        try context.visitor.mayImportIdeas(in: try context.programme.id).check()
        let place = context.links.to(CapturePaths.table(try context.parameter("id")))
        return try await site.change(tableAt: place, by: form, sent, context, change) { invalid in
            try await tablePage(invalid, context)
        }
    }

    private func listPage(_ invalid: InvalidForm?, _ fault: CSVFault?, _ context: SiteContext) async throws -> Response
    {
        let programme = try context.programme.id
        try context.visitor.mayImportIdeas(in: programme).check()
        let imports = try await site.read { db in try IdeaImport.list(in: programme, db) }
        let page = ImportListPage(
            imports, FormFaults(invalid, in: context), fault, formKey: site.formKey("import", in: context), in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }

    private func tablePage(_ invalid: InvalidForm?, _ context: SiteContext) async throws -> Response {
        let (id, programme, visitor) = (try context.parameter("id"), try context.programme.id, context.visitor)
        try visitor.mayImportIdeas(in: programme).check()
        let today = Moment(site.clock()).day
        let preview = try await site.read { db in
            try PreviewImport.read(id, as: visitor, in: programme, today: today, db)
        }
        guard let preview else { throw PageFault.notFound }
        let keys = ["import-map", "import-run", "import-undo"].map { site.formKey($0, in: context) }
        let page = ImportPage(preview, FormFaults(invalid, in: context), keys: keys, in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }
}
