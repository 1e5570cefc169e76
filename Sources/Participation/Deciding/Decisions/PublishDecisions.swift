// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What was decided and confirmed becomes public at once: a decision for each item, linked to its proposal; a project
/// for each proposal that was adopted; a duty for each condition. Everybody along the thread is told.
public struct PublishDecisions: Sendable {
    private let number: Int64
    private let programme: String

    public init(_ number: Int64, in programme: String) {
        self.number = number
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let person = try visitor.person(if: visitor.mayRunSittings(in: programme))
        try run(by: person.actor ?? JournalEntry.system, at: now, in: db)
    }

    /// The moment that was set has come.
    func runByClock(at now: Moment, in db: Connection) throws {
        try run(by: JournalEntry.system, at: now, in: db)
    }

    private func run(by actor: String, at now: Moment, in db: Connection) throws {
        guard let paper = try PaperAtWork.find(number: number, in: programme, db) else {
            throw MissingMatter(.paper, number)
        }
        guard paper.state != .published else { throw Refusal("paper-is-published") }
        guard paper.state == .decided, paper.confirmedBy != nil else { throw Refusal("confirmation-missing") }
        guard let sitting = paper.decidingStation?.sitting else { throw Refusal("paper-is-on-no-agenda") }
        var publication = try DecisionPublication(paper, in: sitting, by: actor, at: now, db)
        try publication.publish()
        for decision in publication.decisions {
            try TellFollowers(of: decision, .decided, by: actor, in: programme).run(at: now, in: db)
        }
    }
}

/// Writes everything that follows from the results of one paper.
struct DecisionPublication {
    private let paper: PaperAtWork
    private let sitting: SittingAtWork
    private let now: Moment
    private let db: Connection
    private var writing: MatterWriting
    /// The ids of the decisions that were made public.
    private(set) var decisions: [String] = []

    init(
        _ paper: PaperAtWork, in sitting: SittingAtWork, by actor: String, at now: Moment, _ db: Connection
    ) throws {
        self.paper = paper
        self.sitting = sitting
        self.now = now
        self.db = db
        writing = try MatterWriting(in: paper.programme, by: actor, at: now, db)
    }

    mutating func publish() throws {
        guard let record = try writing.find(PaperRecord.self, paper.id) else {
            throw MissingMatter(.paper, paper.number)
        }
        let label = paper.decidingStation?.label ?? ""
        try writing.change(SittingRecord.self, sitting.id, visibility: .published) { sitting in
            var entry = AgendaItemRecord()
            entry.label = label
            entry.title = record.title
            entry.paper = record.id
            sitting.agenda.append(entry)
        }
        try writing.change(PaperRecord.self, paper.id, visibility: .published) { $0.state = .published }
        for (entry, result) in zip(record.items, record.results) {
            guard entry.label == result.label else { throw ValueFault("the results of \(record.id) are out of order") }
            try publish(result, on: entry, of: record)
        }
    }

    private mutating func publish(
        _ result: PaperResultRecord, on entry: DecisionItemRecord, of record: PaperRecord
    ) throws {
        let decision = try decision(result, on: entry, of: record)
        let id = try writing.create(decision, isPublic: true)
        decisions.append(id)
        for condition in result.conditions { try owe(condition, because: decision) }
        if let corrected = entry.corrects {
            try link(MatterReference(.decision, corrected), .continuedBy, MatterReference(.decision, decision.id))
        }
        guard let key = entry.proposal else { return }
        try link(MatterReference(.proposal, key), .decidedBy, MatterReference(.decision, decision.id))
        guard let matter = try MatterRow.find(MatterReference(.proposal, key), of: paper.programme, in: db) else {
            throw ValueFault("there is no proposal \(key)")
        }
        try writing.change(ProposalRecord.self, matter.id) { proposal in
            proposal.close(result, submittedOn: record.submittedOn, decidedOn: sitting.heldOn)
        }
        guard result.outcome == .adopted || result.outcome == .conditional,
            let proposal = try writing.find(ProposalRecord.self, matter.id)
        else { return }
        try begin(proposal, id: matter.id, by: decision)
    }

    private func decision(
        _ result: PaperResultRecord, on entry: DecisionItemRecord, of record: PaperRecord
    ) throws -> DecisionRecord {
        let offices = try SynopsisChoices.load(in: paper.programme, db)
        var decision = DecisionRecord()
        decision.id = MatterWriting.newKey(.decision)
        decision.publicNumber = try writing.nextNumber(.decision)
        decision.sitting = sitting.key
        decision.paper = record.id
        decision.item = entry.label
        decision.title = entry.title
        decision.text = result.text
        decision.outcome = result.outcome
        decision.reason = result.reason
        decision.deferredUntil = result.deferredUntil
        decision.conditions = result.conditions.map { condition in
            var shown = DecisionConditionRecord()
            let office = offices.offices.first { $0.key == condition.office }
            shown.text = condition.text
            shown.ministry = offices.ministries.first { $0.id == office?.ministryID }?.key
            shown.dueOn = condition.dueOn
            return shown
        }
        decision.corrects = entry.corrects
        decision.exceptionBy = entry.exceptionBy
        decision.exceptionReason = entry.exceptionReason
        return decision
    }

    private mutating func owe(_ condition: PaperConditionRecord, because decision: DecisionRecord) throws {
        var duty = DutyRecord()
        duty.id = MatterWriting.newKey(.duty)
        duty.publicNumber = try writing.nextNumber(.duty)
        duty.dutyKind = .condition
        duty.matter = MatterReference(.decision, decision.id)
        duty.office = condition.office
        duty.dueOn = condition.dueOn
        duty.reason = condition.text
        _ = try writing.create(duty, isPublic: true)
    }

    private mutating func link(_ from: MatterReference, _ kind: LinkKind, _ to: MatterReference) throws {
        var link = LinkRecord()
        link.from = from
        link.to = to
        link.linkKind = kind
        link.effectiveOn = sitting.heldOn
        _ = try writing.create(link, isPublic: true)
    }

    /// A proposal becomes a project once, whatever is decided on it later.
    private mutating func begin(_ proposal: ProposalRecord, id: String, by decision: DecisionRecord) throws {
        if let project = try ProjectOrigin.project(of: id, db) {
            return try link(
                MatterReference(.decision, decision.id), .ledTo, MatterReference(.project, project))
        }
        let version = proposal.versions.last { $0.publishedOn != nil }?.number
        var project = try ProjectRecord(
            proposal, version: version, places: ProjectPlaces.load(in: paper.programme, db), on: sitting.heldOn)
        project.publicNumber = try writing.nextNumber(.project)
        project.slug = MatterWriting.newKey(.project)
        project.id = "P-\(project.publicNumber)"
        project.pillar = try ProjectOrigin.firstPillar(in: paper.programme, db)
        guard project.pillar != nil else { throw Refusal("programme-without-pillar") }
        _ = try writing.create(project, isPublic: true)
        try link(MatterReference(.decision, decision.id), .ledTo, MatterReference(.project, project.slug))
    }
}

extension ProposalRecord {
    /// A deferred proposal stays submitted; all others are decided.
    fileprivate mutating func close(
        _ result: PaperResultRecord, submittedOn: PartialDate?, decidedOn: PartialDate
    ) {
        if state != .submitted, state != .decided {
            add(.submitted, on: submittedOn ?? decidedOn, because: nil)
        }
        state = .submitted
        switch result.outcome {
        case .adopted: outcome = .adopted
        case .conditional: outcome = .conditional
        case .rejected: outcome = .rejected
        case .deferred:
            outcome = .deferred
            return
        }
        state = .decided
        add(.decided, on: decidedOn, because: result.reason)
    }

    private mutating func add(_ state: ProposalState, on day: PartialDate, because reason: String?) {
        var step = StateChangeRecord<ProposalState>()
        step.state = state
        step.effectiveOn = day
        step.reason = reason
        history.append(step)
    }
}
