// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A guest asks for a ballot: the way to it goes out by mail. The choice is made after that, so that no address and no
/// choice ever stand side by side.
public struct AskForBallot: Sendable {
    private let email: String?
    private let language: String
    private let number: Int64
    private let programme: String

    /// - Parameter language: that of the mail: `de` or `en`
    public init(_ email: String?, language: String, in poll: Int64, of programme: String) {
        self.email = email
        self.language = language
        self.number = poll
        self.programme = programme
    }

    /// The address that was typed.
    public func validated() throws(InvalidForm) -> EmailAddress {
        var check = FormCheck()
        let address = check.email(email, field: BallotForm.Field.email)
        try check.finish()
        guard let address else { throw InvalidForm([.init(BallotForm.Field.email, "email-missing")]) }
        return address
    }

    /// - Parameter compose: writes the mail with the link that the secret is a part of
    public func run(
        with key: PollKey, at now: Moment, in db: Connection, compose: (Secret) throws -> Letter
    ) throws {
        guard let poll = try Poll.find(number: number, in: programme, db) else {
            throw ValueFault("there is no poll \(number)")
        }
        try Visitor.guest.mayVote(in: poll, at: now).check()
        let address = try validated()
        try poll.check(key, db)
        let token = Secret.make()
        try BallotAccess.open(token, for: key.voter(address), in: poll.id, on: now.day, db)
        try PostMail(
            to: address, try compose(token), cause: "ballot", language: language, programme: programme, isSecret: true
        ).run(at: now, in: db)
    }
}
