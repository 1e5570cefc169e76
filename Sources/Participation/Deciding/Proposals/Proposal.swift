// SPDX-License-Identifier: EUPL-1.2

/// A proposal for a project, in numbered versions that never change once they are published.
public struct Proposal: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let summary: String
    public let forumID: String?
    public let fieldID: String?
    public let ministryID: String?
    public let goalID: String?
    public let costCents: Int64?
    public let state: ProposalState
    public let outcome: ProposalOutcome?
    public let note: String?

    /// Which proposals a list shows.
    public struct Filter: Equatable, Sendable {
        public var state: ProposalState?
        public var outcome: ProposalOutcome?
        public var field: Int64?
        public var forum: Int64?
        /// The key of a ministry.
        public var ministry: String?
        /// Where its thread ends; one of `RiverFate.ofProposals`.
        public var fate: String?

        public init() {}
    }

    public enum Order: String, CaseIterable, Sendable {
        case number = "nummer"
        case title = "titel"
    }

    /// One version with its paragraphs.
    public struct Version: Equatable, Sendable {
        public let id: String
        public let number: Int64
        public let publishedOn: PartialDate?
        public let changeNote: String?
        public let paragraphs: [Paragraph]
    }

    /// One paragraph. Its lineage stays the same through all versions, its label belongs to the version.
    public struct Paragraph: Equatable, Sendable {
        public let lineage: String
        public let label: String
        public let text: String
    }

    /// Which label a paragraph bears in a version.
    public struct ParagraphLabel: Equatable, Sendable {
        public let proposalID: String
        public let version: Int64
        public let lineage: String
        public let label: String
    }

    /// The fields and ministries that have public proposals, as ids in their own order.
    public struct Choices: Equatable, Sendable {
        public let fields: [String]
        public let ministries: [String]

        public var isEmpty: Bool { fields.isEmpty && ministries.isEmpty }
    }
}
