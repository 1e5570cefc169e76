// SPDX-License-Identifier: EUPL-1.2

/// One point of a statement with its assessment (Abwägung).
struct PointRecord: NestedMatterRecord {
    static let kind = MatterKind.point
    static let parentColumn = "statement_id"

    static let laterKeys = ["wording_de", "due_on", "split_from", "answered_with", "signatures", "stance"]

    var label = ""
    var pointKind = PointKind.suggestion
    var text = ""
    var isQuotation = false
    var proposal: String?
    var version: Int64?
    var paragraph: String?
    var office: String?
    var state = PointState.received
    var outcome: PointOutcome?
    var assessment: String?
    var changeOld: String?
    var changeNew: String?
    var releasedOn: PartialDate?
    var publishedOn: PartialDate?
    /// How the sender would put the paragraph.
    var wording: String?
    /// By when the office owes the assessment.
    var dueOn: PartialDate?
    /// The point that this one was a part of when it came in.
    var splitFrom: String?
    /// The point whose answer holds for this one too, because both say the same.
    var answeredWith: String?
    var signatures: [PointSignatureRecord] = []
    /// What a municipality thinks of the proposal as a whole, where it said so in a conference.
    var stance: Stance?
    /// What the public reads instead of the text, where something in it is blackened.
    var publicText: String?
    /// The lineage of the field of action in the making that it speaks of, instead of a proposal.
    var fieldDraft: String?

    var publicForm: PointRecord {
        var point = self
        point.text = publicText ?? text
        point.publicText = nil
        point.dueOn = nil
        point.signatures = []
        guard state != .published else { return point }
        point.splitFrom = nil
        point.answeredWith = nil
        point.state = .received
        point.office = nil
        point.outcome = nil
        point.assessment = nil
        point.changeOld = nil
        point.changeNew = nil
        point.releasedOn = nil
        return point
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("label", &label)
        visitor.field("kind", &pointKind)
        visitor.field("text_de", &text)
        visitor.field("quotation", &isQuotation, column: "is_quotation")
        visitor.reference("proposal", &proposal, to: .proposal)
        visitor.field("version", &version)
        visitor.field("paragraph", &paragraph)
        visitor.reference("office", &office, to: .office)
        visitor.field("state", &state)
        visitor.field("outcome", &outcome)
        visitor.field("assessment_de", &assessment)
        visitor.field("change_old_de", &changeOld)
        visitor.field("change_new_de", &changeNew)
        visitor.field("released_on", &releasedOn)
        visitor.field("published_on", &publishedOn)
        visitor.field("wording_de", &wording)
        visitor.field("due_on", &dueOn)
        visitor.reference("split_from", &splitFrom, to: .point)
        visitor.reference("answered_with", &answeredWith, to: .point)
        visitor.children("signatures", &signatures)
        visitor.field("stance", &stance)
        visitor.newerField("public_text_de", &publicText)
        visitor.newerField("field_draft", &fieldDraft)
    }
}

/// What another ministry says to an assessment (Abstimmung). Never public.
struct PointSignatureRecord: ChildRecord {
    static let table = "point_signature"
    static let parentColumn = "point_id"

    var ministry: String?
    var state = CoSignatureState.open
    /// Why the ministry does not agree, or on what condition it does.
    var note: String?
    /// What the lead answers to a dissent.
    var reply: String?
    var signedOn: PartialDate?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.field("state", &state)
        visitor.field("note_de", &note)
        visitor.field("reply_de", &reply)
        visitor.field("signed_on", &signedOn)
    }
}

public enum PointKind: String, Choice {
    case approval, suggestion, concern, rejection, note, question

    public var word: String {
        switch self {
        case .approval: "zustimmung"
        case .suggestion: "anregung"
        case .concern: "bedenken"
        case .rejection: "ablehnung"
        case .note: "hinweis"
        case .question: "frage"
        }
    }
}

/// Released means final inside the house; published is a step of its own.
public enum PointState: String, Choice {
    case received = "point.received"
    case assigned = "point.assigned"
    case assessed = "point.assessed"
    case agreed = "point.agreed"
    case released = "point.released"
    case published = "point.published"

    public var word: String {
        switch self {
        case .received: "eingegangen"
        case .assigned: "zugewiesen"
        case .assessed: "abgewogen"
        case .agreed: "abgestimmt"
        case .released: "freigegeben"
        case .published: "veröffentlicht"
        }
    }
}

public enum PointOutcome: String, Choice {
    case accepted = "point.accepted"
    case inPart = "point.in_part"
    case notAccepted = "point.not_accepted"
    case noted = "point.noted"
    case alreadyContained = "point.already_contained"
    case outOfScope = "point.out_of_scope"

    public var word: String {
        switch self {
        case .accepted: "berücksichtigt"
        case .inPart: "teilweise_berücksichtigt"
        case .notAccepted: "nicht_berücksichtigt"
        case .noted: "kenntnisnahme"
        case .alreadyContained: "bereits_enthalten"
        case .outOfScope: "nicht_gegenstand_des_verfahrens"
        }
    }
}
