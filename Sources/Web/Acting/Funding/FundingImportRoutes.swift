// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation
import Storage

/// `/arbeit/mittel/listen`: lists of budget offices, looked at and reckoned up before they are booked.
struct FundingImportRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(FundingPaths.imports), use: list)
        table.post(RouterPath(FundingPaths.imports), use: upload)
        table.get(RouterPath(FundingPaths.list), use: show)
        table.post(RouterPath(FundingPaths.list + "/zuordnung"), use: map)
        table.post(RouterPath(FundingPaths.list + "/projekte"), use: assign)
        table.post(RouterPath(FundingPaths.list + "/buchung"), use: run)
        table.post(RouterPath(FundingPaths.list + "/ruecknahme"), use: undo)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await listPage(nil, nil, context)
    }

    @Sendable
    private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        // Nobody else may make the server read so much.
        try visitor.mayRunLedger(in: programme).check()
        let links = context.links
        do {
            let sent = try await UploadedTable(request, largestFile: FundingImport.largestFile)
            let table = try sent.read(mostRows: FundingImport.mostRows)
            let form = Query(parameters: [.init(name: FormKey.field, value: sent.formKey ?? "")])
            let key = try site.formKey("funding-list", sentIn: form, context)
            return try await site.once(key, in: context) { db in
                let id = try BeginFundingImport(table.name, columns: table.columns, rows: table.rows, in: programme)
                    .run(as: visitor, at: now, in: db)
                return links.to(FundingPaths.list(id))
            }
        } catch let invalid as InvalidForm {
            return try await listPage(invalid, nil, context)
        } catch let fault as CSVFault {
            return try await listPage(InvalidForm([.init(UploadedTable.field, "table-unreadable")]), fault, context)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await tablePage(nil, [], context)
    }

    @Sendable
    private func map(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        return try await perform("funding-map", sent, context) { visitor, _, db in
            try MapFundingImport(id, try FundingMapping(sent), in: programme).run(as: visitor, in: db)
        }
    }

    @Sendable
    private func assign(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        let choices = FundingImportNames.choices(sent)
        return try await perform("funding-names", sent, context) { visitor, _, db in
            try AssignFundingProjects(id, choices, in: programme).run(as: visitor, in: db)
        }
    }

    @Sendable
    private func run(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        let leavesOut = sent.text("auslassen") != nil
        return try await perform("funding-run", sent, context) { visitor, now, db in
            try RunFundingImport(id, leavesOutFaulty: leavesOut, in: programme).run(as: visitor, at: now, in: db)
        }
    }

    @Sendable
    private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        return try await perform("funding-undo", sent, context) { visitor, now, db in
            try UndoFundingImport(id, in: programme).run(as: visitor, at: now, in: db)
        }
    }
}

extension FundingImportRoutes {
    private func perform(
        _ form: String, _ sent: Query, _ context: SiteContext,
        _ change: @escaping @Sendable (Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        try context.visitor.mayRunLedger(in: try context.programme.id).check()
        let place = context.links.to(FundingPaths.list(try context.parameter("id")))
        return try await site.change(tableAt: place, by: form, sent, context, change) { invalid in
            try await tablePage(invalid, FundingImportNames.choices(sent), context)
        }
    }

    private func listPage(_ invalid: InvalidForm?, _ fault: CSVFault?, _ context: SiteContext) async throws -> Response
    {
        let programme = try context.programme.id
        try context.visitor.mayRunLedger(in: programme).check()
        let lists = try await site.read { db in try FundingImport.list(in: programme, db) }
        let page = FundingImportsPage(
            lists, FormFaults(invalid, in: context), fault, formKey: site.formKey("funding-list", in: context),
            in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }

    private func tablePage(
        _ invalid: InvalidForm?, _ typed: [AssignFundingProjects.Choice], _ context: SiteContext
    ) async throws -> Response {
        let (id, programme) = (try context.parameter("id"), try context.programme.id)
        try context.visitor.mayRunLedger(in: programme).check()
        let today = Moment(site.clock()).day
        let preview = try await site.read { db in
            try PreviewFundingImport.read(id, in: programme, today: today, db)
        }
        guard let preview else { throw PageFault.notFound }
        let keys = ["funding-map", "funding-run", "funding-undo", "funding-names"].map { site.formKey($0, in: context) }
        let page = FundingImportPage(preview, FormFaults(invalid, in: context), typed: typed, keys: keys, in: context)
        return try site.render(page, in: context, status: invalid == nil ? .ok : .unprocessableContent)
    }
}

extension FundingMapping {
    /// What the form says of each column, and what holds for rows that do not say it themselves.
    init(_ sent: Query) throws {
        typealias Field = FundingForm.Field
        var check = FormCheck()
        var columns: [Part: Int] = [:]
        for part in Part.allCases {
            columns[part] = sent.text("spalte-\(part.rawValue)").flatMap { Int($0) }
        }
        if columns[.project] == nil { check.add("spalte-projekt", "column-project-missing") }
        if columns[.amount] == nil { check.add("spalte-betrag", "column-amount-missing") }
        let day = sent.text(Field.bookedOn).flatMap { PartialDate($0) }
        if day?.precision != .day { check.add(Field.bookedOn, "day-missing") }
        let reason = check.optionalLine(sent.text(Field.reason), field: Field.reason, limit: FundingForm.longestReason)
        try check.finish()
        guard let day else { throw InvalidForm([.init(Field.bookedOn, "day-missing")]) }
        self.init(columns: columns, bookedOn: day)
        kind = sent.text(Field.kind).flatMap { FundingKind(rawValue: $0) }
        basis = sent.text(Field.basis).flatMap { FundingBasis(rawValue: $0) }
        source = sent.text(Field.source).flatMap { FundingSource(rawValue: $0) }
        year = sent.text(Field.fiscalYear).flatMap { Int64($0) }
        self.reason = reason
    }
}
