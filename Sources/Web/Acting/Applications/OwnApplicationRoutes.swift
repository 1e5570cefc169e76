// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/mein/antraege`: organisations write applications, several people at once, and hand them in.
struct OwnApplicationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ApplicationPaths.own), use: list)
        table.post(RouterPath(ApplicationPaths.own), use: begin)
        table.get(RouterPath(ApplicationPaths.ownCase), use: show)
        table.post(RouterPath(ApplicationPaths.ownCase), use: save)
        table.post(RouterPath(ApplicationPaths.ownCase + "/einreichung"), use: submit)
        table.post(RouterPath(ApplicationPaths.ownCase + "/ruecknahme"), use: withdraw)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await listPage(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func begin(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (visitor, programme, now) = (context.visitor, try context.programme.id, Moment(site.clock()))
        let sent = try await context.form(in: request)
        let (call, links) = (sent.text("aufruf").flatMap { Int64($0) } ?? 0, context.links)
        let (title, number) = (sent.text(ApplicationForm.Field.title), sent.text("organisation") ?? "")
        return try await site.answer(in: context) {
            let key = try site.formKey("application", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let choices = try IdeaChoices.load(for: visitor, in: programme, db)
                let organisation = choices.organisations.first { String($0.number) == number }?.id ?? ""
                let id = try BeginApplication(to: call, for: organisation, title: title, in: programme)
                    .run(as: visitor, at: now, in: db)
                return links.to(ApplicationPaths.ownCase(id))
            }
        } orShow: { faults in
            try await listPage(sent, faults, context)
        }
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try site.render(try await casePage(nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme) = (try context.parameter("id"), try context.programme.id)
        return try await write(request, context) { form, revision, shelf, visitor, now, db in
            try SaveApplication(id, form, filesOn: shelf, seen: revision, in: programme)
                .run(as: visitor, at: now, in: db)
        }
    }

    /// What stands in the form is saved first, so that nothing is handed in that nobody sees.
    @Sendable
    private func submit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme) = (try context.parameter("id"), try context.programme.id)
        return try await write(request, context) { form, revision, shelf, visitor, now, db in
            try SaveApplication(id, form, filesOn: shelf, seen: revision, in: programme)
                .run(as: visitor, at: now, in: db)
            try SubmitApplication(id, seen: revision + 1, in: programme).run(as: visitor, at: now, in: db)
        }
    }

    private typealias Writing =
        @Sendable (ApplicationForm, Int64, AttachmentShelf?, Visitor, Moment, Connection) throws -> Void

    /// The form with its files. What was chosen lies on the shelf of the application, whatever else is wrong.
    private func write(
        _ request: Request, _ context: SiteContext, _ change: @escaping Writing
    ) async throws -> Response {
        let application = try await editable(context)
        let uploaded = try await context.upload(in: request, largestFile: StoredFile.largest, site.spoolRoom)
        let sent = uploaded.fields
        let kept = try await site.keepFiles(of: uploaded, in: context)
        let (form, revision) = (ApplicationForm(sent), ApplicationForm.revision(sent))
        let shelf = kept.shelf ?? application.shelf
        let description = kept.drafts.isEmpty ? sent.text(AttachmentForm.Field.newDescription) : nil
        return try await perform("application-save", sent, context, shelf: shelf, description) { visitor, now, db in
            guard kept.faults.isEmpty else { throw InvalidForm(kept.faults) }
            try change(form, revision, shelf, visitor, now, db)
        }
    }

    /// Whether the visitor may write at all, before any file is taken in.
    private func editable(_ context: SiteContext) async throws -> ApplicationCase {
        let (programme, id) = (try context.programme.id, try context.parameter("id"))
        let found = try await site.read { db in try ApplicationCase.find(id, in: programme, db) }
        guard let found else { throw PageFault.notFound }
        try context.visitor.mayApply(for: found.organisation, in: programme).check()
        guard found.isEditable else { throw Refusal("application-is-handed-in") }
        return found
    }

    @Sendable
    private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (id, programme, sent) = (
            try context.parameter("id"), try context.programme.id, try await context.form(in: request)
        )
        return try await perform("application-withdraw", sent, context) { visitor, now, db in
            try WithdrawApplication(id, in: programme).run(as: visitor, at: now, in: db)
        }
    }
}

extension OwnApplicationRoutes {
    private func perform(
        _ form: String, _ sent: Query, _ context: SiteContext, shelf: AttachmentShelf? = nil,
        _ description: String? = nil,
        _ change: @escaping @Sendable (Visitor, Moment, Connection) throws -> Void
    ) async throws -> Response {
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(ApplicationPaths.ownCase(try context.parameter("id")))
        return try await site.answer(in: context) {
            let key = try site.formKey(form, sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try change(visitor, now, db)
                return place
            }
        } orShow: { faults in
            try await casePage(sent, faults, context, shelf: shelf, description)
        }
    }

    private func listPage(
        _ sent: Query?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> OwnApplicationsPage {
        let (visitor, programme) = (context.visitor, try context.programme.id)
        try visitor.mayUseOwnArea.check()
        let today = Moment(site.clock()).day
        let (cases, calls, choices) = try await site.read { db in
            (
                try ApplicationCase.list(
                    of: visitor.applyingOrganisations(in: programme), in: programme, db),
                try PartnerCallRules.all(in: programme, db).filter { $0.isOpen(on: today) },
                try IdeaChoices.load(for: visitor, in: programme, db)
            )
        }
        return OwnApplicationsPage(
            cases, calls, choices.organisations, sent, faults,
            formKey: site.formKey("application", in: context), in: context)
    }

    private func casePage(
        _ sent: Query?, _ faults: FormFaults, _ context: SiteContext,
        shelf: AttachmentShelf? = nil, _ description: String? = nil
    ) async throws -> OwnApplicationPage {
        let (visitor, programme, id) = (context.visitor, try context.programme.id, try context.parameter("id"))
        let found = try await site.read { db in
            let application = try ApplicationCase.find(id, in: programme, db)
            let place = shelf ?? application?.shelf
            let files = OwnApplicationPage.Files(
                shelf: place, drafts: try AttachmentDraft.list(on: place, in: programme, db),
                description: description, documents: try application?.files(in: programme, db) ?? [])
            return (application, try FieldChoice.list(in: programme, db), files)
        }
        guard let application = found.0 else { throw PageFault.notFound }
        try visitor.mayApply(for: application.organisation, in: programme).check()
        let form = sent.map(ApplicationForm.init) ?? ApplicationForm(application.content, in: context)
        return OwnApplicationPage(
            application, form, found.1, found.2, faults,
            keys: (site.formKey("application-save", in: context), site.formKey("application-withdraw", in: context)),
            in: context)
    }
}

extension ApplicationForm {
    static let revisionField = "stand"

    static func revision(_ sent: Query) -> Int64 { sent.text(revisionField).flatMap { Int64($0) } ?? 0 }

    init(_ sent: Query) {
        self.init()
        title = sent.text(Field.title)
        summary = sent.text(Field.summary)
        plan = sent.text(Field.plan)
        field = sent.text(Field.field)
        costs = (1...Self.mostCosts).map { (sent.text(Field.label($0)), sent.text(Field.amount($0))) }
        own = sent.text(Field.own)
        others = sent.text(Field.others)
        grant = sent.text(Field.grant)
        secured = sent.text(Field.secured)
        isPublic = sent.text(Field.isPublic) != nil
        answers = (1...CallForm.mostQuestions).map { sent.text(Field.answer($0)) }
    }

    /// What was saved, as one would type it.
    init(_ content: ApplicationContent, in context: SiteContext) {
        self.init()
        let amount = { (cents: Int64) in cents == 0 ? nil : Notation(language: .german).decimal(cents, places: 2) }
        title = content.title
        summary = content.summary
        plan = content.plan
        field = content.field
        costs = content.costs.map { ($0.label, amount($0.cents)) }
        own = amount(content.own)
        others = amount(content.others)
        grant = amount(content.grant)
        secured = content.secured
        isPublic = content.isPublic
        answers = content.answers
    }
}
