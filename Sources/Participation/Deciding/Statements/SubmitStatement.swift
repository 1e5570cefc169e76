// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Makes a statement a part of the file, or replaces what it said before. It stays inside the house until the answers
/// are published.
struct SubmitStatement {
    private let content: StatementContent
    private let rules: ConsultationRules
    private let party: StatementParty
    private let channel: StatementChannel
    private let receivedOn: PartialDate?
    private let isQuotation: Bool

    /// - Parameters:
    ///   - receivedOn: when a letter came in; nil for today
    ///   - isQuotation: whether the points stand in the sender's own words
    init(
        _ content: StatementContent, rules: ConsultationRules, party: StatementParty, channel: StatementChannel,
        receivedOn: PartialDate? = nil, isQuotation: Bool = true
    ) {
        self.content = content
        self.rules = rules
        self.party = party
        self.channel = channel
        self.receivedOn = receivedOn
        self.isQuotation = isQuotation
    }

    /// - Parameter earlier: the id of the statement that this one replaces
    func run(
        over earlier: String?, by actor: String, at now: Moment, in db: Connection
    ) throws -> (id: String, fileNumber: String) {
        var writing = try MatterWriting(in: rules.programme, by: actor, at: now, db)
        let keys = try proposalKeys(in: db)
        guard let earlier, let before = try writing.find(StatementRecord.self, earlier) else {
            return try create(&writing, keys, at: now, in: db)
        }
        if content.kind == .nilReturn, !before.points.isEmpty {
            throw InvalidForm([.init(StatementForm.Field.isNilReturn, "nil-return-after-points")])
        }
        let fileNumber = try before.fileNumber ?? newFileNumber(in: db)
        try writing.change(StatementRecord.self, earlier) { record in
            let wasGiven = [.submitted, .amended, .withdrawn].contains(record.state)
            record.state = wasGiven ? .amended : .submitted
            record.fileNumber = fileNumber
            fill(&record, keys, at: now)
        }
        return (earlier, fileNumber)
    }

    private func create(
        _ writing: inout MatterWriting, _ keys: [String: String], at now: Moment, in db: Connection
    ) throws -> (id: String, fileNumber: String) {
        guard let consultation = try MatterRow.find(rules.id, of: rules.programme, in: db) else {
            throw ValueFault("there is no consultation \(rules.id)")
        }
        let fileNumber = try newFileNumber(in: db)
        var record = StatementRecord()
        record.id = MatterWriting.newKey(.statement)
        record.publicNumber = try writing.nextNumber(.statement)
        record.consultation = consultation.key
        record.state = .submitted
        record.fileNumber = fileNumber
        switch party.kind {
        case .organisation: record.organisation = try key(of: party.id, in: db)
        case .municipality: record.municipality = try key(of: party.id, in: db)
        // Who it is stays out of the file: names of people are not journalled.
        case .person: record.authorLabel = "Bürgerin oder Bürger"
        }
        fill(&record, keys, at: now)
        return (try writing.create(record, isPublic: false), fileNumber)
    }

    /// The file number of the consultation and a running number behind it.
    private func newFileNumber(in db: Connection) throws -> String {
        let base = rules.fileNumber ?? "B\(rules.number)"
        return "\(base)-\(try StatementDraft.count(in: rules.id, db) + 1)"
    }

    private func key(of id: String, in db: Connection) throws -> String {
        guard let matter = try MatterRow.find(id, of: rules.programme, in: db) else {
            throw ValueFault("there is no matter \(id)")
        }
        return matter.key
    }

    private func proposalKeys(in db: Connection) throws -> [String: String] {
        var keys: [String: String] = [:]
        for proposal in content.points.compactMap(\.place?.proposalID) where keys[proposal] == nil {
            keys[proposal] = try key(of: proposal, in: db)
        }
        return keys
    }

    private func fill(_ record: inout StatementRecord, _ keys: [String: String], at now: Moment) {
        record.statementKind = content.kind
        if record.text != content.text { record.publicText = nil }
        record.text = content.text
        record.mayPublish = content.mayPublish
        record.submittedOn = receivedOn ?? now.day
        record.submittedAt = now.text
        record.channel = channel
        for (index, point) in content.points.enumerated() {
            let isNew = index >= record.points.count
            if isNew { record.points.append(PointRecord()) }
            point.fill(&record.points[index], label: String(index + 1), keys, isQuotation: isQuotation)
        }
        // What has been handed in once keeps its place and its number.
        for index in record.points.indices.dropFirst(content.points.count) { record.points[index].strike() }
    }
}

extension StatementContent.Point {
    /// A point whose words change has to be looked at again.
    fileprivate func fill(
        _ record: inout PointRecord, label: String, _ keys: [String: String], isQuotation: Bool
    ) {
        let proposal = place?.proposalID.flatMap { keys[$0] }
        let isSame =
            record.text == text && record.pointKind == kind && record.wording == wording
            && record.proposal == proposal && record.paragraph == place?.lineage
            && record.fieldDraft == place?.fieldDraft
        guard !isSame else { return }
        record.label = label
        record.pointKind = kind
        if record.text != text { record.publicText = nil }
        record.text = text
        record.wording = wording
        record.isQuotation = isQuotation
        record.proposal = proposal
        record.version = place?.version
        record.paragraph = place?.lineage
        record.fieldDraft = place?.fieldDraft
        record.reopen()
    }
}

extension PointRecord {
    /// What the sender has taken out stands as such; the journal keeps what it was.
    fileprivate mutating func strike() {
        let words = "Diesen Punkt hat der Absender gestrichen."
        guard text != words else { return }
        text = words
        publicText = nil
        pointKind = .note
        isQuotation = false
        wording = nil
        reopen()
    }

    /// Whatever was decided about other words does not hold any more; the office keeps the point.
    mutating func reopen() {
        state = office == nil ? .received : .assigned
        outcome = nil
        assessment = nil
        changeOld = nil
        changeNew = nil
        releasedOn = nil
        signatures = []
    }
}
