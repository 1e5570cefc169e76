// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Staff write down what came as a letter, by mail or was said, and split it into points.
public struct CaptureStatement: Sendable {
    private let number: Int64
    private let programme: String
    private let capture: StatementCapture

    public init(_ capture: StatementCapture, in consultation: Int64, of programme: String) {
        number = consultation
        self.programme = programme
        self.capture = capture
    }

    /// - Returns: the number of the statement
    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws -> Int64 {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        let person = try visitor.person(if: visitor.mayRun(rules))
        guard [.open, .closed].contains(rules.state) else { throw Refusal("consultation-takes-no-letters") }
        let party = try capture.sender.flatMap { try StatementParty.find(named: $0, in: programme, db) }
        let places = try StatementPlace.list(rules, db)
        let files = try AttachmentDraft.list(on: capture.form.shelf, in: programme, db)
        let checked = try capture.validated(rules, party, places, files, on: now.day)
        let hasAnswered = try StatementDraft.earlier(of: checked.party, in: rules, db) != nil
        if hasAnswered { throw InvalidForm([.init(StatementCapture.Field.sender, "sender-has-answered")]) }
        let statement = try SubmitStatement(
            checked.content, rules: rules, party: checked.party, channel: checked.channel,
            receivedOn: checked.receivedOn, isQuotation: !capture.isSummary
        ).run(over: nil, by: person.actor ?? JournalEntry.system, at: now, in: db)
        try StatementFiles(of: statement.id, in: programme).replace(
            [], with: files, on: capture.form.shelf, by: person.actor ?? JournalEntry.system, at: now, in: db)
        return try MatterRow.find(statement.id, of: programme, in: db)?.number ?? 0
    }
}

/// What staff typed about a statement that did not come through the portal.
public struct StatementCapture: Equatable, Sendable {
    public var sender: String?
    public var channel: String?
    public var receivedOn: String?
    /// Whether the points are told in the office's words.
    public var isSummary = false
    public var form = StatementForm()

    public init() {}

    public enum Field {
        public static let sender = "absender"
        public static let channel = "eingangsweg"
        public static let receivedOn = "eingang"
        public static let isSummary = "zusammengefasst"
    }

    struct Checked {
        let party: StatementParty
        let channel: StatementChannel
        let receivedOn: PartialDate
        let content: StatementContent
    }

    func validated(
        _ rules: ConsultationRules, _ party: StatementParty?, _ places: [StatementPlace],
        _ files: [AttachmentDraft], on today: PartialDate
    ) throws(InvalidForm) -> Checked {
        var check = FormCheck()
        let channel = channel.flatMap(StatementChannel.init)
        if channel == nil { check.add(Field.channel, "unknown-choice") }
        let day = ConsultationForm.day(receivedOn, Field.receivedOn, missing: "day-missing", &check)
        if let party, rules.isInvited(party) {
            let deadline = rules.deadline(for: party)
            if let day, let deadline, day.firstDay > deadline.lastDay {
                check.add(Field.receivedOn, "received-after-deadline")
            }
        } else {
            check.add(Field.sender, "sender-missing")
        }
        if let day, day > today { check.add(Field.receivedOn, "day-in-the-future") }
        var content: StatementContent?
        do throws(InvalidForm) {
            content = try form.validated(places, files: files, isFinal: true)
        } catch {
            for fault in error.faults { check.add(fault.field, fault.reason, limit: fault.limit) }
        }
        try check.finish()
        guard let party, let channel, let day, let content else { throw InvalidForm([]) }
        return Checked(party: party, channel: channel, receivedOn: day, content: content)
    }
}
