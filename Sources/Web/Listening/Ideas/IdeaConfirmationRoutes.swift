// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Participation
import Storage

/// What the mail to a guest opens: one button, which makes an idea of what was typed. Programs that look at links in
/// advance confirm nothing.
struct IdeaConfirmationRoutes: FeatureRoutes {
    let site: Site

    init(site: Site) {
        self.site = site
    }

    func add(to table: RouteTable) {
        table.get(RouterPath(IdeaPaths.confirmation), use: show)
        table.post(RouterPath(IdeaPaths.confirmation), use: confirm)
    }

    @Sendable
    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await answer(context.query.text(IdeaPaths.token), .none(in: context), .ok, context)
    }

    @Sendable
    private func confirm(_ request: Request, _ context: SiteContext) async throws -> Response {
        let sent = try await context.form(in: request)
        let text = sent.text(IdeaPaths.token)
        do {
            _ = try site.formKey("idea-confirmation", sentIn: sent, context)
            guard let token = text.flatMap(Secret.init) else { throw PageFault.unreadableForm }
            let now = Moment(site.clock())
            let confirmation = ConfirmIdea(token, in: try context.programme.id)
            let site = site
            let outcome = try await site.write { db in
                try confirmation.run(at: now, in: db) {
                    try site.letter(.received($0, site, in: context), in: context)
                }
            }
            switch outcome {
            case .received(let idea): return .seeOther(context.links.toReceivedIdea(idea.number))
            case .confirmedEarlier(let number): return .seeOther(context.links.to(IdeaPaths.idea(number)))
            case .unusable:
                return try site.render(IdeaConfirmationPage.unusable(in: context), in: context, status: .gone).unkept
            }
        } catch let invalid as InvalidForm {
            return try await answer(text, FormFaults(invalid, in: context), .unprocessableContent, context)
        } catch let refusal as Refusal {
            let notice = Notice(context.text(refusal), tone: .warning)
            return try await answer(text, .none(in: context), .forbidden, context, obstacle: notice)
        }
    }

    private func answer(
        _ token: String?, _ faults: FormFaults, _ status: HTTPResponse.Status, _ context: SiteContext,
        obstacle: Notice? = nil
    ) async throws -> Response {
        let (programme, secret) = (try context.programme.id, token.flatMap(Secret.init))
        let waiting = try await site.read { db in try secret.flatMap { try WaitingIdea.find($0, in: programme, db) } }
        switch waiting?.standing(at: Moment(site.clock())) {
        case .confirmed:
            return .seeOther(context.links.to(IdeaPaths.idea(waiting?.ideaNumber ?? 0)))
        case .waiting:
            guard let waiting, let secret else { throw PageFault.notFound }
            let page = IdeaConfirmationPage(
                waiting, secret, faults, obstacle, formKey: site.formKey("idea-confirmation", in: context),
                in: context)
            return try site.render(page, in: context, status: status).unkept
        case .expired, nil:
            return try site.render(IdeaConfirmationPage.unusable(in: context), in: context, status: .gone).unkept
        }
    }
}

/// One step on the way of a guest's idea: look into the mailbox, confirm, or begin again.
struct IdeaConfirmationPage: Page {
    static let template = "Ideas/confirmation"
    let heading: String
    let lead: String
    let summary: ErrorSummary?
    let notice: Notice?
    let form: Form?
    let again: String

    struct Form: Sendable {
        let action: String
        let formKey: String
        let token: String
        /// What will be handed in, to be read once more.
        let title: String
        let text: String
    }

    var head: PageHead { PageHead(title: heading, isIndexed: false) }

    static let sample = IdeaConfirmationPage(
        heading: "Idee bestätigen", lead: "Ein Klick, und Ihre Idee ist da.", summary: .sample, notice: .sample,
        form: Form(
            action: "/ideen/neu/bestaetigung", formKey: "1.2.3", token: "abc", title: "Mehr Bänke", text: "Am Kanal."),
        again: "/ideen/neu")
}

extension IdeaConfirmationPage {
    init(
        _ waiting: WaitingIdea, _ token: Secret, _ faults: FormFaults, _ obstacle: Notice?, formKey: String,
        in context: SiteContext
    ) {
        self.init(
            heading: context.text("ideas.confirmation.heading"), lead: context.text("ideas.confirmation.lead"),
            summary: faults.summary, notice: obstacle,
            form: Form(
                action: context.links.to(IdeaPaths.confirmation), formKey: formKey, token: token.text,
                title: waiting.form.title ?? "", text: waiting.form.text ?? ""),
            again: context.links.to(IdeaPaths.new))
    }

    static func mailbox(in context: SiteContext) -> IdeaConfirmationPage {
        page("ideas.mailbox", in: context)
    }

    static func unusable(in context: SiteContext) -> IdeaConfirmationPage {
        page("ideas.unusable", in: context)
    }

    private static func page(_ words: String, in context: SiteContext) -> IdeaConfirmationPage {
        IdeaConfirmationPage(
            heading: context.text("\(words).heading"), lead: context.text("\(words).lead", count: WaitingIdea.days),
            summary: nil, notice: nil, form: nil, again: context.links.to(IdeaPaths.new))
    }
}
