// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A ministry that was asked agrees to an assessment, agrees with a proviso, or dissents with its reasons.
public struct SignPoint: Sendable {
    private let place: SynopsisPlace
    private let number: Int64
    private let programme: String
    private let ministry: String
    private let answer: String?
    private let note: String?
    private let revision: String?

    public enum Field {
        public static let ministry = "ressort"
        public static let answer = "haltung"
        public static let note = "anmerkung"
        public static let reply = "erwiderung"
    }

    /// What a ministry can say.
    public static let answers: [CoSignatureState] = [.signed, .proviso, .refused]

    /// - Parameter ministry: its key, the abbreviation
    public init(
        _ place: SynopsisPlace, in consultation: Int64, of programme: String, for ministry: String, answer: String?,
        note: String?, revision: String?
    ) {
        self.place = place
        number = consultation
        self.programme = programme
        self.ministry = ministry
        self.answer = answer
        self.note = note
        self.revision = revision
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let choices = try SynopsisChoices.load(in: programme, db)
        guard let body = choices.ministries.first(where: { $0.key == ministry }) else {
            throw InvalidForm([.init(Field.ministry, "unknown-choice")])
        }
        let person = try visitor.person(if: visitor.maySign(for: body.id, in: programme))
        try rules.mayBeWorkedOn.check()
        let (state, note) = try validated()
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(place, revision: revision ?? "") { point in
            guard [.assessed, .agreed].contains(point.state) else { throw Refusal("point-is-not-in-agreement") }
            guard let index = point.signatures.firstIndex(where: { $0.ministry == ministry }) else {
                throw Refusal("ministry-was-not-asked")
            }
            point.signatures[index].state = state
            point.signatures[index].note = note
            point.signatures[index].reply = nil
            point.signatures[index].signedOn = now.day
            point.agreeIfAllHave()
        }
    }

    /// Whoever does not simply agree says why.
    private func validated() throws(InvalidForm) -> (CoSignatureState, String?) {
        var check = FormCheck()
        let state = answer.flatMap(CoSignatureState.init).flatMap { Self.answers.contains($0) ? $0 : nil }
        if state == nil { check.add(Field.answer, "answer-missing") }
        let text: String?
        if state == .signed, note == nil {
            text = nil
        } else {
            text = check.passage(note, field: Field.note, missing: "dissent-reason-missing", limit: 5_000)
        }
        try check.finish()
        return (state ?? .signed, text)
    }
}

/// The lead answers a dissent. Both texts stay beside each other.
public struct AnswerDissent: Sendable {
    private let place: SynopsisPlace
    private let number: Int64
    private let programme: String
    private let ministry: String
    private let reply: String?
    private let revision: String?

    public init(
        _ place: SynopsisPlace, in consultation: Int64, of programme: String, to ministry: String, reply: String?,
        revision: String?
    ) {
        self.place = place
        number = consultation
        self.programme = programme
        self.ministry = ministry
        self.reply = reply
        self.revision = revision
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try rules.mayBeWorkedOn.check()
        var check = FormCheck()
        let text = check.passage(reply, field: SignPoint.Field.reply, missing: "reply-missing", limit: 5_000)
        try check.finish()
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(place, revision: revision ?? "") { point in
            guard let index = point.signatures.firstIndex(where: { $0.ministry == ministry && $0.state == .refused })
            else { throw Refusal("no-dissent") }
            point.signatures[index].reply = text
            point.agreeIfAllHave()
        }
    }
}
