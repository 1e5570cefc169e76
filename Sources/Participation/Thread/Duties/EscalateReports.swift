// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Reports that an office has not written although it was reminded, as its head is told of them.
public struct ReportEscalation: Equatable, Sendable {
    public let office: DutyOffice
    public let programme: String
    /// The longest overdue first.
    public let overdue: [OfficeDuty]
    /// How many there are in all, those that the mail does not name among them.
    public let total: Int64
    /// The language of whoever is written to.
    public let language: String
    /// Whether the office has neither head nor deputy, so that the programme office is told instead.
    public let isForProgrammeOffice: Bool

    static let longest: Int64 = 50
}

/// Tells the head of an office when reports stay away in spite of all reminders; the deputies where there is no head,
/// and the programme office where there is neither. Once for each day on which a report was due, in the morning.
public struct EscalateReports: Sendable {
    /// So many days after its day a report is escalated: by then its office has been reminded three times.
    public static let patienceDays = 14

    public init() {}

    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        guard now >= DigestTimes.morning(of: now.day) else { return false }
        return try ReportEscalationQuery.nextOffice(on: now.day, in: db) != nil
    }

    /// - Parameter compose: writes the mail
    /// - Returns: whether other offices wait: one at a time, so that others can write in between
    public func run(at now: Moment, in db: Connection, compose: (ReportEscalation) throws -> Letter) throws -> Bool {
        guard try Self.isDue(at: now, in: db), let office = try ReportEscalationQuery.nextOffice(on: now.day, in: db)
        else { return false }
        let duties = try ReportEscalationQuery.duties(of: office, on: now.day, in: db)
        if let first = duties.rows.first, let programme = try DutyReminderQuery.programme(of: office, in: db) {
            let heads = try OfficeRecipient.heads(of: office, on: now.day, in: db)
            let recipients = heads.isEmpty ? try OfficeRecipient.programmeOffice(programme, on: now.day, in: db) : heads
            for recipient in recipients {
                let letter = try compose(
                    ReportEscalation(
                        office: first.office, programme: programme, overdue: duties.rows, total: duties.total,
                        language: recipient.language, isForProgrammeOffice: heads.isEmpty))
                try PostMail(
                    to: recipient.email, letter, cause: "report_escalation", language: recipient.language,
                    person: recipient.person, programme: programme
                ).run(at: now, in: db)
            }
        }
        try ReportEscalationQuery.note(office, on: now.day, at: now, in: db)
        return true
    }
}
