// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Invitations go out at once or in one of two waves, each on its own day: municipal associations hear first.
public enum InvitationWave: Int64, CaseIterable, Sendable {
    case first = 1
    case second = 2
}

/// When the waves of a consultation go out, as far as that has been said.
public struct WaveDays: Equatable, Sendable {
    public let days: [InvitationWave: PartialDate]

    public init(_ days: [InvitationWave: PartialDate]) {
        self.days = days
    }
}

/// An invitation that waits for the day of its wave.
public struct PlannedInvitation: Equatable, Sendable {
    let id: String
    let consultationID: String
    /// A name of the list of invitations.
    public let name: String
    public let email: EmailAddress
    public let language: String
    public let wave: InvitationWave
}

/// Whoever runs a consultation says when its waves go out. A wave that has gone out keeps its day.
public struct SetWaveDays: Sendable {
    private let number: Int64
    private let programme: String
    private let typed: [InvitationWave: String]

    public enum Field {
        public static func day(_ wave: InvitationWave) -> String { "welle-\(wave.rawValue)" }
    }

    /// - Parameter typed: the days as they were typed; a wave without one does not go out
    public init(_ number: Int64, in programme: String, _ typed: [InvitationWave: String]) {
        self.number = number
        self.programme = programme
        self.typed = typed
    }

    public func run(as visitor: Visitor, at now: Moment, in db: Connection) throws {
        guard let rules = try ConsultationRules.find(number: number, in: programme, db) else {
            throw MissingMatter(.consultation, number)
        }
        try visitor.mayRun(rules).check()
        guard [.planned, .open].contains(rules.state) else { throw Refusal("consultation-is-over") }
        let known = try WaveDays.load(of: rules.id, db)
        var check = FormCheck()
        var days: [InvitationWave: PartialDate] = [:]
        for wave in InvitationWave.allCases {
            guard let text = typed[wave] else { continue }
            guard let day = ConsultationForm.day(text, Field.day(wave), missing: "day-missing", &check) else {
                continue
            }
            days[wave] = day
            if day != known.days[wave] { Self.check(day, Field.day(wave), rules, on: now.day, &check) }
        }
        for (wave, day) in known.days where day <= now.day && days[wave] != day {
            check.add(Field.day(wave), "wave-has-gone-out")
        }
        if let first = days[.first], let second = days[.second], second < first {
            check.add(Field.day(.second), "second-wave-before-first")
        }
        for wave in InvitationWave.allCases where days[wave] == nil {
            if try PlannedInvitation.count(of: rules.id, wave, db) > 0 {
                check.add(Field.day(wave), "wave-has-invitations")
            }
        }
        try check.finish()
        try WaveDays(days).store(for: rules.id, db)
    }

    private static func check(
        _ day: PartialDate, _ field: String, _ rules: ConsultationRules, on today: PartialDate,
        _ check: inout FormCheck
    ) {
        if day < today {
            check.add(field, "day-in-the-past")
        } else if let last = rules.lastDay, day.lastDay > last.lastDay {
            check.add(field, "wave-after-deadline")
        }
    }
}

/// The waves whose day has come go out, a few invitations in each transaction.
public struct SendWaves: Sendable {
    private static let atOnce: Int64 = 20

    public init() {}

    /// What the mail is written from.
    public struct Invitation: Sendable {
        public let rules: ConsultationRules
        public let name: String
        public let language: String
        public let secret: Secret
    }

    public static func isDue(at now: Moment, in db: Connection) throws -> Bool {
        guard now >= DigestTimes.morning(of: now.day) else { return false }
        return try !PlannedInvitation.due(on: now.day, limit: 1, db).isEmpty
    }

    /// - Parameter compose: writes the mail with the key that opens the way in
    /// - Returns: whether others wait
    public func run(at now: Moment, in db: Connection, compose: (Invitation) throws -> Letter) throws -> Bool {
        guard try Self.isDue(at: now, in: db) else { return false }
        let due = try PlannedInvitation.due(on: now.day, limit: Self.atOnce, db)
        for planned in due {
            try planned.delete(db)
            guard let rules = try ConsultationRules.find(id: planned.consultationID, db),
                rules.invited.contains(planned.name),
                let party = try StatementParty.find(named: planned.name, in: rules.programme, db)
            else { continue }
            try StatementAccess.send(
                rules, party, to: planned.email, in: planned.language, wave: planned.wave,
                cause: "consultation_invitation", at: now, in: db
            ) { secret in
                try compose(
                    Invitation(rules: rules, name: planned.name, language: planned.language, secret: secret))
            }
        }
        return Int64(due.count) == Self.atOnce
    }
}

extension StatementAccess {
    /// A way in is made and mailed.
    static func send(
        _ rules: ConsultationRules, _ party: StatementParty, to address: EmailAddress, in language: String,
        wave: InvitationWave? = nil, cause: String, at now: Moment, in db: Connection,
        compose: (Secret) throws -> Letter
    ) throws {
        let secret = Secret.make()
        try insert(
            rules, party, address, language: language, secret: secret, wave: wave, until: end(rules, at: now), at: now,
            in: db)
        try PostMail(
            to: address, try compose(secret), cause: cause, language: language, programme: rules.programme,
            isSecret: true
        ).run(at: now, in: db)
    }

    private static func end(_ rules: ConsultationRules, at now: Moment) -> Moment {
        let days = rules.lastDay.map { Int64(max(0, $0.lastDay - now.day.firstDay)) } ?? 365
        return now.later(bySeconds: (days + daysToRead) * 24 * 60 * 60)
    }
}
