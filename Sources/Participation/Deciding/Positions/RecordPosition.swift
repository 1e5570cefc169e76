// SPDX-License-Identifier: EUPL-1.2

import Storage

/// In a conference, staff write down what a municipality thinks of a proposal. It becomes a point of the synopsis at
/// once; whatever the municipality hands in itself stands beside it.
public struct RecordPosition: Sendable {
    private let form: PositionForm
    private let number: Int64
    private let programme: String

    public init(_ form: PositionForm, in consultation: Int64, of programme: String) {
        self.form = form
        number = consultation
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRecordPositions(in: rules))
        let party = try form.municipality.flatMap { try StatementParty.find(named: $0, in: programme, db) }
        let position = try form.validated(rules, party)
        var writing = try MatterWriting(in: programme, by: person.actor ?? JournalEntry.system, at: now, db)
        guard let proposal = try MatterRow.find(position.document.proposalID, of: programme, in: db)?.key else {
            throw ValueFault("there is no proposal \(position.document.number)")
        }
        let known = try MunicipalPosition.statement(of: position.party.id, in: rules.id, db)
        let statement = try known ?? create(for: position.party, in: rules, &writing, at: now, db)
        try writing.change(StatementRecord.self, statement) { record in
            record.mayPublish = position.mayPublish
            if known != nil { record.state = .amended }
            try record.take(position, on: proposal)
        }
    }

    private func create(
        for party: StatementParty, in rules: ConsultationRules, _ writing: inout MatterWriting, at now: Moment,
        _ db: Connection
    ) throws -> String {
        guard let consultation = try MatterRow.find(rules.id, of: programme, in: db),
            let sender = try MatterRow.find(party.id, of: programme, in: db)
        else { throw ValueFault("there is no consultation \(rules.number) or no municipality \(party.name)") }
        var record = StatementRecord()
        record.id = MatterWriting.newKey(.statement)
        record.publicNumber = try writing.nextNumber(.statement)
        record.consultation = consultation.key
        if party.kind == .municipality { record.municipality = sender.key } else { record.organisation = sender.key }
        record.state = .submitted
        record.fileNumber =
            "\(rules.fileNumber ?? "B\(rules.number)")-\(try StatementDraft.count(in: rules.id, db) + 1)"
        record.submittedOn = now.day
        record.submittedAt = now.text
        record.channel = .conference
        return try writing.create(record, isPublic: false)
    }
}

extension StatementRecord {
    /// One point for each proposal; said anew, it is looked at anew.
    fileprivate mutating func take(_ position: PositionForm.Position, on proposal: String) throws {
        let index = points.firstIndex { $0.stance != nil && $0.proposal == proposal } ?? points.count
        if index == points.count {
            var point = PointRecord()
            point.label = String(index + 1)
            point.proposal = proposal
            point.version = position.document.version
            points.append(point)
        }
        let text = position.text ?? position.stance.sentence
        guard points[index].stance != position.stance || points[index].text != text else { return }
        guard points[index].answeredWith == nil, ![.released, .published].contains(points[index].state) else {
            throw Refusal("point-is-answered")
        }
        points[index].stance = position.stance
        points[index].pointKind = position.stance.kind
        points[index].text = text
        points[index].isQuotation = false
        points[index].reopen()
    }
}

/// What was typed about a position.
public struct PositionForm: Equatable, Sendable {
    /// As on the invitation.
    public var municipality: String?
    /// The number of a proposal.
    public var proposal: String?
    public var stance: String?
    public var text: String?
    public var mayPublish = false

    public enum Field {
        public static let municipality = "kommune"
        public static let proposal = "vorschlag"
        public static let stance = "haltung"
        public static let text = "text"
        public static let mayPublish = "einwilligung"
    }

    public init() {}

    struct Position {
        let party: StatementParty
        let document: ConsultationRules.Document
        let stance: Stance
        let text: String?
        let mayPublish: Bool
    }

    func validated(_ rules: ConsultationRules, _ party: StatementParty?) throws(InvalidForm) -> Position {
        var check = FormCheck()
        let isInvited = party.map { rules.isInvited($0) } ?? false
        if !isInvited { check.add(Field.municipality, municipality == nil ? "municipality-missing" : "unknown-choice") }
        let document = rules.documents.first { String($0.number) == proposal }
        if document == nil { check.add(Field.proposal, "unknown-choice") }
        let stance = stance.flatMap(Stance.init)
        if stance == nil { check.add(Field.stance, "stance-missing") }
        let words =
            text == nil && !(stance?.needsWords ?? false)
            ? nil
            : check.passage(text, field: Field.text, missing: "stance-text-missing", limit: StatementForm.longestPoint)
        try check.finish()
        guard let party, let document, let stance else { throw InvalidForm([]) }
        return Position(party: party, document: document, stance: stance, text: words, mayPublish: mayPublish)
    }
}

extension Visitor {
    /// To write down positions: whoever runs the conference, while it is held and until its points are evaluated.
    public func mayRecordPositions(in rules: ConsultationRules) -> Permission {
        guard rules.kind == .municipalConference else { return .refused("positions-only-in-conferences") }
        let permission = mayRun(rules)
        guard permission.isAllowed else { return permission }
        return [.open, .closed].contains(rules.state) ? .allowed : .refused("consultation-takes-no-letters")
    }
}
