// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The part of a form in which files are chosen, with those that lie on its shelf already. Template
/// `Documents/fields`; the form around it has `enctype="multipart/form-data"`.
struct AttachmentFields: Sendable {
    /// Stands in a hidden field; nil while there are no files.
    let shelf: String?
    let kept: Kept?
    /// Nil when no more fit.
    let choice: Choice?

    struct Kept: Sendable {
        let files: [File]
    }

    struct File: Sendable {
        let name: String
        /// Kind and size.
        let about: String
        let description: FormField
        let removal: TickField
    }

    struct Choice: Sendable {
        let name: String
        let hint: String
        let fault: String?
        let described: String
        let description: FormField
    }

    static let sample = AttachmentFields(
        shelf: "abc",
        kept: Kept(files: [File(name: "Plan.pdf", about: "PDF, 1,2 MB", description: .sample, removal: .sample)]),
        choice: Choice(
            name: "anhang", hint: "Bis zu fünf Dateien.", fault: "Diese Datei ist leer.",
            described: "anhang-hilfe anhang-fehler", description: .sample))
}

extension AttachmentFields {
    private typealias Field = AttachmentForm.Field

    init(
        _ drafts: [AttachmentDraft], on shelf: AttachmentShelf?, newDescription: String? = nil, _ faults: FormFaults,
        in context: SiteContext
    ) {
        self.shelf = drafts.isEmpty ? nil : shelf?.text
        kept = drafts.isEmpty ? nil : Kept(files: drafts.map { File($0, faults, in: context) })
        guard drafts.count < AttachmentShelf.mostFiles else {
            choice = nil
            return
        }
        let fault = faults[Field.file]
        choice = Choice(
            name: Field.file,
            hint: context.text(
                "documents.form.hint", count: AttachmentShelf.mostFiles - drafts.count,
                ["size": context.notation.size(Int64(StoredFile.largest))]),
            fault: fault,
            described: [Field.file + "-hilfe", fault.map { _ in Field.file + "-fehler" }].compactMap { $0 }
                .joined(separator: " "),
            description: FormField(
                name: Field.newDescription, label: context.text("documents.form.description"),
                hint: context.text("documents.form.description-hint"), value: newDescription ?? "",
                fault: faults[Field.newDescription]))
    }
}

extension AttachmentFields.File {
    fileprivate init(_ draft: AttachmentDraft, _ faults: FormFaults, in context: SiteContext) {
        let field = AttachmentForm.Field.description(draft.id)
        name = draft.name
        about = context.about(draft.file)
        description = FormField(
            name: field,
            label: context.text(
                draft.file.mediaType.isPicture ? "documents.form.alt" : "documents.form.about", ["name": draft.name]),
            value: draft.description ?? "", fault: faults[field], isRequired: draft.file.mediaType.isPicture)
        removal = TickField(
            name: AttachmentForm.Field.unwanted(draft.id),
            label: context.text("documents.form.remove", ["name": draft.name]), isTicked: false)
    }
}

extension SiteContext {
    /// What kind of file it is and how large: `JPEG, 1,2 MB`.
    func about(_ file: StoredFile) -> String {
        let kind = text("documents.kind.\(file.mediaType.ending)")
        return "\(kind), \(notation.size(file.size))"
    }
}
