// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A point that says several things becomes several points, each with its own answer; where they came from stays.
public struct SplitPoint: Sendable {
    private let place: SynopsisPlace
    private let number: Int64
    private let programme: String
    private let parts: [String]
    private let revision: String?

    public enum Field {
        public static let parts = "teile"
    }

    /// What stands between two parts: an empty line.
    static let gap = "\n\n"

    /// - Parameter text: the parts, with an empty line between two of them
    public init(
        _ place: SynopsisPlace, in consultation: Int64, of programme: String, into text: String?, revision: String?
    ) {
        self.place = place
        number = consultation
        self.programme = programme
        self.revision = revision
        var check = FormCheck()
        let whole = check.passage(text, field: Field.parts, missing: "parts-missing", limit: StatementForm.longestPoint)
        parts = (whole ?? "").split(separator: Self.gap).map { part in
            String(part.drop { $0.isWhitespace })
        }.filter { !$0.isEmpty }
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try rules.mayBeRearranged(at: now).check()
        guard parts.count >= 2 else { throw InvalidForm([.init(Field.parts, "parts-missing")]) }
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        let whole = try writing.find(place)
        guard [.received, .assigned].contains(whole.state), whole.answeredWith == nil else {
            throw Refusal("point-is-answered")
        }
        let origin = try writing.key(of: place)
        try writing.change(place, revision: revision ?? "") { point in
            point.text = parts[0]
            point.isQuotation = point.isQuotation && whole.text.contains(parts[0])
        }
        _ = try writing.append(
            parts.dropFirst().map { text in
                var part = whole
                part.text = text
                part.wording = nil
                part.isQuotation = whole.isQuotation && whole.text.contains(text)
                part.splitFrom = origin
                part.state = .received
                part.office = nil
                part.dueOn = nil
                return part
            }, besides: place)
    }
}

/// Points that say the same get one answer: the first of them is assessed for all. Each keeps its sender and number.
public struct JoinPoints: Sendable {
    private let places: [SynopsisPlace]
    private let number: Int64
    private let programme: String

    public init(_ places: [SynopsisPlace], in consultation: Int64, of programme: String) {
        self.places = places.sorted { ($0.statement, $0.position) < ($1.statement, $1.position) }
        number = consultation
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try rules.mayBeRearranged(at: now).check()
        guard places.count >= 2, let first = places.first else {
            throw InvalidForm([.init(AssignPoints.Field.points, "two-points-needed")])
        }
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        let lead = try writing.key(of: first)
        guard try writing.find(first).answeredWith == nil else { throw Refusal("point-has-the-answer-of-another") }
        for place in places.dropFirst() {
            let hasOwn = try !SynopsisPlace.alike(writing.ids(of: place).point, db).isEmpty
            guard !hasOwn else { throw Refusal("point-answers-for-others") }
            try writing.change(place) { point in
                guard [.received, .assigned, .assessed].contains(point.state) else {
                    throw Refusal("point-is-released")
                }
                point.answeredWith = lead
                point.signatures = []
            }
        }
    }
}

/// A point gets an answer of its own again.
public struct SeparatePoint: Sendable {
    private let place: SynopsisPlace
    private let number: Int64
    private let programme: String

    public init(_ place: SynopsisPlace, in consultation: Int64, of programme: String) {
        self.place = place
        number = consultation
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try rules.mayBeWorkedOn.check()
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        try writing.change(place) { point in
            guard point.state != .released, point.state != .published else { throw Refusal("point-is-released") }
            point.answeredWith = nil
        }
    }
}
