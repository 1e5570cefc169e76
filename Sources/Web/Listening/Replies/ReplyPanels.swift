// SPDX-License-Identifier: EUPL-1.2

import Participation

/// A form that is one button, with a sentence beside it.
struct ButtonPanel: Sendable {
    let action: String
    let formKey: String
    let version: String
    let text: String
    let button: String

    static let sample = ButtonPanel(
        action: "/arbeit/ideen/8/pruefung", formKey: "1", version: "12/13",
        text: "Dann sieht jeder, dass sich jemand damit befasst.", button: "In Prüfung nehmen")
}

/// An answer that is written and waits for a second person.
struct DraftPanel: Sendable {
    let about: String
    let outcome: Badge
    let paragraphs: [ProgrammeText]
    let release: ButtonPanel?
    /// Why one may not release it oneself.
    let refusal: String?

    static let sample = DraftPanel(
        about: "Geschrieben von Luca Leitung", outcome: .sample, paragraphs: [.sample], release: .sample,
        refusal: "Freigeben muss eine zweite Person.")
}

/// The form for an answer.
struct ReplyPanel: Sendable {
    let action: String
    let formKey: String
    let version: String
    let heading: String
    let lead: String
    let templates: ChoiceField?
    let insertion: String
    let insertionLabel: String
    let outcome: ChoiceField
    let text: FormField
    let office: ChoiceField
    let proposal: FormField
    let button: String

    static let sample = ReplyPanel(
        action: "/arbeit/ideen/8/antwort", formKey: "1", version: "12/13", heading: "Antworten", lead: "Öffentlich.",
        templates: .sample, insertion: "einsetzen", insertionLabel: "Einsetzen", outcome: .sample, text: .sample,
        office: .sample, proposal: .sample, button: "Antwort veröffentlichen")
}

/// A form that is folded away until it is needed.
struct FoldPanel: Sendable {
    let action: String
    let formKey: String
    let version: String
    let isOpen: Bool
    let heading: String
    let text: String
    let choice: ChoiceField?
    let line: FormField?
    let reason: FormField
    let button: String

    static let sample = FoldPanel(
        action: "/arbeit/ideen/8/frist", formKey: "1", version: "12/13", isOpen: true, heading: "Mehr Zeit nehmen",
        text: "Öffentlich.", choice: .sample, line: .sample, reason: .sample, button: "Frist verlängern")
}

/// Makes the forms of the page: those that the visitor may send.
struct PanelMaking {
    let view: IdeaWorkView
    let forms: IdeaWorkForms
    let keys: [IdeaWorkForm: String]
    let faults: FormFaults
    let context: SiteContext

    private var file: IdeaFile { view.file }

    func action(_ form: IdeaWorkForm) -> String { context.links.to(ReplyPaths.act(form, on: file.number)) }

    func permission(_ act: IdeaAct) throws -> Permission {
        context.visitor.may(act, file.standing, in: try context.programme.id)
    }

    func button(_ form: IdeaWorkForm) -> ButtonPanel {
        ButtonPanel(
            action: action(form), formKey: keys[form] ?? "", version: file.version,
            text: context.text("replies.\(form.rawValue).text"),
            button: context.text("replies.\(form.rawValue).button"))
    }

    func review() throws -> ButtonPanel? {
        try permission(.review).isAllowed ? button(.review) : nil
    }

    func draft() throws -> DraftPanel? {
        guard let draft = file.draft else { return nil }
        let permission = try permission(.release)
        let refusal: String? = if case .refused(let refusal) = permission { context.text(refusal) } else { nil }
        return DraftPanel(
            about: context.text(
                "replies.draft.about",
                [
                    "name": draft.writerName, "office": draft.officeName,
                    "date": context.moment(draft.writtenAt),
                ]),
            outcome: context.badge(state: draft.outcome),
            paragraphs: draft.text.split(separator: "\n\n").map { context.original(String($0)) },
            release: permission.isAllowed ? button(.release) : nil, refusal: refusal)
    }
}
