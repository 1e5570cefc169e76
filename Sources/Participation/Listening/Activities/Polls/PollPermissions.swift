// SPDX-License-Identifier: EUPL-1.2

extension Visitor {
    /// To set up polls and to change their period.
    public func mayRunPolls(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        return holds(anyOf: [.programmeOffice, .administrator], in: programme)
            ? .allowed : .refused("polls-only-for-office")
    }

    /// To vote: everybody may while the poll is open; guests by the way that was mailed to them.
    public func mayVote(in poll: Poll, at now: Moment) -> Permission {
        switch poll.standing(at: now) {
        case .coming: .refused("poll-not-yet-open")
        case .open: .allowed
        case .over: .refused("poll-is-over")
        }
    }
}
