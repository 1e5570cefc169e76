// SPDX-License-Identifier: EUPL-1.2

/// `statements.json`: statements with their points and the reasoned answers.
struct StatementRecord: MatterRecord {
    static let kind = MatterKind.statement
    static let file = "statements"

    static let laterKeys = ["may_publish", "submitted_at", "channel"]

    var id = ""
    var publicNumber: Int64 = 0
    var consultation: String?
    var statementKind = StatementKind.statement
    var organisation: String?
    var municipality: String?
    var authorLabel: String?
    var state = StatementState.submitted
    var submittedOn: PartialDate?
    var fileNumber: String?
    var text: String?
    var points: [PointRecord] = []
    var note: String?
    /// Whether the sender agrees to publication; nil where nobody was asked.
    var mayPublish: Bool?
    /// The moment of the last submission, as the server's clock had it.
    var submittedAt: String?
    var channel: StatementChannel?
    /// What the public reads instead of the text, where something in it is blackened.
    var publicText: String?

    var key: String { id }
    var number: Int64? { publicNumber }

    mutating func visit<Visitor: RecordVisitor>(_ visitor: inout Visitor) {
        visitor.field("id", &id, column: "")
        visitor.field("number", &publicNumber, column: "")
        visitor.reference("consultation", &consultation, to: .consultation)
        visitor.field("kind", &statementKind)
        visitor.reference("organisation", &organisation, to: .organisation)
        visitor.reference("municipality", &municipality, to: .municipality)
        visitor.field("author_de", &authorLabel, column: "author_label")
        visitor.field("state", &state)
        visitor.field("submitted_on", &submittedOn)
        visitor.field("file_number", &fileNumber)
        visitor.field("text_de", &text)
        visitor.matters("points", &points)
        visitor.field("note", &note)
        visitor.field("may_publish", &mayPublish)
        visitor.field("submitted_at", &submittedAt)
        visitor.field("channel", &channel)
        visitor.newerField("public_text_de", &publicText)
    }

    var isNeverPublic: Bool { state == .draft || state == .releasedInternally }

    /// Points show their answer only when it is published; until then they read as received.
    var publicForm: StatementRecord {
        var record = self
        record.text = publicText ?? text
        record.publicText = nil
        record.points = points.map(\.publicForm)
        return record
    }

    func contradictions(in programme: ProgrammeContext) -> [String] {
        let senders = [organisation, municipality, authorLabel].compactMap { $0 }
        var faults: [String] = []
        if senders.count != 1 { faults.append("exactly one of organisation, municipality and author_de is needed") }
        if statementKind == .nilReturn, !points.isEmpty { faults.append("a nil return (fehlanzeige) has no points") }
        for point in points where point.paragraph != nil && point.version == nil {
            faults.append("point \(point.label): a paragraph needs the version it was read in")
        }
        return faults
    }
}

/// How a statement came in.
public enum StatementChannel: String, Choice {
    case portal, letter, mail, spoken
    /// Written down by staff while a conference was held.
    case conference
    /// Said in the hall or online while a townhall was held.
    case hall
}

/// A full statement or a nil return (Fehlanzeige); no response at all is the absence of a row.
public enum StatementKind: String, Choice {
    case statement
    case nilReturn = "nil_return"

    public var word: String {
        switch self {
        case .statement: "stellungnahme"
        case .nilReturn: "fehlanzeige"
        }
    }
}

public enum StatementState: String, Choice {
    case draft = "statement.draft"
    case releasedInternally = "statement.internal"
    case submitted = "statement.submitted"
    case amended = "statement.amended"
    case withdrawn = "statement.withdrawn"

    public var word: String {
        switch self {
        case .draft: "entwurf"
        case .releasedInternally: "intern_freigegeben"
        case .submitted: "abgegeben"
        case .amended: "ergänzt"
        case .withdrawn: "zurückgezogen"
        }
    }
}
