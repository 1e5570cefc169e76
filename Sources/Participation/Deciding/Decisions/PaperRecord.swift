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
    var office: String?
    var handling: PaperHandling?
    /// Why the paper cannot wait for the usual way through the boards.
    var urgency: String?
    /// Counts the wordings that were given out to be signed.
    var edition: Int64?
    var signUntil: PartialDate?
    /// The template that it was begun with; empty for older papers.
    var layout: [PaperLayoutRecord] = []
    var parts: [PaperPartRecord] = []
    var stations: [PaperStationRecord] = []
    /// The sitting that decided.
    var decidedIn: String?
    var results: [PaperResultRecord] = []
    /// The moment from which the decisions are public.
    var publishAt: String?
    /// Who took down the results and who confirmed them, as the journal names them.
    var recordedBy: String?
    var confirmedBy: String?

    /// What a decided paper shows the public: its items and its signatures, not its words.
    var publicForm: PaperRecord {
        var paper = self
        paper.office = nil
        paper.handling = nil
        paper.urgency = nil
        paper.edition = nil
        paper.signUntil = nil
        paper.layout = []
        paper.parts = []
        paper.stations = []
        paper.decidedIn = nil
        paper.results = []
        paper.publishAt = nil
        paper.recordedBy = nil
        paper.confirmedBy = nil
        for index in paper.items.indices {
            paper.items[index].exceptionBy = nil
            paper.items[index].exceptionReason = nil
        }
        for index in paper.signatures.indices {
            paper.signatures[index].edition = nil
            paper.signatures[index].digest = nil
            paper.signatures[index].reply = nil
        }
        return paper
    }

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
        visitor.newerReference("office", &office, to: .office)
        visitor.newerField("handling", &handling)
        visitor.newerField("urgency_de", &urgency)
        visitor.newerField("edition", &edition)
        visitor.newerField("sign_until", &signUntil)
        visitor.newerChildren("layout", &layout)
        visitor.newerChildren("parts", &parts)
        visitor.newerChildren("stations", &stations)
        visitor.newerReference("decided_in", &decidedIn, to: .sitting)
        visitor.newerChildren("results", &results)
        visitor.newerField("publish_at", &publishAt)
        visitor.newerField("recorded_by", &recordedBy)
        visitor.newerField("confirmed_by", &confirmedBy)
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
    /// What the board is asked to decide, in the words of the decision.
    var text: String?
    var field: String?
    var exceptionBy: String?
    var exceptionReason: String?
    /// The decision that this item puts right.
    var corrects: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("label", &label)
        visitor.field("title_de", &title)
        visitor.reference("proposal", &proposal, to: .proposal)
        visitor.field("version", &version)
        visitor.newerField("text_de", &text)
        visitor.newerReference("field", &field, to: .field)
        visitor.newerField("exception_by_de", &exceptionBy)
        visitor.newerField("exception_reason_de", &exceptionReason)
        visitor.newerReference("corrects", &corrects, to: .decision)
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
    /// The edition that was signed, and the digest of its words.
    var edition: Int64?
    var digest: String?
    /// What the lead answers to a refusal.
    var reply: String?

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.reference("ministry", &ministry, to: .ministry)
        visitor.field("state", &state)
        visitor.field("signed_on", &signedOn)
        visitor.field("note_de", &note)
        visitor.newerField("edition", &edition)
        visitor.newerField("digest", &digest)
        visitor.newerField("reply_de", &reply)
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
