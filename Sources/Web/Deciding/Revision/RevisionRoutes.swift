// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/fassungen`: new versions of proposals are written with the points beside them, and published.
struct RevisionRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(RevisionPaths.desk), use: list)
        table.get(RouterPath(RevisionPaths.revision), use: show)
        table.post(RouterPath(RevisionPaths.revision), use: save)
        table.post(RouterPath(RevisionPaths.completion), use: complete)
    }

    @Sendable
    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let programme = try context.programme.id
        try context.visitor.mayWorkOnPapers(in: programme).check()
        let found = try await site.read { db in
            (try RevisionFault.list(in: programme, db), try Gate.check(in: programme, db).map(\.proposal))
        }
        return try site.render(RevisionDeskPage(faults: found.0, proposals: found.1, in: context), in: context)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let file = try await file(context)
        return try site.render(
            page(file, RevisionForm(file.draft), CompletionForm(file.draft), .none(in: context), context), in: context)
    }

    /// Saving comes first, so that nothing is lost when publishing is refused.
    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let file = try await file(context)
        guard let intent = try sent.choice(RevisionForm.Field.intent, as: RevisionIntent.self) else {
            throw PageFault.unreadableForm
        }
        var form = RevisionForm(sent, file.draft)
        let (number, programme) = (file.draft.proposal.number, file.programme)
        let (visitor, now, links) = (context.visitor, Moment(site.clock()), context.links)
        do {
            let key = try site.formKey("revision", sentIn: sent, context)
            let save = SaveRevision(form, of: number, in: programme)
            let saved = try await site.once(key, in: context) { db in
                try save.run(as: visitor, at: now, in: db)
                return links.to(RevisionPaths.revision(number))
            }
            guard intent == .publish else { return saved }
            form.revision += 1
            return try await publish(number, in: programme, saving: form.revision, context)
        } catch let invalid as InvalidForm {
            let after = try await self.file(context)
            let isSaved = after.draft.revision != file.draft.revision
            let typed = isSaved ? RevisionForm(after.draft) : form
            let page = page(after, typed, CompletionForm(after.draft), FormFaults(invalid, in: context), context)
            return try site.render(page, in: context, status: .unprocessableContent)
        } catch is Outdated {
            let after = try await self.file(context)
            if intent == .publish, after.draft.revision == 0, let version = after.draft.base?.number, version > 1 {
                return .seeOther(links.to("/vorschlaege/\(number)/fassungen/\(version)"))
            }
            form.revision = after.draft.revision
            let page = page(
                after, form, CompletionForm(after.draft), .none(in: context), isConflict: true, context)
            return try site.render(page, in: context, status: .conflict)
        }
    }

    private func publish(
        _ number: Int64, in programme: String, saving: Int64, _ context: SiteContext
    ) async throws -> Response {
        let (visitor, now, links) = (context.visitor, Moment(site.clock()), context.links)
        let note = ChangeNote(in: context)
        let version = try await site.write { db in
            try PublishRevision(number, in: programme, revision: saving).run(
                as: visitor, at: now, in: db, note: note.text)
        }
        return .seeOther(links.to("/vorschlaege/\(number)/fassungen/\(version)"))
    }

    @Sendable
    private func complete(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let file = try await file(context)
        var form = CompletionForm()
        form.cost = sent.text(CompletionForm.Field.cost)
        form.goal = sent.text(CompletionForm.Field.goal)
        form.field = sent.text(CompletionForm.Field.field)
        form.indicators = sent.text(CompletionForm.Field.indicators)
        let complete = CompleteProposal(form, of: file.draft.proposal.number, in: file.programme)
        let (visitor, now) = (context.visitor, Moment(site.clock()))
        let place = context.links.to(RevisionPaths.revision(file.draft.proposal.number))
        return try await site.answer(in: context) {
            let key = try site.formKey("completion", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try complete.run(as: visitor, at: now, in: db)
                return place
            }
        } orShow: { faults in
            page(file, RevisionForm(file.draft), form, faults, context)
        }
    }

    private func page(
        _ file: RevisionFile, _ form: RevisionForm, _ completion: CompletionForm, _ faults: FormFaults,
        isConflict: Bool = false, _ context: SiteContext
    ) -> RevisionPage {
        RevisionPage(
            file, form, completion, faults, isConflict: isConflict,
            keys: (site.formKey("revision", in: context), site.formKey("completion", in: context)), in: context)
    }

    private func file(_ context: SiteContext) async throws -> RevisionFile {
        let (number, programme) = (try context.number(), try context.programme.id)
        let file = try await site.read { db -> RevisionFile? in
            guard let draft = try RevisionDraft.find(number: number, in: programme, db) else { return nil }
            return RevisionFile(
                programme: programme, draft: draft, goals: try MatterChoice.list(.goal, in: programme, db),
                fields: try MatterChoice.list(.field, in: programme, db))
        }
        guard let file else { throw PageFault.notFound }
        try context.visitor.mayRevise(file.draft.proposal, in: programme).check()
        return file
    }
}

/// What a new version is written with.
struct RevisionFile: Sendable {
    let programme: String
    let draft: RevisionDraft
    let goals: [MatterChoice]
    let fields: [MatterChoice]
}

/// Says in the language of the programme what a version has changed.
struct ChangeNote: Sendable {
    private let texts: LocalTexts

    init(in context: SiteContext) {
        texts = LocalTexts(texts: context.texts.texts, language: .german)
    }

    var text: @Sendable (RevisionSummary) -> String {
        { summary in
            let parts = [
                ("followed", summary.followed), ("editorial", summary.editorial), ("added", summary.added),
                ("removed", summary.removed),
            ].filter { !$0.1.isEmpty }
            return parts.map { key, labels in
                texts.text(
                    "revision.note.\(key)", count: labels.count, ["labels": labels.joined(separator: ", ")])
            }.joined(separator: " ")
        }
    }
}

extension RevisionForm {
    init(_ draft: RevisionDraft) {
        self.init()
        revision = draft.revision
        for paragraph in draft.paragraphs {
            var typed = Paragraph()
            typed.text = paragraph.text.isEmpty ? nil : paragraph.text
            typed.causes = paragraph.causes.map(\.text)
            typed.isEditorial = paragraph.isEditorial
            paragraphs[paragraph.lineage] = typed
        }
    }

    init(_ sent: Query, _ draft: RevisionDraft) {
        self.init()
        revision = sent.text(Field.revision).flatMap(Int64.init) ?? 0
        for paragraph in draft.paragraphs { paragraphs[paragraph.lineage] = Paragraph(sent, paragraph.lineage) }
        addition = Paragraph(sent, Field.addition)
    }
}

extension RevisionForm.Paragraph {
    fileprivate init(_ sent: Query, _ lineage: String) {
        self.init()
        text = sent.text(RevisionForm.Field.text(lineage))
        causes = sent.texts(RevisionForm.Field.causes(lineage))
        isEditorial = sent.text(RevisionForm.Field.editorial(lineage)) != nil
    }
}

extension CompletionForm {
    fileprivate init(_ draft: RevisionDraft) {
        self.init()
        cost = draft.proposal.costCents.map { String($0 / 100) }
        goal = draft.proposal.goal
        field = draft.proposal.field
        indicators = draft.proposal.indicators
    }
}
