// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A party keeps its draft, releases it inside, or hands it in, as often as it likes until its time is over.
public struct WriteStatement: Sendable {
    private let number: Int64
    private let programme: String
    private let form: StatementForm
    private let intent: StatementIntent

    /// What the receipt has to say.
    public struct Receipt: Sendable {
        public let rules: ConsultationRules
        public let party: StatementParty
        public let fileNumber: String
        public let submittedAt: Moment
        public let deadline: PartialDate?
    }

    public init(_ form: StatementForm, to number: Int64, in programme: String, _ intent: StatementIntent) {
        self.number = number
        self.programme = programme
        self.form = form
        self.intent = intent
    }

    /// - Parameter compose: writes the receipt
    /// - Throws: `Outdated` when somebody else saved first
    public func run(
        by writer: StatementWriter, at now: Moment, in db: Connection, compose: (Receipt) throws -> Letter
    ) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        try rules.mayAnswer(writer.party, at: now).check()
        let files = try AttachmentDraft.list(on: form.shelf, in: programme, db)
        let content = try form.validated(
            try StatementPlace.list(rules, db), files: files, isFinal: intent != .save)
        let known = try StatementDraft.find(of: writer.party, in: rules, db)
        if let known, known.form.revision != form.revision { throw Outdated() }
        let id = known?.id ?? Digest.random(bytes: 16)
        try StatementDraft.store(
            id, content, on: try keep(known?.form.shelf, at: now, in: db),
            state: intent == .release ? .releasedInternally : .draft,
            revision: (known?.form.revision ?? 0) + 1, by: writer, in: rules, at: now, db)
        guard intent == .submit else { return }
        let submission = SubmitStatement(content, rules: rules, party: writer.party, channel: .portal)
        let earlier = try known?.submitted?.id ?? StatementDraft.earlier(of: writer.party, in: rules, db)
        let statement = try submission.run(over: earlier, by: writer.actor, at: now, in: db)
        try StatementDraft.join(id, to: statement.id, in: db)
        try StatementFiles(of: statement.id, in: programme).replace(
            form.unwantedFiles, with: files, on: form.shelf, by: writer.actor, at: now, in: db)
        if let person = writer.person {
            try ContributionAuthor.record(
                matter: statement.id, person: person, organisation: writer.party.organisationID, at: now, in: db)
        }
        guard let recipient = writer.recipient else { return }
        let receipt = Receipt(
            rules: rules, party: writer.party, fileNumber: statement.fileNumber, submittedAt: now,
            deadline: rules.deadline(for: writer.party))
        try PostMail(
            to: recipient, try compose(receipt), cause: "statement_received", language: writer.language,
            person: writer.person, programme: programme
        ).run(at: now, in: db)
    }
}

extension WriteStatement {
    /// The files of a draft wait as long as it may be written on; those that somebody else of the same body has put
    /// aside come along.
    private func keep(_ known: AttachmentShelf?, at now: Moment, in db: Connection) throws -> AttachmentShelf? {
        guard let shelf = form.shelf else { return known }
        if let known, known != shelf { try AttachmentDraft.move(from: known, to: shelf, db) }
        try AttachmentDraft.keep(shelf, until: now.later(bySeconds: StatementFiles.secondsKept), db)
        return shelf
    }
}

/// A party takes back what it has handed in. Its place in the file stays, its words go from the synopsis.
public struct WithdrawStatement: Sendable {
    private let number: Int64
    private let programme: String

    public init(in consultation: Int64, of programme: String) {
        number = consultation
        self.programme = programme
    }

    public func run(by writer: StatementWriter, at now: Moment, in db: Connection) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        try rules.mayAnswer(writer.party, at: now).check()
        let draft = try StatementDraft.find(of: writer.party, in: rules, db)
        guard let submitted = draft?.submitted, submitted.state != .withdrawn else {
            throw Refusal("nothing-to-withdraw")
        }
        var writing = try MatterWriting(in: programme, by: writer.actor, at: now, db)
        try writing.change(StatementRecord.self, submitted.id) { $0.state = .withdrawn }
    }
}
