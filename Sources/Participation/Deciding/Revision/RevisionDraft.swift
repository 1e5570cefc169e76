// SPDX-License-Identifier: EUPL-1.2

import Storage

/// A new version of a proposal while it is written, with the points that were followed beside its paragraphs.
public struct RevisionDraft: Equatable, Sendable {
    public let proposal: Target
    /// The version that it goes on from.
    public let base: Proposal.Version?
    /// Counts the savings; 0 before the first.
    public let revision: Int64
    public let paragraphs: [Paragraph]
    /// Points that were taken into account, fully or in part.
    public let points: [Cause]

    /// The proposal that is revised.
    public struct Target: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let title: String
        public let state: ProposalState
        public let ministryID: String?
        public let costCents: Int64?
        /// The key of its goal.
        public let goal: String?
        /// The key of its field of action.
        public let field: String?
        public let indicators: String?
        /// The number of an open consultation on it.
        public let openConsultation: Int64?
        /// Whether it stands in a paper that has been given out and not withdrawn.
        public let isInPaper: Bool
    }

    public struct Paragraph: Equatable, Sendable {
        /// Nil for one that is new.
        public let lineage: String
        public let label: String
        /// Empty for one that is taken out.
        public let text: String
        public let isEditorial: Bool
        public let causes: [SynopsisPlace]
    }

    /// A point that was followed.
    public struct Cause: Equatable, Sendable {
        public let id: String
        /// Its key in packages.
        public let key: String
        public let place: SynopsisPlace
        public let consultation: Int64
        public let sender: String
        public let text: String
        public let assessment: String?
        public let changeNew: String?
        /// The paragraph that it speaks of.
        public let lineage: String?
        /// Whether its answer is public.
        public let isPublic: Bool
    }
}

/// What was typed as a new version.
public struct RevisionForm: Equatable, Sendable {
    /// By lineage.
    public var paragraphs: [String: Paragraph] = [:]
    /// One paragraph more at the end; empty lines divide it into several.
    public var addition = Paragraph()
    public var revision: Int64 = 0

    public struct Paragraph: Equatable, Sendable {
        public var text: String?
        public var causes: [String] = []
        public var isEditorial = false

        public init() {}
    }

    public enum Field {
        public static let revision = "stand"
        public static let addition = "neu"
        public static let intent = "tun"

        public static func text(_ lineage: String) -> String { "absatz-\(lineage)" }
        public static func causes(_ lineage: String) -> String { "ursache-\(lineage)" }
        public static func editorial(_ lineage: String) -> String { "redaktionell-\(lineage)" }
    }

    public static let longestParagraph = 200_000

    public init() {}
}

/// What a new version changes, for its change note.
public struct RevisionSummary: Equatable, Sendable {
    /// Labels of paragraphs that changed because of points.
    public let followed: [String]
    public let editorial: [String]
    public let added: [String]
    /// Labels that they had before.
    public let removed: [String]
}

extension Visitor {
    /// To write a new version of a proposal: the programme office, or an officer of the ministry that leads it.
    public func mayRevise(_ proposal: RevisionDraft.Target, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let isConcerned =
            holds(anyOf: [.programmeOffice, .administrator], in: programme)
            || (proposal.ministryID.map { holds(.ministryOfficer, in: programme, for: $0) } ?? false)
        guard isConcerned else { return .refused("revision-of-another-ministry") }
        return [.published, .inConsultation, .revised, .submitted].contains(proposal.state)
            ? .allowed : .refused("proposal-is-decided")
    }
}
