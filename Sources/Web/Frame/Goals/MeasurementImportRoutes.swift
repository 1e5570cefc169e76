// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation
import Storage

/// `/arbeit/ziele/messwerte`: lists of values, looked at before they count.
struct MeasurementImportRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(GoalPaths.imports), use: list)
        table.post(RouterPath(GoalPaths.imports), use: upload)
        table.get(RouterPath(GoalPaths.importedList), use: show)
        table.post(RouterPath(GoalPaths.importedList + "/zuordnung"), use: map)
        table.post(RouterPath(GoalPaths.importedList + "/uebernahme"), use: run)
        table.post(RouterPath(GoalPaths.importedList + "/ruecknahme"), use: undo)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await listPage(nil, nil, context)
    }

    @Sendable
    private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        // Nobody else may make the server read so much.
        try visitor.mayEditGoals(in: programme).check()
        let links = context.links
        do {
            let sent = try await UploadedTable(request, largestFile: MeasurementImport.largestFile)
            let table = try sent.read(mostRows: MeasurementImport.mostRows)
            let form = Query(parameters: [.init(name: FormKey.field, value: sent.formKey ?? "")])
            let key = try site.formKey("measurement-list", sentIn: form, context)
            return try await site.once(key, in: context) { db in
                let id = try BeginMeasurementImport(
                    table.name, columns: table.columns, rows: table.rows, in: programme
                ).run(as: visitor, at: now, in: db)
                return links.to(GoalPaths.importedList(id))
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
        return try await perform("measurement-map", sent, context) { visitor, _, db in
            try MapMeasurementImport(id, try MeasurementMapping(sent), in: programme).run(as: visitor, in: db)
        }
    }

    @Sendable
    private func run(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        let leavesOut = sent.text("auslassen") != nil
        return try await perform("measurement-run", sent, context) { visitor, now, db in
            try RunMeasurementImport(id, leavesOutFaulty: leavesOut, in: programme).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        return try await perform("measurement-undo", sent, context) { visitor, now, db in
            try UndoMeasurementImport(id, in: programme).run(as: visitor, at: now, in: db)
        }
    }
}

extension MeasurementImportRoutes {
    private func perform(
        _ form: String, _ sent: Query, _ context: SiteContext,
        _ change: @escaping @Sendable (Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        try context.visitor.mayEditGoals(in: try context.programme.id).check()
        let place = context.links.to(GoalPaths.importedList(try context.parameter("id")))
        return try await site.change(tableAt: place, by: form, sent, context, change) { invalid in
            try await tablePage(invalid, context)
        }
    }

    private func listPage(_ invalid: InvalidForm?, _ fault: CSVFault?, _ context: SiteContext) async throws -> Response
    {
        let programme = try context.programme.id
        try context.visitor.mayEditGoals(in: programme).check()
        let lists = try await site.read { db in try MeasurementImport.list(in: programme, db) }
        let page = MeasurementImportsPage(
            lists, FormFaults(invalid, in: context), fault, formKey: site.formKey("measurement-list", in: context),
            in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }

    private func tablePage(_ invalid: InvalidForm?, _ context: SiteContext) async throws -> Response {
        let (id, programme) = (try context.parameter("id"), try context.programme.id)
        try context.visitor.mayEditGoals(in: programme).check()
        let today = Moment(site.clock()).day
        let preview = try await site.read { db in
            try PreviewMeasurementImport.read(id, in: programme, today: today, db)
        }
        guard let preview else { throw PageFault.notFound }
        let keys = ["measurement-map", "measurement-run", "measurement-undo"].map { site.formKey($0, in: context) }
        let page = MeasurementImportPage(preview, FormFaults(invalid, in: context), keys: keys, in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }
}

extension MeasurementMapping {
    /// What the form says of each column, and what holds for rows that do not say it themselves.
    init(_ sent: Query) throws {
        var check = FormCheck()
        var columns: [Part: Int] = [:]
        for part in Part.allCases {
            columns[part] = sent.text("spalte-\(part.rawValue)").flatMap { Int($0) }
        }
        for part in [Part.indicator, .asOf, .value] where columns[part] == nil {
            check.add("spalte-\(part.rawValue)", "column-\(part.rawValue)-missing")
        }
        let source = check.optionalLine(
            sent.text(MeasurementForm.Field.sourceName), field: MeasurementForm.Field.sourceName, limit: 300)
        let reason = check.optionalLine(
            sent.text(MeasurementForm.Field.reason), field: MeasurementForm.Field.reason, limit: 500)
        try check.finish()
        self.init(columns: columns)
        sourceName = source
        self.reason = reason
    }
}
