// SPDX-License-Identifier: EUPL-1.2

/// `papers.json`: decision papers (Kabinettvorlagen) with items and co-signatures.
struct PaperRecord: MatterRecord {
    static let kind = MatterKind.paper
    static let file = "papers"

    var id = ""
    var publicNumber: Int64 = 0
    var title = ""
    var fileNumber: String?
    var ministry: String?
    var state = PaperState.draft
    var submittedOn: PartialDate?
    var summary: String?
    var items: [DecisionItemRecord] = []
    var signatures: [CoSignatureRecord] = []

    var key: String { id }
    var number: Int64? { publicNumber }

    /// A paper is confidential until it has been decided.
    var isNeverPublic: Bool {
        switch state {
        case .draft, .coSigning, .submitted, .onAgenda: true
        case .decided, .published, .withdrawn: false
        }
    }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.field("title_de", &title)
        visitor.field("file_number", &fileNumber)
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.field("state", &state)
        visitor.field("submitted_on", &submittedOn)
        visitor.field("summary_de", &summary)
        visitor.children("items", &items)
        visitor.children("co_signatures", &signatures)
    }
}

/// One item to be decided (Beschlusspunkt), with the version it fixes.
struct DecisionItemRecord: ChildRecord {
    static let table = "decision_item"
    static let parentColumn = "paper_id"

    var label = ""
    var title = ""
    var proposal: String?
    var version: Int64?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("label", &label)
        visitor.field("title_de", &title)
        visitor.reference("proposal", &proposal, to: .proposal)
        visitor.field("version", &version)
    }
}

/// The signature of one ministry under a paper (Mitzeichnung).
struct CoSignatureRecord: ChildRecord {
    static let table = "co_signature"
    static let parentColumn = "paper_id"

    var ministry: String?
    var state = CoSignatureState.open
    var signedOn: PartialDate?
    var note: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.field("state", &state)
        visitor.field("signed_on", &signedOn)
        visitor.field("note_de", &note)
    }
}

public enum PaperState: String, Choice {
    case draft = "paper.draft"
    case coSigning = "paper.co_signing"
    case submitted = "paper.submitted"
    case onAgenda = "paper.on_agenda"
    case decided = "paper.decided"
    case published = "paper.published"
    case withdrawn = "paper.withdrawn"

    public var word: String {
        switch self {
        case .draft: "entwurf"
        case .coSigning: "in_mitzeichnung"
        case .submitted: "vorgelegt"
        case .onAgenda: "auf_tagesordnung"
        case .decided: "entschieden"
        case .published: "veröffentlicht"
        case .withdrawn: "zurückgezogen"
        }
    }
}

public enum CoSignatureState: String, Choice {
    case open = "signature.open"
    case signed = "signature.signed"
    case proviso = "signature.proviso"
    case refused = "signature.refused"
    case lapsed = "signature.lapsed"

    public var word: String {
        switch self {
        case .open: "offen"
        case .signed: "gezeichnet"
        case .proviso: "mit_vorbehalt"
        case .refused: "verweigert"
        case .lapsed: "verfristet"
        }
    }
}
