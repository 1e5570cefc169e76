// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A step that an office takes with an application.
public struct HandleApplication: Sendable {
    private let id: String
    private let revision: Int64
    private let act: Act
    private let programme: String

    /// What an office does.
    public enum Act: Equatable, Sendable {
        /// Something is missing; the applicant can write again until a day.
        case request(text: String?, until: String?)
        /// Formally everything is there.
        case check
        /// Somebody with an account is asked for a review by a day.
        case invite(email: String?, until: String?)
        case propose(outcome: String?, reason: String?)
        case decide(outcome: String?, reason: String?)
    }

    public enum Field {
        public static let text = "nachforderung"
        public static let until = "frist"
        public static let email = "gutachten"
        public static let outcome = "ergebnis"
        public static let reason = "grund"
    }

    /// Fewer reviews than these are no review.
    public static let fewestReviews = 2

    public init(_ id: String, seen revision: Int64, _ act: Act, in programme: String) {
        self.id = id
        self.revision = revision
        self.act = act
        self.programme = programme
    }

    /// - Parameter compose: writes the mail to whoever is asked for a review
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (ReviewInvitation) throws -> Letter
    ) throws {
        let isDecision = if case .decide = act { true } else { false }
        let person = try visitor.person(
            if: isDecision ? visitor.mayDecideApplications(in: programme) : visitor.mayRunCalls(in: programme))
        guard let application = try ApplicationCase.find(id, in: programme, db) else {
            throw Refusal("application-unknown")
        }
        guard application.revision == revision else { throw Outdated() }
        let isBiased = try ApplicationReview.list(of: id, db).contains {
            $0.person == person.id && $0.state == .conflict
        }
        guard !isBiased else { throw Refusal("review-with-conflict") }
        var steps = try ApplicationSteps(application, by: person, in: programme, at: now, db)
        switch act {
        case .request(let text, let until):
            try ask(application, text, until, today: now.day, db)
            try tell(.applicationIncomplete, of: application, by: person.id, at: now, db)
        case .check: try check(application, &steps, db)
        case .invite(let email, let until):
            if let invitation = try invite(application, email, until, &steps, today: now.day, db) {
                try PostMail(
                    to: invitation.email, try compose(invitation), cause: "review_invitation",
                    language: invitation.language, person: invitation.person, programme: programme
                ).run(at: now, in: db)
            }
        case .propose(let outcome, let reason): try propose(application, outcome, reason, &steps, db)
        case .decide(let outcome, let reason):
            try decide(application, outcome, reason, &steps, db)
            try tell(.decided, of: application, by: person.id, at: now, db)
        }
    }

    private func tell(
        _ kind: NoticeKind, of application: ApplicationCase, by person: String, at now: Moment, _ db: Connection
    ) throws {
        guard let matter = application.application else { return }
        try TellFollowers(of: matter, kind, by: person, in: programme).run(at: now, in: db)
    }

    private func ask(
        _ application: ApplicationCase, _ text: String?, _ until: String?, today: PartialDate, _ db: Connection
    ) throws {
        guard application.state == .submitted else { throw Refusal("application-step-not-possible") }
        var check = FormCheck()
        let text = check.passage(text, field: Field.text, missing: "text-missing", limit: 2_000)
        let day = Self.day(until, today: today, &check)
        try check.finish()
        guard let text, let day else { return }
        try application.ask(text, until: day, db)
    }

    private func check(
        _ application: ApplicationCase, _ steps: inout ApplicationSteps, _ db: Connection
    ) throws {
        guard application.state == .submitted, application.request == nil else {
            throw Refusal("application-step-not-possible")
        }
        try steps.move(to: .checked, owing: .reviews)
        try application.set(.checked, db)
    }

    private func invite(
        _ application: ApplicationCase, _ email: String?, _ until: String?, _ steps: inout ApplicationSteps,
        today: PartialDate, _ db: Connection
    ) throws -> ReviewInvitation? {
        guard application.state == .checked || application.state == .underReview else {
            throw Refusal("application-step-not-possible")
        }
        var check = FormCheck()
        let reviewer = try email.flatMap { EmailAddress($0) }.flatMap { try Person.find(email: $0, in: db) }
        let day = Self.day(until, today: today, &check)
        if let reviewer {
            let reviews = try ApplicationReview.list(of: application.id, db)
            if reviews.contains(where: { $0.person == reviewer.id }) { check.add(Field.email, "reviewer-twice") }
            if try ApplicationReview.represents(
                reviewer.id, application.organisation, on: today, in: programme, db)
            {
                check.add(Field.email, "reviewer-is-applicant")
            }
        } else {
            check.add(Field.email, "reviewer-unknown")
        }
        try check.finish()
        guard let reviewer, let day else { return nil }
        try ApplicationReview.invite(reviewer.id, to: application.id, until: day, db)
        if application.state == .checked { try steps.move(to: .underReview, owing: .reviews) }
        try application.set(.underReview, db)
        return reviewer.email.map { email in
            ReviewInvitation(
                person: reviewer.id, email: email, language: reviewer.language, call: application.call.title,
                dueOn: day)
        }
    }

    private func propose(
        _ application: ApplicationCase, _ outcome: String?, _ reason: String?, _ steps: inout ApplicationSteps,
        _ db: Connection
    ) throws {
        guard application.state == .underReview else { throw Refusal("application-step-not-possible") }
        let reviews = try ApplicationReview.list(of: application.id, db)
        guard reviews.count(where: { $0.state == .submitted }) >= Self.fewestReviews else {
            throw Refusal("too-few-reviews")
        }
        let (chosen, text) = try Self.judged(outcome, reason)
        try steps.move(to: .proposed, owing: .decision)
        try application.propose(chosen, text, db)
    }

    private func decide(
        _ application: ApplicationCase, _ outcome: String?, _ reason: String?, _ steps: inout ApplicationSteps,
        _ db: Connection
    ) throws {
        guard application.state == .proposed else { throw Refusal("application-step-not-possible") }
        let (chosen, text) = try Self.judged(outcome, reason)
        try steps.move(to: .decided, owing: nil, outcome: chosen, reason: text)
        if chosen == .accepted { try steps.makeProject() }
        try application.decide(chosen, text, db)
    }

    private static func judged(
        _ outcome: String?, _ reason: String?
    ) throws(InvalidForm) -> (ApplicationOutcome, String) {
        var check = FormCheck()
        let chosen = outcome.flatMap { ApplicationOutcome(rawValue: $0) }
        if chosen == nil { check.add(Field.outcome, "outcome-missing") }
        let text = check.passage(reason, field: Field.reason, missing: "reason-missing", limit: 2_000)
        try check.finish()
        guard let chosen, let text else { throw InvalidForm(check.faults) }
        return (chosen, text)
    }

    private static func day(_ typed: String?, today: PartialDate, _ check: inout FormCheck) -> PartialDate? {
        guard let day = typed.flatMap(PartialDate.init), day.precision == .day else {
            check.add(Field.until, "day-missing")
            return nil
        }
        if day < today { check.add(Field.until, "day-in-the-past") }
        return day
    }
}

/// Somebody is asked for a review. Whose application it is stands nowhere in the mail: that is told only after a
/// conflict of interest has been denied.
public struct ReviewInvitation: Equatable, Sendable {
    public let person: String
    public let email: EmailAddress
    public let language: String
    public let call: String
    public let dueOn: PartialDate
}
