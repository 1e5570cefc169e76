// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The fields of an idea, with what was typed and what was wrong. Template `Ideas/fields`.
struct IdeaFields: Sendable {
    let title: FormField
    let text: FormField
    let preview: IdeaPreview
    let forum: ChoiceField
    let municipality: ChoiceField
    /// Leads to the map; nil while there is no municipality to choose.
    let map: String?
    /// Which of one's own drafts it goes on with.
    let begun: String?
    let authorLabel: FormField
    let attachments: AttachmentFields
    /// For those who represent one.
    let organisation: ChoiceField?
    /// For those without an account.
    let guest: Guest?

    struct Guest: Sendable {
        let email: FormField
        let name: FormField
        let signIn: String
    }

    static let sample = IdeaFields(
        title: .sample, text: .sample, preview: .sample, forum: .sample, municipality: .sample,
        map: "Auf der Karte wählen", begun: "1", authorLabel: .sample,
        attachments: .sample, organisation: .sample, guest: Guest(email: .sample, name: .sample, signIn: "/anmelden"))
}

extension IdeaFields {
    private typealias Field = IdeaForm.Field

    init(
        _ form: IdeaForm, _ choices: IdeaChoices, _ files: [AttachmentDraft], _ faults: FormFaults,
        preview: String? = nil, in context: SiteContext
    ) {
        title = Self.title(form, faults, in: context)
        text = Self.text(form, faults, in: context)
        self.preview = IdeaPreview(preview, in: context)
        map = choices.municipalities.isEmpty ? nil : context.text("ideas.place.open")
        begun = context.visitor.isSignedIn ? form.begun : nil
        forum = ChoiceField(
            name: Field.forum, label: context.text("ideas.form.forum"), hint: context.text("ideas.form.forum-hint"),
            chosen: form.forum, empty: context.text("ideas.form.forum-unknown"),
            options: choices.forums.map {
                (String($0.number), $0.topic ?? context.text("ideas.form.forum-number", count: $0.number))
            }, fault: faults[Field.forum])
        municipality = ChoiceField(
            name: Field.municipality, label: context.text("ideas.form.municipality"), chosen: form.municipality,
            empty: context.text("ideas.form.municipality-none"),
            options: choices.municipalities.map { ($0.ags, $0.name) }, fault: faults[Field.municipality])
        authorLabel = FormField(
            name: Field.authorLabel, label: context.text("ideas.form.label"),
            hint: context.text("ideas.form.label-hint"), value: form.authorLabel ?? "",
            fault: faults[Field.authorLabel])
        attachments = AttachmentFields(files, on: form.shelf, faults, in: context)
        organisation =
            choices.organisations.isEmpty
            ? nil
            : ChoiceField(
                name: Field.organisation, label: context.text("ideas.form.organisation"), chosen: form.organisation,
                empty: context.text("ideas.form.organisation-none"),
                options: choices.organisations.map { (String($0.number), $0.name) },
                fault: faults[Field.organisation])
        guest = context.visitor.isSignedIn ? nil : Guest(form, faults, in: context)
    }
}

extension IdeaFields {
    static func title(_ form: IdeaForm, _ faults: FormFaults, in context: SiteContext) -> FormField {
        FormField(
            name: Field.title, label: context.text("ideas.form.title"), hint: context.text("ideas.form.title-hint"),
            value: form.title ?? "", fault: faults[Field.title], isRequired: true)
    }

    static func text(_ form: IdeaForm, _ faults: FormFaults, in context: SiteContext) -> FormField {
        FormField(
            name: Field.text, label: context.text("ideas.form.text"), hint: context.text("ideas.form.text-hint"),
            value: form.text ?? "", fault: faults[Field.text], isRequired: true, rows: 9)
    }
}

extension IdeaFields.Guest {
    fileprivate init(_ form: IdeaForm, _ faults: FormFaults, in context: SiteContext) {
        let here = Onward(context.links.to(IdeaPaths.new))
        email = FormField(
            name: IdeaForm.Field.email, label: context.text("ideas.form.email"),
            hint: context.text("ideas.form.email-hint"), value: form.email ?? "",
            fault: faults[IdeaForm.Field.email], isRequired: true, type: "email", completion: "email")
        name = FormField(
            name: IdeaForm.Field.name, label: context.text("ideas.form.name"),
            hint: context.text("ideas.form.name-hint"), value: form.name ?? "", fault: faults[IdeaForm.Field.name],
            completion: "nickname")
        signIn = context.links.to(PeoplePaths.signIn, [Onward.field: here?.path])
    }
}
