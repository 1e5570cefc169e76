// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/projekte/N/dokumente`: papers and photos of a project, each with who may read it.
struct ProjectDocumentRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(ProjectWorkPaths.documents), use: list)
        table.post(RouterPath(ProjectWorkPaths.documents), use: attach)
        table.get(RouterPath(ProjectWorkPaths.document), use: show)
        table.post(RouterPath(ProjectWorkPaths.document), use: change)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = ProjectDocumentForm()
        form.rule = PublicationRule.everyone.rawValue
        return try site.render(try await page(form, nil, .none(in: context), context), in: context)
    }

    @Sendable
    private func attach(_ request: Request, _ context: SiteContext) async throws -> Response {
        let project = try await site.projectAtWork(.attach, context)
        let uploaded = try await context.upload(in: request, largestFile: StoredFile.largest, site.spoolRoom)
        let sent = uploaded.fields
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        var form = ProjectDocumentForm()
        form.rights = sent.text(ProjectDocumentForm.Field.rights)
        form.rule = sent.text(ProjectDocumentForm.Field.rule)
        let key = try site.formKey("project-documents", sentIn: sent, context)
        let kept = try await site.keepFiles(of: uploaded, in: context)
        form.shelf = kept.shelf
        let place = context.links.to(ProjectWorkPaths.documents(project.number))
        return try await site.answer(in: context) {
            guard kept.faults.isEmpty else { throw InvalidForm(kept.faults) }
            let attaching = AttachToProject(form, to: project.number, in: project.programme)
            return try await site.once(key, in: context) { db in
                try attaching.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            let description = sent.text(AttachmentForm.Field.newDescription)
            return try await page(form, kept.drafts.isEmpty ? description : nil, faults, context)
        }
    }

    /// The file itself, for those who run the project.
    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let project = try await site.projectAtWork(.read, context)
        let number = try context.number("document")
        let document = try await site.read { db in try Document.ofProject(project, number: number, db) }
        guard let document else { throw PageFault.notFound }
        return try await site.file(of: document, to: request, context)
    }

    @Sendable
    private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let project = try await site.projectAtWork(.attach, context)
        let (visitor, now, document) = (context.visitor, Moment(site.clock()), try context.number("document"))
        guard let step = try sent.choice("schritt", as: ChangeProjectDocument.Step.self) else {
            throw PageFault.unknownValue(name: "schritt")
        }
        let place = context.links.to(ProjectWorkPaths.documents(project.number))
        let key = try site.formKey("project-document", sentIn: sent, context)
        return try await site.once(key, in: context) { db in
            try ChangeProjectDocument(document, of: project.number, step, in: project.programme)
                .run(as: visitor, at: now, in: db)
            return place
        }
    }

    private func page(
        _ form: ProjectDocumentForm, _ description: String?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> ProjectDocumentsPage {
        let project = try await site.projectAtWork(.attach, context)
        let (documents, drafts) = try await site.read { db in
            (
                try Document.list(ofProject: project, db),
                try AttachmentDraft.list(on: form.shelf, in: project.programme, db)
            )
        }
        let fields = AttachmentFields(drafts, on: form.shelf, newDescription: description, faults, in: context)
        return ProjectDocumentsPage(
            documents, of: project, form, fields, faults,
            keys: ["project-documents", "project-document"].map { site.formKey($0, in: context) }, in: context)
    }
}
