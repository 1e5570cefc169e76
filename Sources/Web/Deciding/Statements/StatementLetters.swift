// SPDX-License-Identifier: EUPL-1.2

import Participation

extension LetterPage {
    /// The receipt: what came in, when, and under which number it is kept.
    static func received(
        _ receipt: WriteStatement.Receipt, _ site: Site, in context: SiteContext
    ) -> LetterPage {
        let links = context.links.reached(at: site.mailRoot)
        return LetterPage(
            subject: context.text("statements.letters.received.subject", ["number": receipt.fileNumber]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text(
                    "statements.letters.received.text",
                    [
                        "party": receipt.party.name, "title": receipt.rules.title, "number": receipt.fileNumber,
                        "moment": context.moment(receipt.submittedAt.text),
                    ])
            ]
                + [
                    receipt.deadline.map {
                        context.text("statements.letters.received.deadline", ["day": context.notation.date($0)])
                    }
                ].compactMap { $0 },
            action: Action(
                label: context.text("statements.letters.received.action"),
                link: links.absolute("/beteiligungen/\(receipt.rules.number)")),
            code: nil, closing: [context.text("forms.letter.automatic")], signature: Self.portal(context))
    }

    /// The invitation with the way in.
    static func invitation(
        to rules: ConsultationRules, name: String, _ secret: Secret, _ site: Site, in context: SiteContext
    ) -> LetterPage {
        let links = context.links.reached(at: site.mailRoot)
        let path = StatementPaths.entry(rules.number)
        return LetterPage(
            subject: context.text("statements.letters.invitation.subject", ["title": rules.title]),
            greeting: context.text("forms.letter.greeting"),
            paragraphs: [
                context.text("statements.letters.invitation.text", ["name": name, "title": rules.title]),
                rules.endsOn.map {
                    context.text("statements.letters.invitation.deadline", ["day": context.notation.date($0)])
                } ?? "",
                context.text("consultations.not-decided"),
            ].filter { !$0.isEmpty },
            action: Action(
                label: context.text("statements.letters.invitation.action"),
                link: links.absolute(path) + "?\(StatementPaths.key)=\(secret.text)"),
            code: nil,
            closing: [
                context.text("statements.letters.invitation.closing"), context.text("forms.letter.automatic"),
            ], signature: Self.portal(context))
    }

    private static func portal(_ context: SiteContext) -> String {
        context.currentProgramme?.name(in: context.language) ?? "Dreiklang"
    }
}
