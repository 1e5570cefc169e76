// SPDX-License-Identifier: EUPL-1.2

import Storage

/// How a mail leaves the outbox: it is claimed, sent, and then it is noted what became of it; so no mail goes out
/// twice, whoever else sends from the same database.
///
/// A program that dies between claim and note leaves one mail of which nobody can say whether it went out. When its
/// time is up it becomes *uncertain*: the outbox shows it, and only a person sends it again.
public enum DispatchMail {
    /// The times between attempts, in seconds; after the last one the mail is given up.
    static let waits: [Int64] = [60, 5 * 60, 30 * 60, 2 * 60 * 60, 12 * 60 * 60]

    /// Far longer than an attempt can take.
    static let longestAttempt: Int64 = 15 * 60

    /// What was found out about a mail.
    public enum Outcome: Equatable, Sendable {
        case sent
        /// To be tried again, until the last attempt has failed.
        case postponed(String)
        case refused(String)
        case uncertain(String)
    }

    /// Takes the mail that has waited longest; nil when none is due.
    public static func claimNext(at now: Moment, in db: Connection) throws -> Mail? {
        for mail in try MailQueries.due(at: now, limit: 5, in: db) {
            if try MailQueries.claim(mail, until: now.later(bySeconds: longestAttempt), at: now, in: db) { return mail }
        }
        return nil
    }

    public static func note(_ outcome: Outcome, of mail: Mail, at now: Moment, in db: Connection) throws {
        switch outcome {
        case .sent: try MailQueries.markSent(mail.id, at: now, in: db)
        case .refused(let fault): try MailQueries.markFailed(mail.id, fault: fault, tryAgain: nil, in: db)
        case .uncertain(let fault): try MailQueries.markUncertain(mail.id, fault: fault, in: db)
        case .postponed(let fault):
            let made = Int(mail.attempts)
            let then = made < waits.count ? now.later(bySeconds: waits[made]) : nil
            try MailQueries.markFailed(mail.id, fault: fault, tryAgain: then, in: db)
        }
    }

    /// What must be settled before sending: mails nobody needs any more, and those a program died over.
    public static func settle(at now: Moment, in db: Connection) throws {
        try MailQueries.giveUpWorthless(at: now, in: db)
        try MailQueries.settleAbandoned(at: now, in: db)
    }
}

/// Somebody decides about a mail that did not go out by itself.
public struct DecideOnMail: Sendable {
    public enum Decision: String, CaseIterable, Sendable {
        case tryAgain = "noch-einmal"
        case giveUp = "aufgeben"
    }

    private let id: String
    private let decision: Decision

    public init(_ id: String, _ decision: Decision) {
        self.id = id
        self.decision = decision
    }

    /// - Throws: `Refusal`; false when the mail is gone or stands otherwise by now
    public func run(as visitor: Visitor, in programme: String, at now: Moment, in db: Connection) throws -> Bool {
        guard let mail = try MailQueries.find(id, in: db) else { return false }
        try visitor.mayDecide(on: mail, in: programme).check()
        switch decision {
        case .tryAgain:
            return mail.canBeTriedAgain ? try MailQueries.tryAgain(mail, at: now, in: db) : false
        case .giveUp: return mail.canBeGivenUp ? try MailQueries.giveUp(mail, in: db) : false
        }
    }
}

extension Mail {
    /// What a mail by which one signs in said is gone once it was given up.
    public var canBeTriedAgain: Bool { (state == .failed || state == .uncertain) && !letter.text.isEmpty }

    public var canBeGivenUp: Bool { state == .waiting || state == .uncertain }
}

extension Visitor {
    /// To send a mail again or to give it up: whoever may read it.
    public func mayDecide(on mail: Mail, in programme: String) -> Permission { mayRead(mail, in: programme) }
}
