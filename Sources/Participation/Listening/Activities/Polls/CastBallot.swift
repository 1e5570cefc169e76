// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Somebody votes, or votes anew: the last ballot of each counts. Nothing of it is journalled.
public struct CastBallot: Sendable {
    private let form: BallotForm
    private let number: Int64
    private let programme: String

    public init(_ form: BallotForm, in poll: Int64, of programme: String) {
        self.form = form
        self.number = poll
        self.programme = programme
    }

    /// Whoever votes.
    public enum Origin: Sendable {
        /// Somebody who is signed in; the key is the poll's.
        case person(Visitor, PollKey)
        /// Whoever holds the link of a mail.
        case link(Secret)
    }

    public func run(from origin: Origin, at now: Moment, in db: Connection) throws {
        guard let poll = try Poll.find(number: number, in: programme, db) else {
            throw ValueFault("there is no poll \(number)")
        }
        let voter = try voter(origin, poll, at: now, db)
        let place = try form.municipality.flatMap { try Ballot.place($0, in: programme, db) }
        let topics = try form.validated(poll, isPlaceKnown: form.municipality == nil || place != nil)
        try Ballot.cast(topics, from: place, by: voter, in: poll.id, on: now.day, db)
    }

    private func voter(_ origin: Origin, _ poll: Poll, at now: Moment, _ db: Connection) throws -> Voter {
        switch origin {
        case .person(let visitor, let key):
            let person = try visitor.person(if: visitor.mayVote(in: poll, at: now))
            try poll.check(key, db)
            return key.voter(person)
        case .link(let token):
            try Visitor.guest.mayVote(in: poll, at: now).check()
            guard let voter = try BallotAccess.voter(token, in: poll.id, db) else {
                throw Refusal("ballot-link-unknown")
            }
            return voter
        }
    }
}

extension Poll {
    /// The first key that is used stays the poll's.
    func check(_ key: PollKey, _ db: Connection) throws {
        if let keyDigest {
            guard keyDigest == key.digest else { throw Refusal("poll-key-lost") }
        } else {
            try keep(key, db)
        }
    }
}
