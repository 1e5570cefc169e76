// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A form with files has come in: what was chosen now lies on the form's shelf, what was written about the files is
/// noted, and what is not wanted any more is taken away. Nothing of it is public.
public struct KeepAttachments: Sendable {
    private let form: AttachmentForm
    private let chosen: [ChosenFile]
    private let programme: String

    /// A file that was chosen in this step, with what was written beside it.
    public struct ChosenFile: Sendable {
        public let file: IncomingFile
        public let description: String?

        public init(_ file: IncomingFile, description: String?) {
            self.file = file
            self.description = description
        }
    }

    public init(_ form: AttachmentForm, chosen: [ChosenFile], in programme: String) {
        self.form = form
        self.chosen = chosen
        self.programme = programme
    }

    /// A file that lies there already, as after a double click, is not kept twice.
    ///
    /// - Parameter person: whoever is signed in
    /// - Returns: the shelf, and what lies on it now
    /// - Throws: `InvalidForm` when more files were chosen than a form takes
    public func run(
        of person: String?, at now: Moment, in db: Connection
    ) throws -> (shelf: AttachmentShelf?, drafts: [AttachmentDraft]) {
        try AttachmentDraft.deleteExpired(at: now, db)
        for draft in try AttachmentDraft.list(on: form.shelf, in: programme, db) {
            if form.unwanted.contains(draft.id) {
                try draft.delete(db)
            } else if let description = form.descriptions[draft.id], description != draft.description {
                try draft.describe(as: description.isEmpty ? nil : description, db)
            }
        }
        guard !chosen.isEmpty else {
            return (form.shelf, try AttachmentDraft.list(on: form.shelf, in: programme, db))
        }
        let shelf = form.shelf ?? .make()
        let before = try AttachmentDraft.list(on: shelf, in: programme, db)
        let added = chosen.filter { new in !before.contains { $0.file.digest == new.file.digest } }
        guard before.count + added.count <= AttachmentShelf.mostFiles else {
            throw InvalidForm([.init(AttachmentForm.Field.file, "too-many-files", limit: AttachmentShelf.mostFiles)])
        }
        for new in added {
            let stored = try StoredFile.keep(new.file, at: now, in: db)
            try AttachmentDraft.insert(
                stored, name: new.file.name, description: new.description, on: shelf, of: person, in: programme,
                at: now, db)
        }
        return (shelf, try AttachmentDraft.list(on: shelf, in: programme, db))
    }
}
