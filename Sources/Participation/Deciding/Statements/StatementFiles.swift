// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The files that came with a statement. Each stays inside until an office has looked at it, and becomes public only
/// with the statement: as it came in, or as a blackened copy beside which the original stays where it is.
public struct StatementFiles: Sendable {
    private let statement: String
    private let programme: String

    /// How long the files of a draft wait: longer than any consultation.
    static let secondsKept: Int64 = 180 * 24 * 60 * 60

    /// - Parameter statement: its id
    public init(of statement: String, in programme: String) {
        self.statement = statement
        self.programme = programme
    }

    /// What came in, without the copies made of it, and without what its sender has taken back.
    public func originals(_ db: Connection) throws -> [Document] {
        try Document.listForOffice(of: statement, in: programme, db).filter { $0.copyOf == nil && $0.file != nil }
    }

    /// What can be opened: originals and copies.
    public func find(_ number: Int64, _ db: Connection) throws -> Document? {
        try Document.listForOffice(of: statement, in: programme, db).first { $0.number == number && $0.file != nil }
    }

    /// The blackened copy of an original.
    public func copy(of original: Document, _ db: Connection) throws -> Document? {
        try Document.listForOffice(of: statement, in: programme, db).last {
            $0.copyOf == original.id && $0.file != nil
        }
    }

    /// The sender hands in again: some files go, others come.
    func replace(
        _ unwanted: Set<Int64>, with drafts: [AttachmentDraft], on shelf: AttachmentShelf?, by actor: String,
        at now: Moment, in db: Connection
    ) throws {
        for file in try originals(db) where file.number.map(unwanted.contains) ?? false {
            try removeCopies(of: file, by: actor, at: now, in: db)
            try RemoveDocument(file.id).run(by: actor, in: programme, at: now, db)
        }
        guard let shelf, !drafts.isEmpty else { return }
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        try shelf.attach(drafts, to: statement, rights: nil, rule: .internal, at: now, &writing, db)
    }

    /// What an office has let through becomes public with the statement.
    func publish(_ writing: inout MatterWriting, _ db: Connection) throws {
        for id in try Document.meantForEveryone(of: statement, db) {
            try writing.change(DocumentRecord.self, id, visibility: .published) { _ in }
        }
    }

    func removeCopies(of original: Document, by actor: String, at now: Moment, in db: Connection) throws {
        for copy in try Document.listForOffice(of: statement, in: programme, db)
        where copy.copyOf == original.id && copy.file != nil {
            try RemoveDocument(copy.id).run(by: actor, in: programme, at: now, db)
        }
    }
}

/// What the public gets of a file.
public enum StatementFileChoice: String, CaseIterable, Sendable {
    case inside = "intern"
    case asItIs = "wie-eingegangen"
    case blackened = "geschwaerzt"
}

extension StatementFiles {
    /// What has been decided on an original.
    public func choice(on original: Document, _ db: Connection) throws -> StatementFileChoice {
        if original.rule == .everyone { return .asItIs }
        return try copy(of: original, db) == nil ? .inside : .blackened
    }
}

/// Whoever runs a consultation says what the public gets of a file.
public struct DecideStatementFile: Sendable {
    private let place: StatementOnFile.Place
    private let document: Int64
    private let choice: StatementFileChoice?
    private let copy: IncomingFile?

    public enum Field {
        public static let document = "datei"

        /// Each file has a form of its own on the same page, and each field a name of its own.
        public static func choice(_ document: Int64) -> String { "oeffentlich-\(document)" }
        public static func copy(_ document: Int64) -> String { "geschwaerzt-\(document)" }
    }

    /// - Parameters:
    ///   - document: its number
    ///   - copy: the blackened file; nil where one is there already
    public init(_ place: StatementOnFile.Place, document: Int64, _ choice: StatementFileChoice?, copy: IncomingFile?) {
        self.place = place
        self.document = document
        self.choice = choice
        self.copy = copy
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let (statement, person) = try StatementOnFile.forWriting(place, as: visitor, in: db)
        let files = StatementFiles(of: statement.id, in: place.programme)
        guard let original = try files.originals(db).first(where: { $0.number == document }) else {
            throw MissingMatter(.document, document)
        }
        guard let choice else { throw InvalidForm([.init(Field.choice(document), "unknown-choice")]) }
        let actor = person.actor ?? JournalEntry.system
        let hasCopy = try files.copy(of: original, db) != nil
        if choice == .blackened, copy == nil, !hasCopy {
            throw InvalidForm([.init(Field.copy(document), "blackened-file-missing")])
        }
        if choice != .blackened || copy != nil { try files.removeCopies(of: original, by: actor, at: now, in: db) }
        var writing = try MatterWriting(in: place.programme, by: actor, at: now, db)
        let visibility: MatterVisibility =
            choice == .asItIs && statement.isPublic ? .published : .concealed
        try writing.change(DocumentRecord.self, original.id, visibility: visibility) { record in
            record.rule = choice == .asItIs ? .everyone : .internal
        }
        guard choice == .blackened, let copy,
            let key = try writing.find(DocumentRecord.self, original.id)?.key
        else { return }
        // Neither the name of the file nor its title may tell what is blackened in it.
        let name = "anlage-\(document)-geschwaerzt.\(copy.mediaType.ending)"
        _ = try AttachDocument(
            fileName: name, description: "Anlage \(document), geschwärzte Fassung", rights: nil, copyOf: key
        ).run(copy, to: statement.id, by: actor, in: place.programme, at: now, db)
    }
}

/// Whoever runs a consultation adds a file to a statement, such as the scan of a letter.
public struct AddStatementFile: Sendable {
    private let place: StatementOnFile.Place
    private let file: IncomingFile?
    private let description: String?

    public init(_ place: StatementOnFile.Place, file: IncomingFile?, description: String?) {
        self.place = place
        self.file = file
        self.description = description
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let (statement, person) = try StatementOnFile.forWriting(place, as: visitor, in: db)
        guard let file else { throw InvalidForm([.init(AttachmentForm.Field.file, "file-missing")]) }
        var check = FormCheck()
        let description = check.optionalLine(
            description, field: AttachmentForm.Field.newDescription, limit: AttachmentDraft.longestDescription)
        try check.finish()
        _ = try AttachDocument(fileName: file.name, description: description, rights: nil, rule: .internal)
            .run(file, to: statement.id, by: person.actor, in: place.programme, at: now, db)
    }
}
