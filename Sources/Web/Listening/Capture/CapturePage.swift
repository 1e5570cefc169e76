// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form for an idea that somebody else has handed in.
struct CapturePage: Page {
    static let template = "Capture/form"
    let heading: String
    let summary: ErrorSummary?
    let captured: Captured?
    let action: String
    let formKey: String
    let title: FormField
    let text: FormField
    let forum: ChoiceField
    let consent: ChoiceField
    let label: FormField
    let channel: ChoiceField
    let day: FormField
    let municipality: ChoiceField
    let crumbs: [Crumb]

    /// What has just been taken down, with the code for whoever said it.
    struct Captured: Sendable {
        let text: String
        let code: String
        let card: String
        let idea: String
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = CapturePage(
        heading: "Ideen erfassen", summary: .sample,
        captured: Captured(text: "Idee 57 ist da.", code: "K7QF-3MXR-9TBH", card: "/karte", idea: "/ideen/57"),
        action: "/arbeit/erfassen", formKey: "1", title: .sample, text: .sample, forum: .sample, consent: .sample,
        label: .sample, channel: .sample, day: .sample, municipality: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension CapturePage {
    init(
        _ form: CaptureForm, _ choices: IdeaChoices, _ card: IdeaCard?, _ faults: FormFaults, formKey: String,
        in context: SiteContext
    ) {
        typealias Field = CaptureForm.Field
        let fields = IdeaFields(form.idea, choices, [], faults, in: context)
        heading = context.text("capture.heading")
        summary = faults.summary
        captured = card.map { card in
            Captured(
                text: context.text(
                    "capture.done", ["number": context.notation.number(card.number), "title": card.title]),
                code: card.code.text, card: context.links.to(CapturePaths.card(card.number)),
                idea: context.links.to("/ideen/\(card.number)"))
        }
        action = context.links.to(CapturePaths.capture)
        self.formKey = formKey
        title = FormField(
            name: IdeaForm.Field.title, label: context.text("capture.import.parts.titel"),
            value: form.idea.title ?? "", fault: faults[IdeaForm.Field.title], isRequired: true)
        text = FormField(
            name: IdeaForm.Field.text, label: context.text("capture.import.parts.text"), value: form.idea.text ?? "",
            fault: faults[IdeaForm.Field.text], isRequired: true, rows: 7)
        forum = ChoiceField(
            name: IdeaForm.Field.forum, label: context.word(kind: .forum), chosen: form.idea.forum,
            empty: context.text("ideas.form.forum-unknown"),
            options: choices.forums.map {
                (String($0.number), [String($0.number), $0.topic].compactMap { $0 }.joined(separator: " · "))
            }, fault: faults[IdeaForm.Field.forum])
        municipality = fields.municipality
        label = FormField(
            name: IdeaForm.Field.authorLabel, label: context.text("capture.label"),
            hint: context.text("capture.label-hint"), value: form.idea.authorLabel ?? "",
            fault: faults[IdeaForm.Field.authorLabel])
        let choose = [(value: "", label: context.text("capture.choose"))]
        consent = ChoiceField(
            name: Field.consent, label: context.text("capture.consent"), chosen: form.consent ?? "",
            options: choose
                + CaptureForm.Consent.allCases.map { ($0.rawValue, context.text("capture.consents.\($0.rawValue)")) },
            fault: faults[Field.consent])
        channel = ChoiceField(
            name: Field.channel, label: context.text("capture.channel"), chosen: form.channel ?? "",
            options: choose
                + CaptureForm.channels.map { ($0.rawValue, context.word(.ideaChannel, $0.rawValue)) },
            fault: faults[Field.channel])
        day = FormField(
            name: Field.handedInOn, label: context.text("capture.day"), value: form.handedInOn ?? "",
            fault: faults[Field.handedInOn], isRequired: true, type: "date")
        crumbs = [context.workCrumb]
    }
}

/// What is handed to whoever said the idea: its number, the code, and where to claim it.
struct CardPage: Page {
    static let template = "Capture/card"
    let heading: String
    let title: ProgrammeText
    let code: String
    let address: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = CardPage(
        heading: "Idee 57", title: .sample, code: "K7QF-3MXR-9TBH", address: "https://example.org/ideen/uebernehmen",
        crumbs: [Crumb(label: "Ideen erfassen", link: "/arbeit/erfassen")])
}

extension CardPage {
    init(_ card: IdeaCard, root: String, in context: SiteContext) {
        heading = context.text("ideas.number", ["number": context.notation.number(card.number)])
        title = context.original(card.title)
        code = card.code.text
        address = context.links.reached(at: root).absolute(CapturePaths.claim)
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("capture.heading"), link: context.links.to(CapturePaths.capture)),
        ]
    }
}
