// SPDX-License-Identifier: EUPL-1.2

/// `applications.json`: applications of partners.
struct ApplicationRecord: MatterRecord {
    static let kind = MatterKind.application
    static let file = "applications"

    var id = ""
    var publicNumber: Int64 = 0
    var call: String?
    var organisation: String?
    var field: String?
    var title = ""
    var summary = ""
    var submittedOn: PartialDate?
    var state = ApplicationState.draft
    var outcome: ApplicationOutcome?
    var reason: String?

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.reference("call", &call, to: .call)
        visitor.reference("organisation", &organisation, to: .organisation)
        visitor.reference("field", &field, to: .field)
        visitor.field("title_de", &title)
        visitor.field("summary_de", &summary)
        visitor.field("submitted_on", &submittedOn)
        visitor.field("state", &state)
        visitor.field("outcome", &outcome)
        visitor.field("reason_de", &reason)
    }

    var isNeverPublic: Bool { state == .draft }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        (state == .decided) == (outcome != nil) ? [] : ["a decided application has an outcome, an undecided one none"]
    }
}

public enum ApplicationState: String, Choice {
    case draft = "application.draft"
    case submitted = "application.submitted"
    case checked = "application.checked"
    case underReview = "application.under_review"
    case proposed = "application.proposed"
    case decided = "application.decided"
    case withdrawn = "application.withdrawn"

    public var word: String {
        switch self {
        case .draft: "entwurf"
        case .submitted: "eingereicht"
        case .checked: "formal_geprüft"
        case .underReview: "in_begutachtung"
        case .proposed: "vorgeschlagen"
        case .decided: "entschieden"
        case .withdrawn: "zurückgezogen"
        }
    }
}

public enum ApplicationOutcome: String, Choice {
    case accepted = "application.accepted"
    case declined = "application.declined"

    public var word: String {
        switch self {
        case .accepted: "angenommen"
        case .declined: "abgelehnt"
        }
    }
}
