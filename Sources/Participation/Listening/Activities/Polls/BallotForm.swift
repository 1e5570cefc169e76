// SPDX-License-Identifier: EUPL-1.2

/// A ballot as it was filled in.
public struct BallotForm: Equatable, Sendable {
    /// The positions of topics.
    public var topics: [String]
    /// The official key of a municipality.
    public var municipality: String?

    public init(topics: [String] = [], municipality: String? = nil) {
        self.topics = topics
        self.municipality = municipality
    }

    /// The fields by the names they have in the form.
    public enum Field {
        public static let topics = "thema"
        public static let municipality = "kommune"
        /// Where a guest's way to the ballot is sent.
        public static let email = "email"
    }

    /// - Parameter isPlaceKnown: whether the programme knows the municipality, where one was named
    func validated(_ poll: Poll, isPlaceKnown: Bool) throws(InvalidForm) -> [Int64] {
        var check = FormCheck()
        let chosen = Set(topics)
        let known = poll.topics.map(\.position).filter { chosen.contains(String($0)) }
        if chosen.isEmpty {
            check.add(Field.topics, "ballot-empty")
        } else if known.count < chosen.count {
            check.add(Field.topics, "unknown-choice")
        } else if Int64(known.count) > poll.choices {
            check.add(Field.topics, "ballot-too-many", limit: Int(poll.choices))
        }
        if !isPlaceKnown { check.add(Field.municipality, "unknown-choice") }
        try check.finish()
        return known
    }
}

/// A ballot as it lies in the box while the poll is open, for the voter alone.
public struct Ballot: Equatable, Sendable {
    public let topics: [Int64]
    /// The official key of a municipality.
    public let municipality: String?
    public let castOn: PartialDate
}
