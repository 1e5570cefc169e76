// SPDX-License-Identifier: EUPL-1.2

/// A topic forum: led by a ministry together with somebody from the region, it gathers ideas and works out proposals.
public struct Forum: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let numberConfidence: Confidence?
    /// Null where only the number is documented.
    public let title: String?
    public let topic: String?
    public let ministryID: String?
    /// Functions, never names.
    public let moderatorRole: String?
    public let coModeratorRole: String?
    public let guidingQuestion: String?
    /// How many events a source speaks of; not all of them need be documented.
    public let eventsKnown: Int64?
    public let proposalsSubmitted: Int64?
    public let confidence: Confidence?
    public let note: String?
    public let counts: Counts

    /// How much of a forum's work is documented here.
    public struct Counts: Equatable, Sendable {
        public let events: Int64
        public let ideas: Int64
        public let proposals: Int64
        public let projects: Int64
    }

    /// An organisation that took part.
    public struct Member: Equatable, Sendable {
        public let organisationID: String
        public let function: String?
    }

    /// A forum as a list to choose from names it.
    public struct Choice: Equatable, Sendable {
        public let number: Int64
        public let topic: String?
    }
}
