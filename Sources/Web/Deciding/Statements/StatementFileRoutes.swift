// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/beteiligungen/N/eingang/S`: one statement on file, with its files and what the public reads of it.
struct StatementFileRoutes: FeatureRoutes {
    private static let form = "statement-file"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(StatementPaths.onFile), use: show)
        table.post(RouterPath(StatementPaths.onFile), use: change)
        table.get(RouterPath(StatementPaths.file), use: file)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let desk = try await desk(context)
        return try site.render(
            page(desk, PublicTextForm(desk.statement), .empty, .none(in: context), context), in: context)
    }

    /// What came in is for those who work on it, whatever becomes public of it.
    @Sendable
    private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let statement = try await desk(context).statement
        let (number, programme) = (Int64(try context.parameter("document")) ?? 0, try context.programme.id)
        let document = try await site.read { db in
            try StatementFiles(of: statement.id, in: programme).find(number, db)
        }
        guard let document else { throw PageFault.notFound }
        var response = try await site.file(of: document, to: request, context)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let uploaded = try await context.upload(in: request, largestFile: StoredFile.largest, site.spoolRoom)
        let sent = uploaded.fields
        let desk = try await desk(context)
        try context.visitor.mayRun(desk.rules).check()
        guard let step = try sent.choice(StatementFileStep.field, as: StatementFileStep.self) else {
            throw PageFault.unreadableForm
        }
        let form = step == .text ? PublicTextForm(sent, of: desk.statement) : PublicTextForm(desk.statement)
        let place = StatementOnFile.Place(
            desk.statement.number, in: desk.rules.number, of: desk.rules.programme)
        let document = sent.text(DecideStatementFile.Field.document).flatMap { Int64($0) } ?? 0
        let back = context.links.to(StatementPaths.onFile(desk.rules.number, desk.statement.number))
        return try await site.answer(in: context) {
            let key = try site.formKey(Self.form, sentIn: sent, context)
            let (visitor, now) = (context.visitor, Moment(site.clock()))
            let file = try await taken(uploaded, for: step, of: document)
            return try await site.once(key, in: context) { db in
                switch step {
                case .text: try EditPublicText(form, of: place).run(as: visitor, at: now, in: db)
                case .file:
                    let choice = sent.text(DecideStatementFile.Field.choice(document))
                    try DecideStatementFile(
                        place, document: document, choice.flatMap(StatementFileChoice.init), copy: file
                    ).run(as: visitor, at: now, in: db)
                case .add:
                    try AddStatementFile(
                        place, file: file, description: sent.text(AttachmentForm.Field.newDescription)
                    ).run(as: visitor, at: now, in: db)
                }
                return back
            }
        } orShow: { faults in
            var form = form
            if faults.isOutdated { form.revision = try await self.desk(context).statement.revision }
            return page(desk, form, sent, faults, context)
        }
    }

    /// The one file that a step goes with; nil where none was chosen.
    private func taken(
        _ sent: UploadedForm, for step: StatementFileStep, of document: Int64
    ) async throws -> IncomingFile? {
        let field: String? =
            switch step {
            case .text: nil
            case .file: DecideStatementFile.Field.copy(document)
            case .add: AttachmentForm.Field.file
            }
        guard let file = sent.files.first(where: { $0.field == field }) else { return nil }
        return try await site.intake.take(file)
    }

    private func page(
        _ desk: StatementFileDesk, _ form: PublicTextForm, _ sent: Query, _ faults: FormFaults, _ context: SiteContext
    ) -> StatementFilePage {
        StatementFilePage(
            desk, form, sent: sent, faults, formKey: site.formKey(Self.form, in: context),
            in: context)
    }

    private func desk(_ context: SiteContext) async throws -> StatementFileDesk {
        let (number, programme) = (try context.number(), try context.programme.id)
        guard let statement = Int64(try context.parameter("statement")) else { throw PageFault.notFound }
        try context.visitor.mayReadSynopsis(in: programme).check()
        let desk = try await site.read { db -> StatementFileDesk? in
            guard let rules = try ConsultationRules.find(number: number, in: programme, db),
                let found = try StatementOnFile.find(statement, in: rules, db)
            else { return nil }
            let files = StatementFiles(of: found.id, in: programme)
            return StatementFileDesk(
                rules: rules, statement: found,
                files: try files.originals(db).map { original in
                    StatementFileDesk.File(
                        original: original, copy: try files.copy(of: original, db),
                        choice: try files.choice(on: original, db))
                })
        }
        guard let desk else { throw PageFault.notFound }
        return desk
    }
}

/// What can be done on the page of a statement on file.
enum StatementFileStep: String, CaseIterable {
    case text
    case file = "datei"
    case add = "nachtragen"

    static let field = "tun"
}

/// A statement on file with everything that came with it.
struct StatementFileDesk: Sendable {
    let rules: ConsultationRules
    let statement: StatementOnFile
    let files: [File]

    struct File: Sendable {
        let original: Document
        let copy: Document?
        let choice: StatementFileChoice
    }
}

extension PublicTextForm {
    /// Where nothing is blackened, the original stands in the fields.
    init(_ statement: StatementOnFile) {
        self.init()
        text = statement.publicText ?? statement.text
        for point in statement.points { points[point.label] = point.publicText ?? point.text }
        revision = statement.revision
    }

    init(_ sent: Query, of statement: StatementOnFile) {
        self.init()
        text = sent.text(Field.text)
        for point in statement.points { points[point.label] = sent.text(Field.point(point.label)) }
        revision = sent.text(Field.revision)
    }
}
