// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Points are given to an office, many at once, with the day by which their assessment is due.
public struct AssignPoints: Sendable {
    private let number: Int64
    private let programme: String
    private let places: [SynopsisPlace]
    private let office: String?
    private let dueOn: String?

    public enum Field {
        public static let points = "punkt"
        public static let office = "stelle"
        public static let dueOn = "faellig"
    }

    /// Each is one journal entry with a whole statement in it; more at once would make everybody else wait.
    public static let mostAtOnce = 100

    public init(
        _ places: [SynopsisPlace], in consultation: Int64, of programme: String, to office: String?, by dueOn: String?
    ) {
        number = consultation
        self.programme = programme
        self.places = places
        self.office = office
        self.dueOn = dueOn
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try rules.mayBeWorkedOn.check()
        let choices = try SynopsisChoices.load(in: programme, db)
        let (key, due) = try validated(choices, on: now.day)
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        for place in places {
            try writing.change(place) { point in
                guard ![.released, .published].contains(point.state) else { throw Refusal("point-is-released") }
                point.office = key
                point.dueOn = due
                if point.state == .received { point.state = .assigned }
            }
            try AssessmentDuty.begin(for: place, office: key, due: due, &writing, at: now, in: db)
        }
    }

    private func validated(
        _ choices: SynopsisChoices, on today: PartialDate
    ) throws(InvalidForm) -> (office: String, due: PartialDate) {
        var check = FormCheck()
        if places.isEmpty { check.add(Field.points, "points-missing") }
        if places.count > Self.mostAtOnce { check.add(Field.points, "too-many-at-once", limit: Self.mostAtOnce) }
        let key = office.flatMap { office in choices.offices.first { $0.key == office }?.key }
        if key == nil { check.add(Field.office, office == nil ? "office-missing" : "unknown-choice") }
        let due = ConsultationForm.day(dueOn, Field.dueOn, missing: "day-missing", &check)
        if let due, due < today { check.add(Field.dueOn, "day-in-the-past") }
        try check.finish()
        return (key ?? "", due ?? today)
    }
}

extension ConsultationRules {
    /// The consultation that a use case is about.
    static func atWork(_ number: Int64, in programme: String, _ db: Connection) throws -> ConsultationRules {
        guard let rules = try find(number: number, in: programme, db) else {
            throw ValueFault("there is no consultation \(number)")
        }
        return rules
    }
}
