// SPDX-License-Identifier: EUPL-1.2

/// A dated offer to take part: a poll, a collection of ideas, a survey.
public struct Activity: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let kind: ActivityKind
    public let title: String
    public let stage: Stage
    public let startsOn: PartialDate?
    public let endsOn: PartialDate?
    public let forumID: String?
    public let audience: String
    public let channel: String
    /// What was done with what people said.
    public let useOfInput: String?
    /// How those who took part heard of the result.
    public let feedback: String?
    public let confidence: Confidence?
    public let note: String?

    /// Which activities a list shows.
    public struct Filter: Equatable, Sendable {
        public var kind: ActivityKind?
        public var forum: Int64?

        public init() {}
    }
}

/// An official number with its date and source. It is never added to numbers counted here.
public struct CitedFigure: Equatable, Sendable {
    public let label: String
    public let value: Int64
    public let unit: String
    public let asOf: PartialDate?
    /// "über", "rund": how exact the source is.
    public let qualifier: String?
    public let sourceURL: String?
}

/// The ranking of a poll as it stood at one date.
public struct PriorityResult: Equatable, Sendable {
    public let id: String
    public let asOf: PartialDate?
    public let sourceURL: String?
    /// How many took part; nil where nobody has counted it, or so few did that a number would point at them.
    public let ballots: Int64?
    public let ranks: [Rank]
    public let turnout: [Turnout]

    /// One topic with the share of those who chose it.
    public struct Rank: Equatable, Sendable {
        public let topic: String
        public let forumID: String?
        public let percent: Int64
        /// How many chose it, where it was counted.
        public let votes: Int64?
    }

    /// How many took part from one municipality; nil stands for all others together.
    public struct Turnout: Equatable, Sendable {
        public let municipalityID: String?
        public let name: String?
        public let ballots: Int64
        public let population: Int64?
    }
}

/// What people could do in an activity or consultation, and the numbers that are known of it.
public struct Offer: Equatable, Sendable {
    public let options: [String]
    public let figures: [CitedFigure]
    public let results: [PriorityResult]
}
