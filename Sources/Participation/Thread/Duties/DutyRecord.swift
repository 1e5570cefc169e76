// SPDX-License-Identifier: EUPL-1.2

/// `duties.json`: what an office owes by a date.
struct DutyRecord: MatterRecord {
    static let kind = MatterKind.duty
    static let file = "duties"

    var id = ""
    var publicNumber: Int64 = 0
    var dutyKind = DutyKind.reply
    var matter: MatterReference?
    var office: String?
    var isOwedToPublic = true
    var dueOn = PartialDate.unset
    var state = DutyState.open
    var metOn: PartialDate?
    var reason: String?

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.field("kind", &dutyKind)
        visitor.anyReference("matter", &matter)
        visitor.reference("office", &office, to: .office)
        visitor.field("owed_to_public", &isOwedToPublic, column: "is_owed_to_public")
        visitor.field("due_on", &dueOn)
        visitor.field("state", &state)
        visitor.field("met_on", &metOn)
        visitor.field("reason_de", &reason)
    }

    var isNeverPublic: Bool { !isOwedToPublic }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        var faults: [String] = []
        if (state == .met) != (metOn != nil) { faults.append("met_on and the state erfüllt belong together") }
        if dueOn.precision != .day { faults.append("due_on is a whole day") }
        return faults
    }
}

public enum DutyKind: String, Choice {
    case reply, assessment, condition, report, review
    /// To decide how a project goes on when its money ends.
    case fundingEnd = "funding_end"
}

public enum DutyState: String, Choice {
    case open = "duty.open"
    case met = "duty.met"
    case passedOn = "duty.passed_on"
    case lapsed = "duty.lapsed"
    case resting = "duty.resting"

    public var word: String {
        switch self {
        case .open: "offen"
        case .met: "erfüllt"
        case .passedOn: "weitergegeben"
        case .lapsed: "verfallen"
        case .resting: "ruht"
        }
    }
}
