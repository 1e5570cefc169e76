// SPDX-License-Identifier: EUPL-1.2

import Storage

/// An office needs more time for its answer. It says until when and why, in public: no day moves in silence.
public struct ExtendReply: Sendable {
    private let form: ExtensionForm
    private let seen: SeenIdea

    public init(_ form: ExtensionForm, for seen: SeenIdea) {
        self.form = form
        self.seen = seen
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        var handling = try IdeaHandling(.extend, on: seen, as: visitor, at: now, in: db)
        guard let duty = handling.file.duty else { throw Refusal("no-reply-is-owed") }
        let wanted = try form.validated(after: max(duty.dueOn, now.day), today: now.day)
        try handling.writing.change(DutyRecord.self, duty.id) { record in
            record.dueOn = wanted.dueOn
            record.reason = wanted.reason
        }
        try DutyExtension(dueBefore: duty.dueOn, dueAfter: wanted.dueOn, reason: wanted.reason)
            .insert(for: duty.id, at: now, in: db)
        try handling.tell(.replyExtended)
    }
}

/// One time that a day was moved.
public struct DutyExtension: Equatable, Sendable {
    public let dueBefore: PartialDate
    public let dueAfter: PartialDate
    public let reason: String
}

/// What was typed to move the day of an answer.
public struct ExtensionForm: Equatable, Sendable {
    public var dueOn: String?
    public var reason: String?

    public init(dueOn: String?, reason: String?) {
        self.dueOn = dueOn
        self.reason = reason
    }

    public enum Field {
        public static let dueOn = "frist"
        public static let reason = "frist-grund"
    }

    /// The furthest day, counted from today.
    public static let mostDays = 365

    /// - Parameter earliest: the new day lies after this one
    func validated(
        after earliest: PartialDate, today: PartialDate
    ) throws(InvalidForm) -> (dueOn: PartialDate, reason: String) {
        var check = FormCheck()
        let day = dueOn.flatMap(PartialDate.init).flatMap { $0.precision == .day ? $0 : nil }
        if let day {
            if day <= earliest { check.add(Field.dueOn, "day-not-later") }
            if day.firstDay > today.firstDay + Self.mostDays {
                check.add(Field.dueOn, "day-too-far", limit: Self.mostDays)
            }
        } else {
            check.add(Field.dueOn, "day-missing")
        }
        let reason = check.passage(reason, field: Field.reason, missing: "reason-missing", limit: 600)
        try check.finish()
        return (day ?? today, reason ?? "")
    }
}
