// SPDX-License-Identifier: EUPL-1.2

/// A row of `consultations.json` that is a call for statements: municipalities, associations or citizens are heard.
struct ConsultationRecord: MatterRecord {
    static let kind = MatterKind.consultation
    static let file = "consultations"

    static func claims(_ object: PlainValue) -> Bool {
        (try? ConsultationKind(plain: object["kind"])) != nil
    }

    var id = ""
    var publicNumber: Int64 = 0
    var title = ""
    var consultationKind = ConsultationKind.municipalConference
    var stage = Stage.deciding
    var start: PartialDate?
    var end: PartialDate?
    var forum: String?
    var audience = ""
    var channel = ""
    var offers: [String] = []
    var figures: [CitedFigureRecord] = []
    var results: [PriorityResultRecord] = []
    var useOfInput: String?
    var feedback: String?
    var sources: [String] = []
    var confidence: Confidence?
    var note: String?
    var state = ConsultationState.published
    var fileNumber: String?
    var events: [EventRecord] = []
    var documents: [String] = []
    var invited: [String] = []
    var history: [StateChangeRecord<ConsultationState>] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("title_de", &title)
        visitor.field("kind", &consultationKind)
        visitor.field("phase", &stage, column: "stage")
        visitor.field("start", &start, column: "starts_on")
        visitor.field("end", &end, column: "ends_on")
        visitor.reference("forum", &forum, to: .forum)
        visitor.field("audience_de", &audience)
        visitor.field("channel", &channel)
        visitor.texts("participants_could_de", &offers, in: .texts("participation_offer", of: "matter_id"))
        visitor.children("figures", &figures)
        visitor.children("results", &results)
        visitor.field("use_of_input_de", &useOfInput)
        visitor.field("feedback_to_participants_de", &feedback)
        visitor.sources(&sources)
        visitor.field("confidence", &confidence)
        visitor.field("note", &note)
        visitor.field("number", &publicNumber, column: "")
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
