// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An organisation begins an application to a call.
public struct BeginApplication: Sendable {
    private let call: Int64
    private let organisation: String
    private let title: String?
    private let programme: String

    /// - Parameters:
    ///   - call: its number
    ///   - organisation: its id
    public init(to call: Int64, for organisation: String, title: String?, in programme: String) {
        self.call = call
        self.organisation = organisation
        self.title = title
        self.programme = programme
    }

    /// - Returns: the id of the application
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> String {
        let person = try visitor.person(if: visitor.mayApply(for: organisation, in: programme))
        guard let call = try PartnerCallRules.find(call, in: programme, db) else { throw Refusal("call-unknown") }
        guard call.isOpen(on: now.day) else { throw Refusal("call-is-not-open") }
        var check = FormCheck()
        let title = check.line(title, field: ApplicationForm.Field.title, missing: "title-missing", limit: 120)
        try check.finish()
        let id = Digest.random(bytes: 16)
        try ApplicationCase.insert(
            id, call: call.id, organisation: organisation, title: title ?? "", in: programme, by: person.id, at: now,
            db)
        return id
    }
}

/// Somebody of the organisation saves what was written so far.
public struct SaveApplication: Sendable {
    private let id: String
    private let form: ApplicationForm
    private let shelf: AttachmentShelf?
    private let revision: Int64
    private let programme: String

    /// - Parameters:
    ///   - shelf: where the files lie that were chosen so far
    ///   - revision: the one that was seen
    public init(
        _ id: String, _ form: ApplicationForm, filesOn shelf: AttachmentShelf? = nil, seen revision: Int64,
        in programme: String
    ) {
        self.id = id
        self.shelf = shelf
        self.form = form
        self.revision = revision
        self.programme = programme
    }

    /// - Throws: `Outdated` when somebody else has saved meanwhile
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let application = try ApplicationCase.find(id, in: programme, db) else {
            throw Refusal("application-unknown")
        }
        let person = try visitor.person(if: visitor.mayApply(for: application.organisation, in: programme))
        guard application.isEditable else { throw Refusal("application-is-handed-in") }
        guard application.revision == revision else { throw Outdated() }
        let fields = try FieldChoice.list(in: programme, db).map(\.key)
        try application.save(
            try form.draft(fields: fields, questions: application.call.questions.count), by: person.id, at: now, db)
        guard let shelf else { return }
        try application.put(on: shelf, db)
        try AttachmentDraft.keep(shelf, until: now.later(bySeconds: Self.secondsOfFiles), db)
    }

    /// Files wait for so long after the last saving: as long as somebody may take to write an application.
    static let secondsOfFiles: Int64 = 365 * 24 * 60 * 60
}

/// The organisation hands its application in, or hands in what more was asked for. One second after the last day is too
/// late.
public struct SubmitApplication: Sendable {
    private let id: String
    private let revision: Int64
    private let programme: String

    public init(_ id: String, seen revision: Int64, in programme: String) {
        self.id = id
        self.revision = revision
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let application = try ApplicationCase.find(id, in: programme, db) else {
            throw Refusal("application-unknown")
        }
        let person = try visitor.person(if: visitor.mayApply(for: application.organisation, in: programme))
        guard application.isEditable else { throw Refusal("application-is-handed-in") }
        guard application.revision == revision else { throw Outdated() }
        if let due = application.requestDueOn {
            guard now.day <= due else { throw Refusal("request-is-over") }
        } else if !application.call.isOpen(on: now.day) {
            throw Refusal("call-is-over")
        }
        try application.content.checkWhole()
        let files = try AttachmentDraft.list(on: application.shelf, in: programme, db)
        var check = FormCheck()
        check.attachments(files)
        try check.finish()
        var steps = try ApplicationSteps(application, by: person, in: programme, at: now, db)
        let matter = try steps.publish()
        if let shelf = application.shelf, !files.isEmpty { try steps.attach(files, from: shelf, to: matter) }
        try application.submit(as: matter, at: now, db)
        try ContributionAuthor.record(
            matter: matter, person: person.id, organisation: application.organisation, at: now, in: db)
    }
}

/// The organisation takes its application back, as long as nothing is decided.
public struct WithdrawApplication: Sendable {
    private let id: String
    private let programme: String

    public init(_ id: String, in programme: String) {
        self.id = id
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let application = try ApplicationCase.find(id, in: programme, db) else {
            throw Refusal("application-unknown")
        }
        let person = try visitor.person(if: visitor.mayApply(for: application.organisation, in: programme))
        guard application.state != .decided, application.state != .withdrawn else {
            throw Refusal("application-is-decided")
        }
        var steps = try ApplicationSteps(application, by: person, in: programme, at: now, db)
        try steps.move(to: .withdrawn, owing: nil)
        try application.set(.withdrawn, db)
    }
}
