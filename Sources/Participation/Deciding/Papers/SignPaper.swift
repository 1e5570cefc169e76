// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A paper is given out to ministries, which sign it by a day.
public struct BeginSigning: Sendable {
    private let number: Int64
    private let programme: String
    private let ministries: [String]
    private let until: String?

    public enum Field {
        public static let ministries = "mitzeichnung"
        public static let until = "frist"
    }

    /// - Parameter ministries: their keys
    public init(_ number: Int64, in programme: String, by ministries: [String], until: String?) {
        self.number = number
        self.programme = programme
        self.ministries = ministries
        self.until = until
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayWrite(paper.standing)
        }
        guard writing.paper.state == .draft else { throw Refusal("paper-is-in-signing") }
        let choices = try SynopsisChoices.load(in: programme, db)
        var check = FormCheck()
        let asked = choices.ministries.map(\.key).filter {
            ministries.contains($0) && $0 != writing.paper.ministry?.key
        }
        if asked.isEmpty { check.add(Field.ministries, "ministries-missing") }
        let day = ConsultationForm.day(until, Field.until, missing: "day-missing", &check)
        if let day, day < now.day { check.add(Field.until, "day-in-the-past") }
        let record = try writing.record()
        for entry in writing.paper.template.texts where entry.isRequired && record.text(entry.part) == nil {
            check.add(PaperForm.Field.text(entry.part), "part-missing")
        }
        if record.items.isEmpty { check.add(PaperForm.Field.proposals, "items-missing") }
        try check.finish()
        try writing.change { paper in
            paper.state = .coSigning
            paper.edition = (paper.edition ?? 0) + 1
            paper.signUntil = day
            paper.signatures = asked.map { key in
                var signature = CoSignatureRecord()
                signature.ministry = key
                return signature
            }
        }
    }
}

/// A ministry signs a paper, signs with a proviso, or refuses with its reasons. It signs one wording: when that is
/// changed, it is asked again.
public struct SignPaper: Sendable {
    private let number: Int64
    private let programme: String
    private let ministry: String
    private let answer: String?
    private let note: String?
    private let revision: String?

    /// - Parameter revision: the wording that was on the screen
    public init(
        _ number: Int64, in programme: String, for ministry: String, answer: String?, note: String?, revision: String?
    ) {
        self.number = number
        self.programme = programme
        self.ministry = ministry
        self.answer = answer
        self.note = note
        self.revision = revision
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let choices = try SynopsisChoices.load(in: programme, db)
        guard let body = choices.ministries.first(where: { $0.key == ministry }) else {
            throw InvalidForm([.init(SignPoint.Field.ministry, "unknown-choice")])
        }
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.maySign(paper.standing, for: body.id)
        }
        let (state, note) = try validated()
        try writing.change(revision: revision ?? "") { paper in
            guard let index = paper.signatures.firstIndex(where: { $0.ministry == ministry }) else {
                throw Refusal("ministry-was-not-asked")
            }
            paper.signatures[index].state = state
            paper.signatures[index].note = note
            paper.signatures[index].reply = nil
            paper.signatures[index].signedOn = now.day
            paper.signatures[index].edition = paper.edition
            paper.signatures[index].digest = paper.digest
        }
    }

    private func validated() throws(InvalidForm) -> (CoSignatureState, String?) {
        var check = FormCheck()
        let state = answer.flatMap(CoSignatureState.init).flatMap { SignPoint.answers.contains($0) ? $0 : nil }
        if state == nil { check.add(SignPoint.Field.answer, "answer-missing") }
        let isSilent = state == .signed && note == nil
        let text =
            isSilent
            ? nil
            : check.passage(note, field: SignPoint.Field.note, missing: "dissent-reason-missing", limit: 5_000)
        try check.finish()
        return (state ?? .signed, text)
    }
}

/// The lead answers a refusal. Both texts go before the board.
public struct AnswerRefusal: Sendable {
    private let number: Int64
    private let programme: String
    private let ministry: String
    private let reply: String?

    public init(_ number: Int64, in programme: String, to ministry: String, reply: String?) {
        self.number = number
        self.programme = programme
        self.ministry = ministry
        self.reply = reply
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var writing = try PaperWriting(number, in: programme, as: visitor, at: now, db) { paper in
            visitor.mayWrite(paper.standing)
        }
        var check = FormCheck()
        let text = check.passage(reply, field: SignPoint.Field.reply, missing: "reply-missing", limit: 5_000)
        try check.finish()
        try writing.change { paper in
            guard
                let index = paper.signatures.firstIndex(where: { $0.ministry == ministry && $0.state == .refused })
            else { throw Refusal("no-dissent") }
            paper.signatures[index].reply = text
        }
    }
}
