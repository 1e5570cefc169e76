// SPDX-License-Identifier: EUPL-1.2

import Storage

/// What a paper is put together from: its proposals, and what the hearing on them has brought.
public struct PaperMaterial: Equatable, Sendable {
    public let proposals: [Proposal]
    /// How many points on them had which outcome; those without an answer have none.
    public let outcomes: [Outcome]
    /// Suggestions that are not followed, or not fully.
    public let notFollowed: [Suggestion]
    /// What ministries did not agree to, with both texts.
    public let dissents: [Dissent]
    public let consultations: [Consultation]
    /// Municipalities and their associations that have said something on the proposals.
    public let municipal: [String]

    public struct Proposal: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let title: String
        public let version: Int64?
        public let costCents: Int64?
        public let funding: String?
    }

    public struct Outcome: Equatable, Sendable {
        public let outcome: PointOutcome?
        public let count: Int64
    }

    public struct Suggestion: Equatable, Sendable {
        public let place: SynopsisPlace
        public let sender: String
        public let proposal: String
        public let text: String
        public let outcome: PointOutcome
        public let assessment: String
    }

    public struct Dissent: Equatable, Sendable {
        public let place: SynopsisPlace
        public let ministry: String
        public let note: String
        public let reply: String?
    }

    public struct Consultation: Equatable, Sendable {
        public let number: Int64
        public let title: String
        public let startsOn: PartialDate?
        public let endsOn: PartialDate?
        public let statements: Int64
    }

    public var costCents: Int64? {
        let known = proposals.compactMap(\.costCents)
        return known.isEmpty ? nil : known.reduce(0, +)
    }
}

/// A paper in words, made from its material by whoever knows the language of the programme.
public struct PaperWording: Equatable, Sendable {
    public let texts: [PaperPart: String]
    /// What the board is asked to decide on a proposal, by its number.
    public let items: [Int64: String]

    public init(texts: [PaperPart: String], items: [Int64: String]) {
        self.texts = texts
        self.items = items
    }

    public typealias Making = @Sendable (PaperMaterial) throws -> PaperWording
}
