// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Answers become final inside the house, many at once. What has the answer of another point is released with it.
public struct ReleasePoints: Sendable {
    private let places: [SynopsisPlace]
    private let number: Int64
    private let programme: String

    public init(_ places: [SynopsisPlace], in consultation: Int64, of programme: String) {
        self.places = places
        number = consultation
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        let rules = try ConsultationRules.atWork(number, in: programme, db)
        let person = try visitor.person(if: visitor.mayRun(rules))
        try rules.mayBeWorkedOn.check()
        guard !places.isEmpty else { throw InvalidForm([.init(AssignPoints.Field.points, "points-missing")]) }
        var writing = try PointWriting(rules, by: person.actor ?? JournalEntry.system, at: now, db)
        for place in places {
            let lead = try writing.find(place)
            guard lead.answeredWith == nil else { throw Refusal("point-has-the-answer-of-another") }
            try writing.change(place) { try $0.release(on: now.day) }
            try AssessmentDuty.meet(for: place, &writing, at: now, in: db)
            for other in try SynopsisPlace.alike(writing.ids(of: place).point, db) {
                try writing.change(other) { point in
                    point.outcome = lead.outcome
                    point.assessment = lead.assessment
                    point.changeOld = lead.changeOld
                    point.changeNew = lead.changeNew
                    point.office = lead.office
                    point.state = .released
                    point.releasedOn = now.day
                }
                try AssessmentDuty.meet(for: other, &writing, at: now, in: db)
            }
        }
    }
}

extension PointRecord {
    fileprivate mutating func release(on day: PartialDate) throws {
        let isAgreed = state == .agreed || (state == .assessed && signatures.isEmpty)
        guard isAgreed else { throw Refusal("point-is-not-agreed") }
        guard outcome != nil, assessment != nil else { throw Refusal("point-is-not-agreed") }
        state = .released
        releasedOn = day
    }
}
