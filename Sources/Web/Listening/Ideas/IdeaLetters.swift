// SPDX-License-Identifier: EUPL-1.2

import Participation

extension LetterPage {
    /// The receipt: number, link, and by when which office answers.
    static func received(_ idea: ReceivedIdea, _ site: Site, in context: SiteContext) -> LetterPage {
        let number = context.notation.number(idea.number)
        let link = context.links.reached(at: site.mailRoot).absolute(IdeaPaths.idea(idea.number))
        return LetterPage(
            subject: context.text("ideas.letters.received.subject", ["number": number, "title": idea.title]),
            paragraphs: [
                context.text("ideas.letters.received.text", ["number": number, "title": idea.title]),
                context.text(
                    "ideas.letters.received.promise",
                    ["office": idea.office, "date": context.notation.date(idea.replyDueOn)]),
            ],
            action: Action(label: context.text("ideas.letters.received.link"), link: link),
            closing: context.text("ideas.letters.received.closing"), in: context)
    }

    /// The mail by which a guest confirms an idea.
    static func confirmation(
        _ form: IdeaForm, _ token: Secret, _ site: Site, in context: SiteContext
    ) -> LetterPage {
        let path = IdeaPaths.confirmation + QueryText.joined([(IdeaPaths.token, token.text)])
        return LetterPage(
            subject: context.text("ideas.letters.confirmation.subject"),
            paragraphs: [
                context.text("ideas.letters.confirmation.text", ["title": form.title ?? ""]),
                context.text("ideas.letters.confirmation.limit", count: WaitingIdea.days),
            ],
            action: Action(
                label: context.text("ideas.letters.confirmation.link"),
                link: context.links.reached(at: site.mailRoot).absolute(path)),
            closing: context.text("ideas.letters.confirmation.closing"), in: context)
    }

    private init(
        subject: String, paragraphs: [String], action: Action, closing: String, in context: SiteContext
    ) {
        self.init(
            subject: subject, greeting: context.text("forms.letter.greeting"), paragraphs: paragraphs, action: action,
            code: nil, closing: [closing, context.text("forms.letter.automatic")],
            signature: context.currentProgramme?.name(in: context.language) ?? "Dreiklang")
    }
}
