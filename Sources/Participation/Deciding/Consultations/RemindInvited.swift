// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Before a deadline, those who were invited and have not answered are reminded once; a longer deadline has a reminder
/// of its own.
public struct RemindInvited: Sendable {
    fileprivate static let usualDays = 7
    /// Where there is little time at all.
    fileprivate static let fewDays = 2

    public init() {}

    /// What one mail is written from.
    public struct Reminder: Sendable {
        public let rules: ConsultationRules
        public let name: String
        public let endsOn: PartialDate
        public let language: String
        /// Opens a new way in; nil for somebody with an account.
        public let secret: Secret?
    }

    /// One consultation and one of its deadlines.
    private struct Due {
        let rules: ConsultationRules
        let endsOn: PartialDate
    }

    public static func isDue(at now: Moment, in db: Connection) throws -> Bool { try next(at: now, in: db) != nil }

    /// - Returns: whether others wait
    public func run(at now: Moment, in db: Connection, compose: (Reminder) throws -> Letter) throws -> Bool {
        guard let due = try Self.next(at: now, in: db) else { return false }
        let answered = try Consultation.senders(of: due.rules.id, db)
        for name in due.rules.invited where due.rules.deadline(named: name) == due.endsOn {
            guard !answered.contains(where: { $0.isMeant(by: name) }),
                let party = try StatementParty.find(named: name, in: due.rules.programme, db)
            else { continue }
            try remind(party, name, due, at: now, in: db, compose)
        }
        try due.rules.noteReminder(of: due.endsOn, at: now, db)
        return true
    }

    private func remind(
        _ party: StatementParty, _ name: String, _ due: Due, at now: Moment, in db: Connection,
        _ compose: (Reminder) throws -> Letter
    ) throws {
        let rules = due.rules
        let people = try InvitedPerson.list(for: party, on: now.day, db)
        for person in people {
            let letter = try compose(
                Reminder(rules: rules, name: name, endsOn: due.endsOn, language: person.language, secret: nil))
            try PostMail(
                to: person.email, letter, cause: "consultation_reminder", language: person.language,
                person: person.id, programme: rules.programme
            ).run(at: now, in: db)
        }
        var written = people.map(\.email)
        for access in try StatementAccess.list(of: rules.id, in: db)
        where access.party == party && access.mayUse(for: rules, at: now).isAllowed && !written.contains(access.email) {
            written.append(access.email)
            // Of the way in that was mailed before only the digest of its key is kept, so the reminder brings its own.
            try StatementAccess.send(
                rules, party, to: access.email, in: access.language, cause: "consultation_reminder", at: now, in: db
            ) { secret in
                try compose(
                    Reminder(
                        rules: rules, name: name, endsOn: due.endsOn, language: access.language, secret: secret))
            }
        }
    }

    private static func next(at now: Moment, in db: Connection) throws -> Due? {
        guard now >= DigestTimes.morning(of: now.day) else { return nil }
        for candidate in try ConsultationRules.awaitingReminder(on: now.day, withinDays: usualDays, db) {
            guard let rules = try ConsultationRules.find(id: candidate.consultation, db) else { continue }
            if candidate.endsOn.lastDay - now.day.firstDay <= rules.daysOfReminder {
                return Due(rules: rules, endsOn: candidate.endsOn)
            }
        }
        return nil
    }
}

extension ConsultationRules {
    /// How many days before the deadline people are reminded: a week, where they have two weeks or more.
    fileprivate var daysOfReminder: Int {
        guard let startsOn, let endsOn else { return RemindInvited.usualDays }
        let days = endsOn.lastDay - startsOn.firstDay + 1
        return days >= 2 * RemindInvited.usualDays ? RemindInvited.usualDays : RemindInvited.fewDays
    }
}

/// Somebody with an account who speaks for an invited body.
struct InvitedPerson {
    let id: String
    let email: EmailAddress
    let language: String
}
