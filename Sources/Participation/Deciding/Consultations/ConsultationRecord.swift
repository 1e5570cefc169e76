// SPDX-License-Identifier: EUPL-1.2

/// A row of `consultations.json` that is a call for statements: municipalities, associations or citizens are heard.
struct ConsultationRecord: MatterRecord {
    static let kind = MatterKind.consultation
    static let file = "consultations"

    static func claims(_ object: PlainValue) -> Bool {
        (try? ConsultationKind(plain: object["kind"])) != nil
    }

    var offer = OfferRecord(kind: ConsultationKind.municipalConference, stage: .deciding)
    var state = ConsultationState.published
    var fileNumber: String?
    var events: [EventRecord] = []
    var documents: [String] = []
    var invited: [String] = []
    var history: [StateChangeRecord<ConsultationState>] = []

    var key: String { offer.id }
    var number: Int64? { offer.number }

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
