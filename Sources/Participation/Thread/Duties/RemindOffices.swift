// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What an office is reminded of: what is due soon, what is due today, and what should have been done.
public struct DutyReminder: Equatable, Sendable {
    public let office: DutyOffice
    public let programme: String
    public let soon: [OfficeDuty]
    public let today: [OfficeDuty]
    public let overdue: [OfficeDuty]
    /// How many there are in all, those that the mail does not name among them.
    public let total: Int64
    /// The language of whoever is written to.
    public let language: String
    /// Whether nobody of the office could be written to, so that the programme office is told instead.
    public let isForProgrammeOffice: Bool

    static let longest: Int64 = 50
}

/// Somebody of an office, or the programme office for it.
struct OfficeRecipient: Equatable, Sendable {
    let person: String
    let email: EmailAddress
    let language: String
}

/// Reminds offices before, at and after the day on which something is due, once for each day and stage, in the morning.
/// All members are written to, deputies as well; where an office has nobody, the programme office is.
public struct RemindOffices: Sendable {
    public init() {}

    /// Whether an office is to be reminded of something now.
    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        guard now >= DigestTimes.morning(of: now.day) else { return false }
        return try DutyReminderQuery.nextOffice(on: now.day, in: db) != nil
    }

    /// - Parameter compose: writes the mail
    /// - Returns: whether other offices are to be reminded, too: one at a time, so that others can write in between
    public func run(at now: Moment, in db: Connection, compose: (DutyReminder) throws -> Letter) throws -> Bool {
        guard try Self.isDue(at: now, in: db), let office = try DutyReminderQuery.nextOffice(on: now.day, in: db)
        else { return false }
        let duties = try DutyReminderQuery.duties(of: office, on: now.day, in: db)
        if let first = duties.rows.first { try write(duties, first, at: now, in: db, compose) }
        try DutyReminderQuery.note(office, on: now.day, at: now, in: db)
        return true
    }

    private func write(
        _ duties: Listed<OfficeDuty>, _ first: OfficeDuty, at now: Moment, in db: Connection,
        _ compose: (DutyReminder) throws -> Letter
    ) throws {
        guard let programme = try DutyReminderQuery.programme(of: first.office.id, in: db) else { return }
        let members = try OfficeRecipient.members(of: first.office.id, on: now.day, in: db)
        let recipients = members.isEmpty ? try OfficeRecipient.programmeOffice(programme, on: now.day, in: db) : members
        let today = now.day
        for recipient in recipients {
            let letter = try compose(
                DutyReminder(
                    office: first.office, programme: programme, soon: duties.rows.filter { $0.dueOn > today },
                    today: duties.rows.filter { $0.dueOn == today },
                    overdue: duties.rows.filter { $0.dueOn < today }, total: duties.total, language: recipient.language,
                    isForProgrammeOffice: members.isEmpty))
            try PostMail(
                to: recipient.email, letter, cause: "duty_reminder", language: recipient.language,
                person: recipient.person, programme: programme
            ).run(at: now, in: db)
        }
    }
}

/// How an office stands at the beginning of a week.
public struct OfficeWeek: Equatable, Sendable {
    public let office: DutyOffice
    public let programme: String
    public let open: Int64
    public let overdue: Int64
    /// What was done since the Monday before, and how much of it by its day.
    public let met: Int64
    public let metInTime: Int64
    /// What is overdue or due within the week, the most urgent first.
    public let pressing: [OfficeDuty]
    public let language: String

    static let longest: Int64 = 20
}

/// Writes to the heads of offices on Mondays how their office stands; to the deputies where there is no head.
public struct SummariseOffices: Sendable {
    public init() {}

    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        let monday = now.day.monday
        guard now >= DigestTimes.morning(of: monday) else { return false }
        return try OfficeWeekQuery.nextOffice(monday, in: db) != nil
    }

    /// - Returns: whether other offices wait for theirs
    public func run(at now: Moment, in db: Connection, compose: (OfficeWeek) throws -> Letter) throws -> Bool {
        let monday = now.day.monday
        guard try Self.isDue(at: now, in: db), let office = try OfficeWeekQuery.nextOffice(monday, in: db) else {
            return false
        }
        let recipients = try OfficeRecipient.heads(of: office.id, on: now.day, in: db)
        if let programme = try DutyReminderQuery.programme(of: office.id, in: db) {
            for recipient in recipients {
                let week = try OfficeWeekQuery.load(
                    office, in: programme, on: now.day, language: recipient.language, db)
                try PostMail(
                    to: recipient.email, try compose(week), cause: "office_summary", language: recipient.language,
                    person: recipient.person, programme: programme
                ).run(at: now, in: db)
            }
        }
        try OfficeWeekQuery.note(office.id, monday, at: now, in: db)
        return true
    }
}
