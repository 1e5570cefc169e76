// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A file becomes a document of a matter: with title, words for those who do not see it, rights, and a rule who may
/// read it. Who may attach something is a question of the matter and has been answered before.
public struct AttachDocument: Sendable {
    private let title: String
    private let alt: String?
    private let rights: String?
    private let rule: PublicationRule
    private let fileName: String
    private let original: String?

    /// - Parameters:
    ///   - description: what a picture shows, or what a paper is about; without one, the name of the file is the title
    ///   - rule: a document that is not for everyone is never public
    ///   - original: the key of the document of which this is the blackened copy
    public init(
        fileName: String, description: String?, rights: String?, rule: PublicationRule = .everyone,
        copyOf original: String? = nil
    ) {
        self.original = original
        self.fileName = fileName
        title = description ?? fileName
        alt = description
        self.rights = rights
        self.rule = rule
    }

    /// For a file that was chosen in the form of an office and not put on a shelf before.
    ///
    /// - Parameter matter: the id of what it belongs to
    /// - Returns: the id of the document
    public func run(
        _ file: IncomingFile, to matter: String, by actor: String?, in programme: String, at now: Moment,
        _ db: Connection
    ) throws -> String {
        let stored = try StoredFile.keep(file, at: now, in: db)
        var writing = try MatterWriting(in: programme, by: actor ?? JournalEntry.system, at: now, db)
        return try write(stored, to: matter, at: now, &writing, db)
    }

    /// The same within another use case.
    func write(
        _ file: StoredFile, to matter: String, at now: Moment, _ writing: inout MatterWriting, _ db: Connection
    ) throws -> String {
        if file.mediaType.isPicture, alt == nil {
            throw InvalidForm([.init(AttachmentForm.Field.newDescription, "alt-missing")])
        }
        guard let owner = try MatterRow.find(matter, of: writing.programme, in: db) else {
            throw ValueFault("there is no matter \(matter)")
        }
        var document = DocumentRecord()
        document.id = MatterWriting.newKey(.document)
        document.publicNumber = try writing.nextNumber(.document)
        document.matter = owner.reference
        document.title = title
        document.alt = file.mediaType.isPicture ? alt : nil
        document.rights = rights
        document.rule = rule
        document.copyOf = original
        document.datedOn = now.day
        document.fileDigest = file.digest
        document.fileName = fileName
        document.mediaType = file.mediaType
        document.size = file.size
        document.width = file.width
        document.height = file.height
        return try writing.create(document, isPublic: rule == .everyone && owner.visibleFrom != nil)
    }
}

extension AttachmentShelf {
    /// The files of a form go to the matter that the form has become; the shelf is empty then.
    ///
    /// - Parameters:
    ///   - rights: said of each document, such as for what it was handed in
    ///   - rule: a document that is not for everyone is never public
    func attach(
        _ drafts: [AttachmentDraft], to matter: String, rights: String?, rule: PublicationRule = .everyone,
        at now: Moment,
        _ writing: inout MatterWriting, _ db: Connection
    ) throws {
        for draft in drafts {
            _ = try AttachDocument(fileName: draft.name, description: draft.description, rights: rights, rule: rule)
                .write(draft.file, to: matter, at: now, &writing, db)
        }
        try AttachmentDraft.deleteAll(on: self, db)
    }
}

/// A document is taken away: its page says no more than that it was there, and its file goes unless another document
/// needs it.
public struct RemoveDocument: Sendable {
    private let id: String

    public init(_ id: String) {
        self.id = id
    }

    public func run(by actor: String?, in programme: String, at now: Moment, _ db: Connection) throws {
        var writing = try MatterWriting(in: programme, by: actor ?? JournalEntry.system, at: now, db)
        try writing.change(DocumentRecord.self, id, visibility: .concealed) { document in
            document.fileDigest = nil
            document.fileName = nil
        }
        try StoredFile.deleteUnused(in: db)
    }
}
