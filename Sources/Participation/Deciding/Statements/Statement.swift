// SPDX-License-Identifier: EUPL-1.2

/// A statement in a consultation, handed in as a whole and answered point by point.
public struct Statement: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let consultationID: String
    public let kind: StatementKind
    public let organisationID: String?
    public let municipalityID: String?
    /// The name of the sender: a body, or a group of citizens.
    public let sender: String?
    public let state: StatementState
    public let submittedOn: PartialDate?
    public let fileNumber: String?
    /// Null once the statement has been withdrawn.
    public let text: String?
    public let note: String?
    /// How many points it makes, and how many of them have a published answer.
    public let points: Int64
    public let answered: Int64
    /// Whether the public reads something else than what was handed in.
    public var isBlackened = false

    /// Which statements a list shows.
    public struct Filter: Equatable, Sendable {
        public var consultation: Int64?
        /// A key of the table `organisation_kind`; municipalities count as `municipal`.
        public var senderKind: String?
        /// A key of the table `audience`: whom the consultation asked.
        public var audience: String?
        public var course: StatementCourse?
        /// Only statements on proposals of this forum or field.
        public var proposals = RiverSelection()

        public init() {}
    }

    public enum Order: String, CaseIterable, Sendable {
        case newest = "neu"
        case oldest = "alt"
        case sender = "absender"
        /// Those with the most points first.
        case points = "punkte"
    }
}

/// One point of a statement as the public may read it: what was decided inside the house stays there until it is
/// published.
public struct Point: Equatable, Sendable {
    public let id: String
    public let statementID: String
    public let statementNumber: Int64
    public let sender: String?
    public let label: String
    public let kind: PointKind
    public let text: String
    /// Whether the text is quoted or summarised.
    public let isQuotation: Bool
    public let proposalID: String?
    public let version: Int64?
    /// The lineage of the paragraph it speaks of.
    public let paragraph: String?
    /// The name of the field of action in the making that it speaks of.
    public let heardField: String?
    public let answer: Answer?

    /// The published answer to a point.
    public struct Answer: Equatable, Sendable {
        /// A key of the table `state`, such as `point.accepted`.
        public let outcome: String?
        public let assessment: String?
        public let changeOld: String?
        public let changeNew: String?
        public let office: String?
        public let publishedOn: PartialDate?
    }

    /// Which points a synopsis shows.
    public struct Filter: Equatable, Sendable {
        public var consultation: Int64?
        public var proposal: Int64?
        public var outcome: Outcome?
        public var kind: PointKind?

        public init() {}
    }

    /// A published outcome, or none as yet.
    public enum Outcome: Equatable, Sendable {
        case published(PointOutcome)
        case open
    }
}
