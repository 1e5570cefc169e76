// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Participation
import Storage

/// `/arbeit/vorlagen/muster`: what the papers of a programme consist of.
struct PaperTemplateRoutes: FeatureRoutes {
    private static let intent = "tun"
    private static let restoring = "wiederherstellen"

    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(PaperPaths.pattern), use: show)
        table.post(RouterPath(PaperPaths.pattern), use: save)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = PaperTemplateForm(try await template(context), in: context)
        return try site.render(page(form, .none(in: context), context), in: context)
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, programme, place) = (context.visitor, try context.programme.id, context.links.to(PaperPaths.desk))
        try visitor.mayChangePaperTemplate(in: programme).check()
        if sent.text(Self.intent) == Self.restoring {
            let key = try site.formKey("paper-template-restore", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try RestorePaperTemplate(in: programme).run(as: visitor, in: db)
                return place
            }
        }
        let form = PaperTemplateForm(sent, of: try await template(context), in: context)
        return try await site.answer(in: context) {
            let key = try site.formKey("paper-template", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                try ChangePaperTemplate(form, in: programme).run(as: visitor, in: db)
                return place
            }
        } orShow: { faults in
            var form = form
            if faults.isOutdated { form.revision = try await template(context).revision }
            return page(form, faults, context)
        }
    }

    private func template(_ context: SiteContext) async throws -> PaperTemplate {
        let programme = try context.programme.id
        try context.visitor.mayChangePaperTemplate(in: programme).check()
        return try await site.read { db in try PaperTemplate.load(of: programme, db) }
    }

    private func page(_ form: PaperTemplateForm, _ faults: FormFaults, _ context: SiteContext) -> PaperTemplatePage {
        PaperTemplatePage(
            form, faults, formKey: site.formKey("paper-template", in: context),
            restoreKey: site.formKey("paper-template-restore", in: context), in: context)
    }
}

extension PaperTemplateForm {
    /// What holds now, and below it the parts that come with the software and are not used.
    init(_ template: PaperTemplate, in context: SiteContext) {
        self.init()
        revision = template.revision
        let unused = PaperPart.usual.filter { !template.contains($0) }.map { PaperTemplate.Part($0, isRequired: false) }
        rows = (template.parts + unused).enumerated().map { index, part in
            var row = Row(part.part)
            row.position = String(index + 1)
            row.heading = context.heading(of: part)
            row.hint = context.hint(of: part)
            row.isRequired = part.isRequired
            row.isUsed = template.contains(part.part)
            return row
        }
    }

    /// What was typed. Words that are those of the software stay the software's, in whatever language one reads it.
    init(_ sent: Query, of template: PaperTemplate, in context: SiteContext) {
        self.init(template, in: context)
        revision = sent.text(Field.revision)
        newHeading = sent.text(Field.newHeading)
        newHint = sent.text(Field.newHint)
        newIsRequired = sent.text(Field.newRequired) != nil
        for index in rows.indices {
            let part = rows[index].part
            let known = template.parts.first { $0.part == part }
            rows[index].position = sent.text(Field.position(part))
            rows[index].heading = sent.text(Field.heading(part))
            rows[index].hint = sent.text(Field.hint(part))
            rows[index].isRequired = sent.text(Field.required(part)) != nil
            rows[index].isUsed = sent.text(Field.used(part)) != nil || PaperPart.indispensable.contains(part)
            guard !part.isOwn else { continue }
            let usual = PaperTemplate.Part(part, isRequired: false)
            if known?.heading == nil, rows[index].heading == context.heading(of: usual) { rows[index].heading = nil }
            if known?.hint == nil, rows[index].hint == context.hint(of: usual) { rows[index].hint = nil }
        }
    }
}
