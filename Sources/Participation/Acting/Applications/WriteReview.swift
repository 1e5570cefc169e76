// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody who was asked for a review answers: takes it on, declares a conflict of interest, or hands it in.
public struct WriteReview: Sendable {
    private let id: String
    private let act: Act
    private let programme: String

    public enum Act: Equatable, Sendable {
        /// There is no conflict of interest.
        case accept
        case declare(conflict: String?)
        /// Points and reason, criterion by criterion.
        case submit(points: [String?], reasons: [String?], summary: String?)
    }

    public enum Field {
        public static let conflict = "befangenheit"
        public static let summary = "votum"
        public static func points(_ criterion: Int) -> String { "punkte-\(criterion)" }
        public static func reason(_ criterion: Int) -> String { "begruendung-\(criterion)" }
    }

    public static let mostPoints: Int64 = 5

    public init(_ id: String, _ act: Act, in programme: String) {
        self.id = id
        self.act = act
        self.programme = programme
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let review = try ApplicationReview.find(id, db),
            let application = try ApplicationCase.find(review.caseID, in: programme, db)
        else { throw Refusal("review-unknown") }
        try visitor.mayReview(review).check()
        guard application.state == .underReview else { throw Refusal("application-step-not-possible") }
        switch act {
        case .accept:
            guard review.state == .invited else { throw Refusal("review-is-answered") }
            try review.accept(db)
        case .declare(let conflict):
            guard review.state == .invited || review.state == .accepted else { throw Refusal("review-is-answered") }
            var check = FormCheck()
            let text = check.passage(conflict, field: Field.conflict, missing: "reason-missing", limit: 600)
            try check.finish()
            try review.declare(text ?? "", db)
        case .submit(let points, let reasons, let summary):
            guard review.state == .accepted else { throw Refusal("review-is-answered") }
            guard now.day <= review.dueOn else { throw Refusal("review-is-over") }
            try submit(review, application.call.criteria.count, points, reasons, summary, at: now, db)
        }
    }

    private func submit(
        _ review: ApplicationReview, _ criteria: Int, _ points: [String?], _ reasons: [String?], _ summary: String?,
        at now: Moment, _ db: Connection
    ) throws {
        var check = FormCheck()
        var scores: [ApplicationReview.Score] = []
        for index in 0..<criteria {
            let typed = points.indices.contains(index) ? points[index] : nil
            let given = typed.flatMap { Int64($0) }.flatMap { (0...Self.mostPoints).contains($0) ? $0 : nil }
            if given == nil { check.add(Field.points(index + 1), "points-out-of-range", limit: Int(Self.mostPoints)) }
            let reason = check.passage(
                reasons.indices.contains(index) ? reasons[index] : nil, field: Field.reason(index + 1),
                missing: "reason-missing", limit: 2_000)
            scores.append(ApplicationReview.Score(points: given ?? 0, reason: reason ?? ""))
        }
        let text = check.passage(summary, field: Field.summary, missing: "text-missing", limit: 4_000)
        try check.finish()
        try review.submit(scores, text ?? "", at: now, db)
    }
}
