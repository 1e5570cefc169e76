// SPDX-License-Identifier: EUPL-1.2

/// `decisions.json`: the result of one item in one sitting.
struct DecisionRecord: MatterRecord {
    static let kind = MatterKind.decision
    static let file = "decisions"

    var id = ""
    var publicNumber: Int64 = 0
    var sitting: String?
    var paper: String?
    var item: String?
    var title = ""
    var text = ""
    var outcome = DecisionOutcome.adopted
    var reason: String?
    var deferredUntil: PartialDate?
    var conditions: [DecisionConditionRecord] = []
    var projectsDecided: Int64?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?
    /// The decision that this one puts right.
    var corrects: String?
    /// Who let the proposal come before the board although something was missing, and why.
    var exceptionBy: String?
    var exceptionReason: String?

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.reference("sitting", &sitting, to: .sitting)
        visitor.reference("paper", &paper, to: .paper)
        visitor.field("item", &item)
        visitor.field("title_de", &title)
        visitor.field("text_de", &text)
        visitor.field("outcome", &outcome)
        visitor.field("reason_de", &reason)
        visitor.field("deferred_until", &deferredUntil)
        visitor.children("conditions", &conditions)
        visitor.field("projects_decided", &projectsDecided)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
        visitor.newerReference("corrects", &corrects, to: .decision)
        visitor.newerField("exception_by_de", &exceptionBy)
        visitor.newerField("exception_reason_de", &exceptionReason)
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        var faults: [String] = []
        if sitting == nil { faults.append("a decision is taken in a sitting") }
        if (outcome == .conditional) == conditions.isEmpty {
            faults.append("conditions and the outcome beschlossen_mit_maßgabe belong together")
        }
        if outcome == .deferred, deferredUntil == nil { faults.append("a deferred item names until when") }
        return faults
    }
}

/// A condition of a decision, with who owes it by when.
struct DecisionConditionRecord: ChildRecord {
    static let table = "decision_condition"
    static let parentColumn = "decision_id"

    var text = ""
    var ministry: String?
    var dueOn: PartialDate?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("text_de", &text)
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.field("due_on", &dueOn)
    }
}

public enum DecisionOutcome: String, Choice {
    case adopted = "decision.adopted"
    case conditional = "decision.conditional"
    case deferred = "decision.deferred"
    case rejected = "decision.rejected"

    public var word: String {
        switch self {
        case .adopted: "beschlossen"
        case .conditional: "beschlossen_mit_maßgabe"
        case .deferred: "vertagt"
        case .rejected: "abgelehnt"
        }
    }
}
