// SPDX-License-Identifier: EUPL-1.2

/// A row of `consultations.json` that is a call for statements: municipalities, associations or citizens are heard.
struct ConsultationRecord: MatterRecord {
    static let kind = MatterKind.consultation
    static let file = "consultations"

    static let laterKeys = ["fixed_versions", "extensions", "publish_on"]

    static func claims(_ object: PlainValue) -> Bool {
        (try? ConsultationKind(plain: object["kind"])) != nil
    }

    var offer = OfferRecord(kind: ConsultationKind.municipalConference, stage: .deciding)
    var state = ConsultationState.published
    var fileNumber: String?
    var events: [EventRecord] = []
    var documents: [String] = []
    var invited: [String] = []
    var versions: [FixedVersionRecord] = []
    var extensions: [ExtensionRecord] = []
    /// When the answers to all points are meant to become public.
    var publishOn: PartialDate?
    /// Fields of action in the making on which people are heard.
    var fieldDrafts: [HeardFieldRecord] = []
    /// Who of those invited came to the conference, and since when nothing is added any more.
    var attended: [AttendanceRecord] = []
    var attendanceSettledOn: PartialDate?
    var history: [StateChangeRecord<ConsultationState>] = []

    var key: String { offer.id }
    var number: Int64? { offer.number }

    /// Who came is public once the list is settled.
    var publicForm: ConsultationRecord {
        var record = self
        if attendanceSettledOn == nil { record.attended = [] }
        return record
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        offer.visit(&visitor)
        visitor.field("state", &state)
        visitor.field("file_number", &fileNumber)
        visitor.matters("events", &events)
        let documentTable = ChildTable(name: "consultation_document", parent: "consultation_id", column: "proposal_id")
        visitor.references("documents", &documents, to: .proposal, in: documentTable)
        let invitees = ChildTable(name: "consultation_invitee", parent: "consultation_id", column: "name")
        visitor.texts("invited", &invited, in: invitees)
        visitor.children("history", &history)
        visitor.children("fixed_versions", &versions)
        visitor.children("extensions", &extensions)
        visitor.field("publish_on", &publishOn)
        visitor.newerChildren("field_drafts", &fieldDrafts)
        visitor.newerChildren("attended", &attended)
        visitor.newerField("attendance_settled_on", &attendanceSettledOn)
    }
}

/// The version of a proposal on which people are heard, whatever becomes of the proposal meanwhile.
struct FixedVersionRecord: ChildRecord {
    static let table = "consultation_version"
    static let parentColumn = "consultation_id"

    var proposal: String?
    var version: Int64 = 0

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("proposal", &proposal, to: .proposal)
        visitor.field("version", &version)
    }
}

/// More time to answer, with its public reason.
struct ExtensionRecord: ChildRecord {
    static let table = "consultation_extension"
    static let parentColumn = "consultation_id"

    /// A name of the list of invitations; nil for all of them.
    var name: String?
    var endsOn = PartialDate.unset
    var reason = ""

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("name", &name)
        visitor.field("ends_on", &endsOn)
        visitor.field("reason_de", &reason, column: "reason")
    }
}

/// What kind of call it is; each kind has one audience.
public enum ConsultationKind: String, Choice {
    case municipalConference = "municipal_conference"
    case associationHearing = "association_hearing"
    case townhall
}

public enum ConsultationState: String, Choice {
    case planned = "consultation.planned"
    case open = "consultation.open"
    case closed = "consultation.closed"
    case evaluated = "consultation.evaluated"
    case published = "consultation.published"
    case cancelled = "consultation.cancelled"

    public var word: String {
        switch self {
        case .planned: "geplant"
        case .open: "läuft"
        case .closed: "beendet"
        case .evaluated: "ausgewertet"
        case .published: "veröffentlicht"
        case .cancelled: "abgesagt"
        }
    }
}
