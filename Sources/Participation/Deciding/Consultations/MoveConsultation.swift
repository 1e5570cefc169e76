// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What those who run a consultation can do with it by hand.
public enum ConsultationStep: String, CaseIterable, Sendable {
    case open = "oeffnen"
    case close = "schliessen"
    case evaluate = "auswerten"
    case cancel = "absagen"

    /// The state that the step leads to.
    public var state: ConsultationState {
        switch self {
        case .open: .open
        case .close: .closed
        case .evaluate: .evaluated
        case .cancel: .cancelled
        }
    }

    /// Whether the step is a next one from a state.
    public func isPossible(from state: ConsultationState) -> Bool {
        switch self {
        case .open: [.planned, .closed].contains(state)
        case .close: state == .open
        case .evaluate: state == .closed
        case .cancel: [.planned, .open].contains(state)
        }
    }

    /// What does not follow the announced dates needs a reason, which becomes public.
    public func needsReason(_ rules: ConsultationRules, on day: PartialDate) -> Bool {
        switch self {
        case .cancel: true
        case .open: rules.state == .closed
        case .close: rules.lastDay.map { day.firstDay <= $0.lastDay } ?? true
        case .evaluate: false
        }
    }
}

/// Somebody opens, closes, evaluates or calls off a consultation by hand.
public struct MoveConsultation: Sendable {
    private let number: Int64
    private let programme: String
    private let step: ConsultationStep
    private let reason: String?

    public enum Field {
        public static let step = "schritt"
        public static let reason = "grund"
    }

    public init(_ number: Int64, in programme: String, _ step: ConsultationStep, because reason: String?) {
        self.number = number
        self.programme = programme
        self.step = step
        self.reason = reason
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        let person = try visitor.person(if: visitor.mayRun(rules))
        guard step.isPossible(from: rules.state) else { throw Refusal("consultation-step-not-possible") }
        if step == .open, let last = rules.lastDay, last.lastDay < now.day.firstDay {
            throw Refusal("consultation-time-is-over")
        }
        let reason = try checkedReason(rules, on: now.day)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.move(rules, to: step.state, on: now.day, because: reason)
        try rules.tell(step.state, by: person.id, at: now, in: db)
    }

    private func checkedReason(_ rules: ConsultationRules, on day: PartialDate) throws(InvalidForm) -> String? {
        var check = FormCheck()
        let text: String?
        if step.needsReason(rules, on: day) {
            text = check.line(reason, field: Field.reason, missing: "reason-missing", limit: 500)
        } else {
            text = check.optionalLine(reason, field: Field.reason, limit: 500)
        }
        try check.finish()
        return text
    }
}

extension ConsultationRules {
    /// Those who follow what people are heard on, or the consultation itself, hear of its beginning and its end.
    func tell(_ state: ConsultationState, by actor: String?, at now: Moment, in db: Connection) throws {
        switch state {
        case .open: try TellFollowers(of: id, .consultationOpened, by: actor, in: programme).run(at: now, in: db)
        case .closed: try TellFollowers(of: id, .consultationEnded, by: actor, in: programme).run(at: now, in: db)
        case .planned, .evaluated, .published, .cancelled: break
        }
    }
}

extension MatterWriting {
    /// Moves a consultation on. From its opening it is public, and its proposals are under consultation.
    mutating func move(
        _ rules: ConsultationRules, to state: ConsultationState, on day: PartialDate, because reason: String? = nil
    ) throws {
        let isFirstOpening = state == .open && rules.state == .planned
        try change(ConsultationRecord.self, rules.id, visibility: isFirstOpening ? .published : .asBefore) { record in
            record.state = state
            record.add(state, on: day, because: reason)
        }
        guard isFirstOpening else { return }
        for document in rules.documents {
            try change(ProposalRecord.self, document.proposalID) { proposal in
                guard [.published, .revised].contains(proposal.state) else { return }
                proposal.state = .inConsultation
                var step = StateChangeRecord<ProposalState>()
                step.state = .inConsultation
                step.effectiveOn = day
                proposal.history.append(step)
            }
        }
    }
}
