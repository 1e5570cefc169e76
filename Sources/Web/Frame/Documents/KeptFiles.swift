// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What became of the files of a form that has come in: the good ones lie on the form's shelf, whatever else is wrong.
struct KeptFiles: Sendable {
    /// Where the form's files lie; nil while there are none.
    let shelf: AttachmentShelf?
    let drafts: [AttachmentDraft]
    /// What is wrong with the others.
    let faults: [InvalidForm.Fault]
}

extension Site {
    /// Takes in the files of a form. Whether the visitor may send the form at all has been asked before.
    func keepFiles(of sent: UploadedForm, in context: SiteContext) async throws -> KeptFiles {
        let form = AttachmentForm(sent.fields)
        var (chosen, faults): ([KeepAttachments.ChosenFile], [InvalidForm.Fault]) = ([], [])
        let files = sent.files.filter { $0.field == AttachmentForm.Field.file }
        let description = sent.fields.text(AttachmentForm.Field.newDescription)
        for file in files {
            try countFile(context)
            do {
                let incoming = try await intake.take(file)
                // What was written beside the choice speaks of one file.
                chosen.append(.init(incoming, description: files.count == 1 ? description : nil))
            } catch let invalid as InvalidForm {
                faults += invalid.faults
            }
        }
        let (person, now, programme) = (context.visitor.person?.id, Moment(clock()), try context.programme.id)
        let keeping = KeepAttachments(form, chosen: chosen, in: programme)
        guard form.shelf != nil || !chosen.isEmpty else { return KeptFiles(shelf: nil, drafts: [], faults: faults) }
        do {
            let kept = try await write { db in try keeping.run(of: person, at: now, in: db) }
            return KeptFiles(shelf: kept.shelf, drafts: kept.drafts, faults: faults)
        } catch let invalid as InvalidForm {
            let drafts = try await read { db in try AttachmentDraft.list(on: form.shelf, in: programme, db) }
            return KeptFiles(shelf: form.shelf, drafts: drafts, faults: faults + invalid.faults)
        }
    }

    private func countFile(_ context: SiteContext) throws {
        let owner = context.visitor.person?.id ?? Network.name(of: context.remoteAddress)
        try entrance.limits.count(
            context.visitor.isSignedIn ? .file : .fileNetwork, for: [owner], at: clock())
    }
}

extension AttachmentForm {
    init(_ sent: Query) {
        self.init(shelf: AttachmentShelf(sent.text(AttachmentShelf.field)))
        let (about, unwanted) = (Field.description(""), Field.unwanted(""))
        for parameter in sent.all {
            if parameter.name.hasPrefix(about) {
                descriptions[String(parameter.name.dropFirst(about.count))] = parameter.value.trimmed
            } else if parameter.name.hasPrefix(unwanted) {
                self.unwanted.insert(String(parameter.name.dropFirst(unwanted.count)))
            }
        }
    }
}
