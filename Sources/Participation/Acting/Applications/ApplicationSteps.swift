// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What each step of an application writes: the public record, and the duty that comes next with its day.
struct ApplicationSteps {
    private let application: ApplicationCase
    private let programme: String
    private let now: Moment
    private let db: Connection
    private var writing: MatterWriting

    /// Days for each step.
    enum Owed {
        case check, reviews, proposal, decision

        var kind: DutyKind {
            switch self {
            case .check, .reviews: .review
            case .proposal: .assessment
            case .decision: .reply
            }
        }

        var days: Int {
            switch self {
            case .check, .proposal, .decision: 14
            case .reviews: 28
            }
        }
    }

    init(
        _ application: ApplicationCase, by person: Person, in programme: String, at now: Moment, _ db: Connection
    ) throws {
        self.application = application
        self.programme = programme
        self.now = now
        self.db = db
        writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
    }

    /// The public record comes about when the application is handed in first; later it follows what was changed.
    ///
    /// - Returns: its id
    mutating func publish() throws -> String {
        let content = application.content
        if let matter = application.application {
            try writing.change(
                ApplicationRecord.self, matter, visibility: content.isPublic ? .published : .concealed
            ) { record in
                record.title = content.title
                record.summary = content.summary
                record.field = content.field
            }
            try owe(.check, at: matter)
            return matter
        }
        var record = ApplicationRecord()
        record.id = MatterWriting.newKey(.application)
        record.publicNumber = try writing.nextNumber(.application)
        record.call = application.call.key
        record.organisation = application.organisationKey
        record.field = content.field
        record.title = content.title
        record.summary = content.summary
        record.submittedOn = now.day
        record.state = .submitted
        let matter = try writing.create(record, isPublic: content.isPublic)
        try owe(.check, at: matter)
        return matter
    }

    /// Files of an application are read by those who work on it, never by the public.
    mutating func attach(_ files: [AttachmentDraft], from shelf: AttachmentShelf, to matter: String) throws {
        try shelf.attach(files, to: matter, rights: nil, rule: .internal, at: now, &writing, db)
    }

    /// The state goes on; whoever is next owes something by a day.
    mutating func move(
        to state: ApplicationState, owing next: Owed?, outcome: ApplicationOutcome? = nil, reason: String? = nil
    ) throws {
        guard let matter = application.application else { return }
        try writing.change(
            ApplicationRecord.self, matter, visibility: outcome == .accepted ? .published : .asBefore
        ) { record in
            record.state = state
            record.outcome = outcome
            record.reason = reason
        }
        try owe(next, at: matter)
    }

    /// What was owed is done; what is owed next begins.
    mutating func owe(_ next: Owed?, at matter: String) throws {
        for duty in try application.openDuties(db) {
            try writing.change(DutyRecord.self, duty) { record in
                record.state = .met
                record.metOn = now.day
            }
        }
        guard let next else { return }
        guard let office = try DutyOffice.key(forCall: application.call.id, in: programme, on: now.day, db),
            let record = try writing.find(ApplicationRecord.self, matter)
        else { throw Refusal("call-without-office") }
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.nextNumber(.duty)
        duty.dutyKind = next.kind
        duty.matter = MatterReference(.application, record.key)
        duty.office = office
        duty.isOwedToPublic = application.content.isPublic
        duty.dueOn = DueDate.after(days: next.days, from: now.day)
        _ = try writing.create(duty, isPublic: application.content.isPublic)
    }

    /// An accepted application becomes a partner project.
    mutating func makeProject() throws {
        guard let matter = application.application, let record = try writing.find(ApplicationRecord.self, matter),
            try ProgrammePillar.find("partner", in: programme, db) != nil
        else { throw Refusal("no-partner-pillar") }
        var planned = StateChangeRecord<ProjectState>()
        planned.state = .planned
        planned.effectiveOn = now.day
        var project = ProjectRecord()
        project.slug = MatterWriting.newKey(.project)
        project.id = project.slug
        project.publicNumber = try writing.nextNumber(.project)
        project.title = application.content.title
        project.description = application.content.summary
        project.field = application.content.field
        project.pillar = "partner"
        project.partners = [application.organisationName]
        project.state = .planned
        project.stateAsOf = now.day
        project.history = [planned]
        _ = try writing.create(project, isPublic: true)
        var link = LinkRecord()
        link.from = MatterReference(.application, record.key)
        link.to = MatterReference(.project, project.key)
        link.linkKind = .acceptedAs
        link.effectiveOn = now.day
        _ = try writing.create(link, isPublic: true)
    }
}
