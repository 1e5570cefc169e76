// SPDX-License-Identifier: EUPL-1.2

import Storage

/// One more entry in the list of a townhall: taken down by staff from the microphone or a card, or asked online.
public struct RecordHallEntry: Sendable {
    private let form: HallForm
    private let number: Int64
    private let programme: String

    public init(_ form: HallForm, in consultation: Int64, of programme: String) {
        self.form = form
        number = consultation
        self.programme = programme
    }

    /// - Returns: the number of the entry
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        try visitor.mayRunHall(rules).check()
        guard let channel = form.channel.flatMap(HallChannel.init), channel != .online else {
            throw InvalidForm([.init(HallForm.Field.channel, "unknown-choice")])
        }
        return try HallEntry.insert(try form.validated(rules), channel, by: nil, in: rules, at: now, db)
    }

    /// Online, by anybody with an account.
    public func runOnline(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.maySpeakInHall(rules, at: now))
        return try HallEntry.insert(try form.validated(rules), .online, by: person.id, in: rules, at: now, db)
    }
}

/// Somebody wants the same to be answered; a second time takes it back.
public struct SupportHallEntry: Sendable {
    private let entry: Int64
    private let number: Int64
    private let programme: String

    public init(_ entry: Int64, in consultation: Int64, of programme: String) {
        self.entry = entry
        number = consultation
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.maySpeakInHall(rules, at: now))
        guard let found = try HallEntry.find(entry, of: rules.id, db), !found.isHidden else {
            throw ValueFault("there is no entry \(entry)")
        }
        try found.toggleSupport(by: person.id, in: programme, db)
    }
}

/// What whoever runs a townhall does with one entry.
public struct WorkHallEntry: Sendable {
    public enum Act: Sendable {
        /// What was answered on the spot.
        case answer(String?)
        /// It stands with another one from now on, which says the same; nil lets it stand alone again.
        case join(Int64?)
        case hide, show
    }

    private let entry: Int64
    private let act: Act
    private let number: Int64
    private let programme: String

    public init(_ entry: Int64, _ act: Act, in consultation: Int64, of programme: String) {
        self.entry = entry
        self.act = act
        number = consultation
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        try visitor.mayRunHall(rules).check()
        guard let found = try HallEntry.find(entry, of: rules.id, db) else {
            throw ValueFault("there is no entry \(entry)")
        }
        guard found.point == nil else { throw Refusal("hall-entry-is-a-point") }
        switch act {
        case .answer(let typed):
            var check = FormCheck()
            let text = check.passage(
                typed, field: HallForm.Field.answer, missing: "assessment-missing", limit: HallForm.longest)
            try check.finish()
            try found.answer(text, db)
        case .join(nil): try found.join(nil, db)
        case .join(let lead?):
            guard let other = try HallEntry.find(lead, of: rules.id, db), other.id != found.id, other.joinedTo == nil,
                other.point == nil, try !found.leads(db)
            else { throw InvalidForm([.init(HallForm.Field.lead, "hall-lead-unknown")]) }
            try found.join(other.id, db)
        case .hide: try found.hide(true, db)
        case .show: try found.hide(false, db)
        }
    }
}

/// What was said becomes points of the same synopsis as everything else: those that are not there yet, in their order,
/// with their groups and with what was answered on the spot as a beginning.
public struct TakeHallIntoSynopsis: Sendable {
    private let number: Int64
    private let programme: String

    public init(_ consultation: Int64, of programme: String) {
        number = consultation
        self.programme = programme
    }

    /// - Returns: how many points were added
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRunHall(rules))
        let actor = person.actor ?? JournalEntry.system
        let entries = try HallEntry.list(of: rules.id, db).filter { !$0.isHidden && $0.point == nil }
            .sorted { $0.number < $1.number }
        guard !entries.isEmpty else { throw Refusal("hall-has-nothing-new") }
        var writing = try MatterWriting(in: programme, by: actor, at: now, db)
        let statement = try HallEntry.statement(of: rules.id, db) ?? create(rules, &writing, at: now, db)
        var keys: [String: String] = [:]
        for id in entries.compactMap(\.proposal?.id) where keys[id] == nil {
            keys[id] = try MatterRow.find(id, of: programme, in: db)?.key
        }
        var positions: [Int64: Int64] = [:]
        var publicNumber: Int64 = 0
        try writing.change(StatementRecord.self, statement) { record in
            publicNumber = record.publicNumber
            for entry in entries {
                let version = rules.documents.first { $0.proposalID == entry.proposal?.id }?.version
                record.points.append(
                    PointRecord(
                        entry, label: String(record.points.count + 1), proposal: entry.proposal.flatMap { keys[$0.id] },
                        version: version))
                positions[entry.number] = Int64(record.points.count)
            }
        }
        for entry in entries { try entry.take(at: positions[entry.number], db) }
        try join(entries, positions, statement: publicNumber, rules, by: actor, at: now, db)
        return entries.count
    }

    private func join(
        _ entries: [HallEntry], _ positions: [Int64: Int64], statement: Int64, _ rules: ConsultationRules,
        by actor: String, at now: Moment, _ db: Connection
    ) throws {
        var writing = try PointWriting(rules, by: actor, at: now, db)
        for entry in entries {
            guard let lead = entry.joinedTo.flatMap({ positions[$0] }), let own = positions[entry.number] else {
                continue
            }
            let key = try writing.key(of: SynopsisPlace(statement: statement, position: lead))
            try writing.change(SynopsisPlace(statement: statement, position: own)) { $0.answeredWith = key }
        }
    }

    private func create(
        _ rules: ConsultationRules, _ writing: inout MatterWriting, at now: Moment, _ db: Connection
    ) throws -> String {
        guard let consultation = try MatterRow.find(rules.id, of: programme, in: db) else {
            throw ValueFault("there is no consultation \(rules.number)")
        }
        var record = StatementRecord()
        record.id = MatterWriting.newKey(.statement)
        record.publicNumber = try writing.nextNumber(.statement)
        record.consultation = consultation.key
        record.authorLabel = "Wortmeldungen aus dem Saal und online"
        record.state = .submitted
        record.fileNumber =
            "\(rules.fileNumber ?? "B\(rules.number)")-\(try StatementDraft.count(in: rules.id, db) + 1)"
        record.submittedOn = now.day
        record.submittedAt = now.text
        record.channel = .hall
        // It was said in public.
        record.mayPublish = true
        return try writing.create(record, isPublic: false)
    }
}

extension PointRecord {
    fileprivate init(_ entry: HallEntry, label: String, proposal: String?, version: Int64?) {
        self.init()
        self.label = label
        pointKind = entry.kind
        text = entry.text
        isQuotation = entry.channel != .microphone
        self.proposal = proposal
        self.version = proposal == nil ? nil : version
        assessment = entry.answer
    }
}
