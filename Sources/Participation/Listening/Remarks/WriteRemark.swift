// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody comments on a public matter, or answers a comment. A person's comment is public at once unless a rule
/// speaks for reading it first; a guest's is confirmed by mail and then read by a moderator.
public struct WriteRemark: Sendable {
    private let form: RemarkForm
    private let place: RemarkPlace
    private let programme: String
    private let effort: WritingEffort
    private let rules: QuarantineRules

    public init(
        _ form: RemarkForm, at place: RemarkPlace, in programme: String, effort: WritingEffort, rules: QuarantineRules
    ) {
        self.form = form
        self.place = place
        self.programme = programme
        self.effort = effort
        self.rules = rules
    }

    public enum Outcome: Equatable, Sendable {
        case published(number: Int64)
        /// A moderator reads it first.
        case held
        /// A mail is on its way to the guest.
        case unconfirmed
    }

    /// - Parameter compose: writes the mail by which a guest confirms
    public func run(
        as visitor: Visitor, at now: Moment, in db: Connection, compose: (Secret) throws -> Letter
    ) throws -> Outcome {
        try visitor.mayRemark(on: try place.subject(on: now.day, in: programme, db)).check()
        guard let person = visitor.person else { return try ask(at: now, in: db, compose) }
        return try write(as: person, at: now, in: db)
    }

    private func write(as person: Person, at now: Moment, in db: Connection) throws -> Outcome {
        let offices = try OwnOffice.list(of: person.id, on: now.day, in: programme, db)
        let (text, office) = try form.validated(offices)
        let submission = try ContributionTrace.note(
            [text], by: person.id, isGuest: false, effort: effort, at: now, in: db)
        let suspicions = office == nil ? Suspicion.found(in: submission, by: rules) : []
        guard suspicions.isEmpty else {
            let held = held(text, person.displayName, .waiting, suspicions, by: person, language: nil, at: now)
            try held.insert(token: nil, in: db)
            return .held
        }
        let publish = PublishRemark(
            text: text, authorLabel: person.displayName, place: place, office: office, person: person.id)
        return .published(number: try publish.run(by: person.actor, in: programme, at: now, db).number)
    }

    private func ask(
        at now: Moment, in db: Connection, _ compose: (Secret) throws -> Letter
    ) throws -> Outcome {
        let draft = try form.validatedAsGuest()
        let submission = try ContributionTrace.note(
            [draft.text], by: draft.email.text, isGuest: true, effort: effort, at: now, in: db)
        let token = Secret.make()
        let letter = try compose(token)
        let held = held(
            draft.text, draft.name, .unconfirmed, [.guest] + Suspicion.found(in: submission, by: rules), by: nil,
            email: draft.email, language: form.language, at: now)
        try held.insert(token: token, in: db)
        try PostMail(
            to: draft.email, letter, cause: "remark_confirmation", language: held.language, programme: programme,
            isSecret: true, worthlessFrom: now.later(bySeconds: HeldContribution.days * 24 * 60 * 60)
        ).run(at: now, in: db)
        return .unconfirmed
    }

    private func held(
        _ text: String, _ label: String?, _ state: HeldContribution.State, _ suspicions: [Suspicion],
        by person: Person?, email: EmailAddress? = nil, language: String?, at now: Moment
    ) -> HeldContribution {
        HeldContribution(
            id: Digest.random(bytes: 16), programme: programme, kind: .remark, about: place.matter.id,
            parent: place.parent?.id, text: text, authorLabel: label, person: person?.id, email: email,
            language: language ?? person?.language ?? "de", suspicions: suspicions, state: state, matter: nil,
            createdAt: now.text, waitingSince: state == .waiting ? now.text : nil)
    }
}

/// Where a remark belongs: to a matter, or below another remark on it.
public struct RemarkPlace: Sendable {
    public let matter: MatterSummary
    public let parent: Remark?

    /// - Parameter parent: an answer to an answer joins the same conversation
    public init(_ matter: MatterSummary, answering parent: Remark? = nil) {
        self.matter = matter
        self.parent = parent
    }

    /// Whether the programme still listens: a phase of it is under way.
    public func subject(on day: PartialDate, in programme: String, _ db: Connection) throws -> RemarkSubject {
        let phases = try Phase.list(in: programme, db)
        return RemarkSubject(matter.kind, isOpen: phases.contains { $0.standing(on: day) == .current })
    }
}
