// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was typed beside the files that a project is to have.
public struct ProjectDocumentForm: Equatable, Sendable {
    public var rights: String?
    public var rule: String?
    public var shelf: AttachmentShelf?

    public init() {}

    public enum Field {
        public static let rights = "rechte"
        public static let rule = "regel"
    }

    /// Who may read a document of a project. No decision of a board stands between it and the public.
    public static let rules: [PublicationRule] = [.everyone, .internal]

    public func validated(
        _ drafts: [AttachmentDraft]
    ) throws(InvalidForm) -> (rights: String?, rule: PublicationRule) {
        var check = FormCheck()
        if drafts.isEmpty { check.add(AttachmentForm.Field.file, "file-missing") }
        check.attachments(drafts)
        let needsRights = drafts.contains { $0.file.mediaType.isPicture }
        let rights =
            needsRights
            ? check.line(rights, field: Field.rights, missing: "rights-missing", limit: 200)
            : check.optionalLine(rights, field: Field.rights, limit: 200)
        let rule = rule.flatMap(PublicationRule.init).flatMap { Self.rules.contains($0) ? $0 : nil }
        if rule == nil { check.add(Field.rule, "unknown-choice") }
        try check.finish()
        guard let rule else { throw InvalidForm([]) }
        return (rights, rule)
    }
}

/// Files that lie on the shelf of a form become documents and photos of a project.
public struct AttachToProject: Sendable {
    private let number: Int64
    private let form: ProjectDocumentForm
    private let programme: String

    public init(_ form: ProjectDocumentForm, to number: Int64, in programme: String) {
        self.number = number
        self.form = form
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.attach, project))
        let drafts = try AttachmentDraft.list(on: form.shelf, in: programme, db)
        let wanted = try form.validated(drafts)
        guard let shelf = form.shelf else { return }
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try shelf.attach(
            drafts, to: project.id, rights: wanted.rights, rule: wanted.rule, at: now, &writing, db)
    }
}

/// Somebody says who may read a document of a project, or takes it away.
public struct ChangeProjectDocument: Sendable {
    public enum Step: String, CaseIterable, Sendable {
        case publish = "veroeffentlichen"
        case conceal = "nur-intern"
        case remove = "entfernen"
    }

    private let number: Int64
    private let document: Int64
    private let step: Step
    private let programme: String

    /// - Parameter document: the number of the document
    public init(_ document: Int64, of number: Int64, _ step: Step, in programme: String) {
        self.number = number
        self.document = document
        self.step = step
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.attach, project))
        guard let found = try Document.ofProject(project, number: document, db) else {
            throw MissingMatter(.document, document)
        }
        let actor = person.actor ?? JournalEntry.system
        guard step != .remove else {
            return try RemoveDocument(found.id).run(by: actor, in: programme, at: now, db)
        }
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        try writing.change(
            DocumentRecord.self, found.id, visibility: step == .publish ? .published : .concealed
        ) { $0.rule = step == .publish ? .everyone : .internal }
    }
}

extension Document {
    /// What a project has, for those who run it; what was taken away is not among it.
    public static func list(ofProject project: ProjectAtWork, _ db: Connection) throws -> [Document] {
        try listForOffice(of: project.id, in: project.programme, db).filter { !$0.isTakenAway }
    }

    public static func ofProject(
        _ project: ProjectAtWork, number: Int64, _ db: Connection
    ) throws -> Document? {
        try list(ofProject: project, db).first { $0.number == number }
    }
}
