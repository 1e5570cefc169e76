// SPDX-License-Identifier: EUPL-1.2

/// What was counted in the box of a poll.
public struct PollTally: Equatable, Sendable {
    public let ballots: Int64
    /// How many chose each topic, by its position.
    public let votes: [Int64: Int64]
    public let origins: [Origin]

    /// How many ballots came from a municipality, by its key; nil for those that name none.
    public struct Origin: Equatable, Sendable {
        public let municipality: String?
        public let ballots: Int64

        public init(municipality: String?, ballots: Int64) {
            self.municipality = municipality
            self.ballots = ballots
        }
    }

    public init(ballots: Int64, votes: [Int64: Int64], origins: [Origin]) {
        self.ballots = ballots
        self.votes = votes
        self.origins = origins
    }

    /// The topics by how many chose them; those that are equal stay in the order of the ballot.
    public func ranking(_ topics: [Poll.Topic]) -> [(topic: Poll.Topic, votes: Int64)] {
        topics.map { ($0, votes[$0.position] ?? 0) }
            .sorted { ($1.votes, $0.topic.position) < ($0.votes, $1.topic.position) }
    }

    /// A share in whole per cent, rounded half up.
    public func percent(_ votes: Int64) -> Int64 {
        ballots == 0 ? 0 : (votes * 200 + ballots) / (ballots * 2)
    }

    /// The turnout that may be shown: the largest first, and all that is too small to show together at the end.
    ///
    /// A number below five points at people. Numbers that are left out can be computed when the others and the sum are
    /// known; so what is left out is one sum of at least two numbers and at least five ballots, and it is not said
    /// which municipalities it is made of.
    public var turnout: [Origin] {
        let places = origins.filter { $0.municipality != nil && $0.ballots > 0 }
            .sorted { ($1.ballots, $0.municipality ?? "") < ($0.ballots, $1.municipality ?? "") }
        var shown = places.filter { $0.ballots >= Poll.fewest }
        var hidden = origins.filter { $0.ballots > 0 && ($0.municipality == nil || $0.ballots < Poll.fewest) }
        let isSecret = hidden.contains { $0.ballots < Poll.fewest }
        if isSecret {
            while let smallest = shown.last, hidden.count < 2 || Self.sum(hidden) < Poll.fewest {
                hidden.append(smallest)
                shown.removeLast()
            }
        }
        let rest = Self.sum(hidden)
        guard rest > 0 else { return shown }
        guard rest >= Poll.fewest else { return [] }
        return shown + [Origin(municipality: nil, ballots: rest)]
    }

    private static func sum(_ origins: [Origin]) -> Int64 {
        origins.reduce(0) { $0 + $1.ballots }
    }
}
