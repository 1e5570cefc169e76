// SPDX-License-Identifier: EUPL-1.2

/// How a board deals with a paper.
public enum PaperHandling: String, Choice {
    case oral, silent, circulation

    public var word: String {
        switch self {
        case .oral: "erörterung"
        case .silent: "ohne_aussprache"
        case .circulation: "umlauf"
        }
    }
}

/// What a board that prepares the decision says to a paper.
public enum StationResult: String, Choice {
    case recommended
    case referredBack = "referred_back"
    case takenOff = "taken_off"

    public var word: String {
        switch self {
        case .recommended: "empfohlen"
        case .referredBack: "zurückgegeben"
        case .takenOff: "abgesetzt"
        }
    }
}

/// One part of a paper with its text.
struct PaperPartRecord: ChildRecord {
    static let table = "paper_part"
    static let parentColumn = "paper_id"

    /// The raw value of a `PaperPart`.
    var part = ""
    var text = ""

    init() {}

    init(_ part: PaperPart, _ text: String) {
        self.part = part.rawValue
        self.text = text
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("part", &part)
        visitor.field("text_de", &text)
    }
}

/// One part of the template that a paper was begun with.
struct PaperLayoutRecord: ChildRecord {
    static let table = "paper_layout_part"
    static let parentColumn = "paper_id"

    /// The raw value of a `PaperPart`.
    var part = ""
    var heading: String?
    var hint: String?
    var isRequired = false

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("part", &part)
        visitor.newerField("heading_de", &heading)
        visitor.newerField("hint_de", &hint)
        visitor.field("required", &isRequired, column: "is_required")
    }
}

/// A sitting that deals with a paper.
struct PaperStationRecord: ChildRecord {
    static let table = "paper_station"
    static let parentColumn = "paper_id"

    var sitting: String?
    var label = ""
    var result: StationResult?
    var note: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("sitting", &sitting, to: .sitting)
        visitor.field("label", &label)
        visitor.newerField("result", &result)
        visitor.newerField("note_de", &note)
    }
}

/// What was decided on an item, as it was taken down.
struct PaperResultRecord: ChildRecord {
    static let table = "paper_result"
    static let parentColumn = "paper_id"
    static let hasIdentity = true

    /// The item.
    var label = ""
    var outcome = DecisionOutcome.adopted
    var text = ""
    var reason: String?
    var deferredUntil: PartialDate?
    var conditions: [PaperConditionRecord] = []

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("label", &label)
        visitor.field("outcome", &outcome)
        visitor.field("text_de", &text)
        visitor.newerField("reason_de", &reason)
        visitor.newerField("deferred_until", &deferredUntil)
        visitor.children("conditions", &conditions)
    }
}

/// A condition, with the office that owes it.
struct PaperConditionRecord: ChildRecord {
    static let table = "paper_condition"
    static let parentColumn = "paper_result_id"

    var text = ""
    var office: String?
    var dueOn = PartialDate.unset

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("text_de", &text)
        visitor.reference("office", &office, to: .office)
        visitor.field("due_on", &dueOn)
    }
}

extension PaperRecord {
    func text(_ part: PaperPart) -> String? { parts.first { $0.part == part.rawValue }?.text }

    /// Changes with every word that is signed.
    var digest: String {
        var words = self
        words.state = .draft
        words.submittedOn = nil
        words.signatures = []
        words.stations = []
        words.results = []
        words.signUntil = nil
        words.edition = nil
        return Digest.make(CanonicalJSON.text(words.plain))
    }

    /// Changes with everything, so that two who write at once notice each other.
    var revision: String { String(Digest.make(CanonicalJSON.text(plain)).prefix(16)) }
}
