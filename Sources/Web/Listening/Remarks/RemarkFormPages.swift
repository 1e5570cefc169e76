// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The form in which a comment is written.
struct RemarkFormPage: Page {
    static let template = "Remarks/form"
    let heading: String
    let subject: Subject
    /// The remark that is answered.
    let answered: RemarkLine?
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let hidden: [Hidden]
    let text: FormField
    let guest: Guest?
    let office: ChoiceField?
    let crumbs: [Crumb]

    /// What the comment is about.
    struct Subject: Sendable {
        let title: ProgrammeText
        let link: String
    }

    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    /// What a guest is asked for in addition.
    struct Guest: Sendable {
        let signIn: String
        let name: FormField
        let email: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RemarkFormPage(
        heading: "Kommentar schreiben", subject: Subject(title: .sample, link: "/ideen/1"), answered: .sample,
        summary: .sample, action: "/kommentare/neu", formKey: "1.2.3", hidden: [Hidden(name: "zu", value: "/ideen/1")],
        text: .sample, guest: Guest(signIn: "/anmelden", name: .sample, email: .sample), office: .sample,
        crumbs: [Crumb(label: "Idee 1", link: "/ideen/1")])
}

extension RemarkFormPage {
    init(
        _ form: RemarkForm, _ place: RemarkPlace, _ offices: [OwnOffice], _ texts: ProgrammeTexts,
        _ faults: FormFaults, formKey: String, in context: SiteContext
    ) {
        let path = MatterPaths.show(place.matter) ?? "/"
        let title = texts.title(of: place.matter.id, or: place.matter.title ?? context.word(kind: place.matter.kind))
        let parameter =
            place.parent.map { (RemarkPaths.answerField, String($0.number)) } ?? (RemarkPaths.aboutField, path)
        self.init(
            heading: context.text(place.parent == nil ? "remarks.form.heading" : "remarks.form.heading-answer"),
            subject: Subject(title: title, link: context.links.to(path)),
            answered: place.parent.map { RemarkLine($0, canBeAnswered: false, texts, in: context) },
            summary: faults.summary, action: context.links.to(RemarkPaths.new), formKey: formKey,
            hidden: [Hidden(name: parameter.0, value: parameter.1)],
            text: Self.text(form, faults, in: context),
            guest: context.visitor.isSignedIn ? nil : Guest(form, faults, parameter, in: context),
            office: offices.isEmpty
                ? nil
                : ChoiceField(
                    name: RemarkForm.Field.office, label: context.text("remarks.form.office"),
                    hint: context.text("remarks.form.office-hint"), chosen: form.office,
                    empty: context.text("remarks.form.office-none"), options: offices.map { ($0.key, $0.name) },
                    fault: faults[RemarkForm.Field.office]),
            crumbs: [Crumb(label: title.text, link: context.links.to(path), language: title.language)])
    }

    static func text(_ form: RemarkForm, _ faults: FormFaults, in context: SiteContext) -> FormField {
        FormField(
            name: RemarkForm.Field.text, label: context.text("remarks.form.text"),
            hint: context.text("remarks.form.text-hint", count: Remark.longestText), value: form.text ?? "",
            fault: faults[RemarkForm.Field.text], isRequired: true, rows: 8)
    }
}

extension RemarkFormPage.Guest {
    fileprivate init(
        _ form: RemarkForm, _ faults: FormFaults, _ parameter: (String, String), in context: SiteContext
    ) {
        let here = context.links.to(RemarkPaths.new) + QueryText.joined([parameter])
        signIn = context.links.to(PeoplePaths.signIn, [Onward.field: here])
        name = FormField(
            name: RemarkForm.Field.name, label: context.text("remarks.form.name"),
            hint: context.text("remarks.form.name-hint"), value: form.name ?? "",
            fault: faults[RemarkForm.Field.name], completion: "nickname")
        email = FormField(
            name: RemarkForm.Field.email, label: context.text("remarks.form.email"),
            hint: context.text("remarks.form.email-hint"), value: form.email ?? "",
            fault: faults[RemarkForm.Field.email], isRequired: true, type: "email", completion: "email")
    }
}

/// The form in which an author mends a remark.
struct RemarkEditPage: Page {
    static let template = "Remarks/edit"
    let heading: String
    let summary: ErrorSummary?
    let action: String
    let formKey: String
    let text: FormField
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = RemarkEditPage(
        heading: "Kommentar ändern", summary: .sample, action: "/kommentare/1/bearbeiten", formKey: "1.2.3",
        text: .sample, crumbs: [Crumb(label: "Kommentar 1", link: "/kommentare/1")])
}

extension RemarkEditPage {
    init(_ form: RemarkForm, _ number: Int64, _ faults: FormFaults, formKey: String, in context: SiteContext) {
        self.init(
            heading: context.text("remarks.edit.heading"), summary: faults.summary,
            action: context.links.to(RemarkPaths.edit(number)), formKey: formKey,
            text: RemarkFormPage.text(form, faults, in: context),
            crumbs: [
                Crumb(
                    label: context.text("remarks.name", ["number": context.notation.number(number)]),
                    link: context.links.to(RemarkPaths.show(number)))
            ])
    }
}
