// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A partner project or a state programme begins. It is public from then on.
public struct BeginProject: Sendable {
    private let form: ProjectForm
    private let programme: String

    public init(_ form: ProjectForm, in programme: String) {
        self.form = form
        self.programme = programme
    }

    /// Tells the public number.
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        try visitor.mayBeginProject(in: programme).check()
        let choices = try ProjectFormChoices.load(in: programme, on: now.day, db)
        let facts = try form.validated(choices, pillars: choices.openPillars, earliestMilestone: nil)
        let ministry = try MatterRow.find(MatterReference(.ministry, facts.ministry), of: programme, in: db)
        let person = try visitor.person(if: visitor.mayBeginProject(ledBy: ministry?.id, in: programme))
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        var record = ProjectRecord()
        record.publicNumber = try writing.nextNumber(.project)
        record.slug = MatterWriting.newKey(.project)
        record.id = "P-\(record.publicNumber)"
        facts.fill(&record)
        record.add(.planned, on: now.day)
        _ = try writing.create(record, isPublic: true)
        return record.publicNumber
    }
}

/// What the public reads about a project is changed.
public struct ChangeProject: Sendable {
    private let number: Int64
    private let form: ProjectForm
    private let revision: Int64
    private let programme: String

    public static let revisionField = "stand"

    /// - Parameter revision: which state of the project the form was made of
    public init(_ number: Int64, _ form: ProjectForm, basedOn revision: Int64, in programme: String) {
        self.number = number
        self.form = form
        self.revision = revision
        self.programme = programme
    }

    /// The form of a project as it stands, with its revision.
    public static func form(
        of project: ProjectAtWork, _ db: Connection
    ) throws -> (form: ProjectForm, revision: Int64) {
        guard let found = try ProgrammeContents.find(ProjectRecord.self, project.id, of: project.programme, in: db)
        else { throw MissingMatter(.project, project.number) }
        return (ProjectForm(found.record), try ProjectRevision.current(of: project.id, db))
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let project = try ProjectAtWork.existing(number, in: programme, db)
        let person = try visitor.person(if: visitor.may(.change, project))
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let record = try writing.find(ProjectRecord.self, project.id) else {
            throw MissingMatter(.project, number)
        }
        let choices = try ProjectFormChoices.load(in: programme, keeping: record.ministry, on: now.day, db)
        let isStartKept = form.startsOn == record.period?.start?.text
        // A project stays in its pillar; the form does not ask for it again.
        var form = form
        form.pillar = record.pillar
        let facts = try form.validated(
            choices, pillars: choices.pillars.filter { $0.key == record.pillar },
            earliestMilestone: isStartKept
                ? nil : record.milestones.compactMap(\.datedOn).min { $0.lastDay < $1.lastDay },
            hasDistricts: !record.districts.isEmpty)
        try refuseOutdated(record, project, db)
        try writing.change(ProjectRecord.self, project.id) { facts.fill(&$0) }
        try ReportDuties(project.id, in: programme).settle(&writing, on: now.day, db)
    }

    /// Two officers at once: nothing is written, and both see what the other wrote.
    private func refuseOutdated(_ record: ProjectRecord, _ project: ProjectAtWork, _ db: Connection) throws {
        let current = try ProjectRevision.current(of: project.id, db)
        let theirs = form.differences(from: ProjectForm(record))
        guard current != revision, !theirs.isEmpty else { return }
        throw Outdated(theirs: theirs.map { .init(field: $0.field, text: $0.theirs) }, revision: current)
    }
}

extension ProjectRecord {
    /// From a day on the project stands so.
    mutating func add(_ state: ProjectState, on day: PartialDate, because reason: String? = nil) {
        self.state = state
        stateAsOf = day
        var step = StateChangeRecord<ProjectState>()
        step.state = state
        step.effectiveOn = day
        step.reason = reason
        history.append(step)
    }
}
