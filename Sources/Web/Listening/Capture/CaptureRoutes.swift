// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// `/arbeit/erfassen`: ideas from paper, a hall, a letter or the telephone, one after the other without a mouse.
struct CaptureRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(CapturePaths.capture), use: show)
        table.post(RouterPath(CapturePaths.capture), use: save)
        table.get(RouterPath(CapturePaths.card), use: card)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let captured = try context.query.number(CapturePaths.captured)
        var form = CaptureForm(context.query)
        form.handedInOn = form.handedInOn ?? Moment(site.clock()).day.text
        let page = try await page(form, captured: captured, .none(in: context), context)
        return try site.render(page, in: context).unkept
    }

    @Sendable
    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let (visitor, now, programme) = (context.visitor, Moment(site.clock()), try context.programme.id)
        try visitor.mayCaptureIdeas(in: programme).check()
        let (form, secret, links) = (CaptureForm(sent), site.settings.secret, context.links)
        return try await site.answer(in: context) {
            let key = try site.formKey("capture", sentIn: sent, context)
            return try await site.once(key, in: context) { db in
                let idea = try CaptureIdea(form, in: programme, secret: secret).run(as: visitor, at: now, in: db)
                // What the next card of the pile will have in common with this one is kept.
                return links.to(
                    CapturePaths.capture,
                    [
                        CapturePaths.captured: String(idea.number), CaptureForm.Field.channel: form.channel,
                        CaptureForm.Field.handedInOn: form.handedInOn,
                        IdeaForm.Field.municipality: form.idea.municipality,
                    ]) + "#" + IdeaForm.Field.title
            }
        } orShow: { faults in
            try await page(form, captured: nil, faults, context)
        }.unkept
    }

    @Sendable
    private func card(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (number, programme, secret) = (try context.number(), try context.programme.id, site.settings.secret)
        try context.visitor.mayCaptureIdeas(in: programme).check()
        let found = try await site.read { db in
            try IdeaCard.find(number: number, in: programme, secret: secret, db)
        }
        guard let found else { throw PageFault.notFound }
        return try site.render(CardPage(found, root: site.mailRoot, in: context), in: context).unkept
    }

    private func page(
        _ form: CaptureForm, captured: Int64?, _ faults: FormFaults, _ context: SiteContext
    ) async throws -> CapturePage {
        let (visitor, programme, secret) = (context.visitor, try context.programme.id, site.settings.secret)
        try visitor.mayCaptureIdeas(in: programme).check()
        let (choices, card) = try await site.read { db in
            (
                try IdeaChoices.load(for: visitor, in: programme, db),
                try captured.flatMap { try IdeaCard.find(number: $0, in: programme, secret: secret, db) }
            )
        }
        return CapturePage(
            form, choices, card, faults, formKey: site.formKey("capture", in: context),
            in: context)
    }
}

extension CaptureForm {
    init(_ sent: Query) {
        self.init(
            channel: sent.text(Field.channel), handedInOn: sent.text(Field.handedInOn),
            consent: sent.text(Field.consent),
            idea: IdeaForm(
                title: sent.text(IdeaForm.Field.title), text: sent.text(IdeaForm.Field.text),
                forum: sent.text(IdeaForm.Field.forum), municipality: sent.text(IdeaForm.Field.municipality),
                authorLabel: sent.text(IdeaForm.Field.authorLabel)))
    }
}
