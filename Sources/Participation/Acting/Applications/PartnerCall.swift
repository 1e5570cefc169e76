// SPDX-License-Identifier: EUPL-1.2

/// A call for partner projects, with what an application is measured by.
public struct PartnerCall: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let description: String
    public let opensOn: PartialDate?
    public let closesOn: PartialDate?
    public let criteria: [String]
    public let questions: [String]
}

/// An application of a partner as the public may read it.
public struct PartnerApplication: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let call: String
    public let title: String
    public let summary: String
    public let organisation: String
    public let organisationNumber: Int64?
    public let submittedOn: PartialDate?
    public let state: ApplicationState
    public let outcome: ApplicationOutcome?
    public let reason: String?

    /// Which applications a list shows.
    public struct Filter: Equatable, Sendable {
        /// Where its thread ends; one of `RiverFate.ofApplications`.
        public var fate: String?
        /// The package key of the field of action.
        public var field: String?

        public init() {}
    }

    public enum Order: String, CaseIterable, Sendable {
        case number = "nummer"
        case newest = "neueste"
        case organisation = "antragsteller"
    }
}

/// A pillar of the programme: who proposes, who decides, by what criteria.
public struct ProgrammePillar: Equatable, Sendable {
    public let id: String
    public let key: String
    public let name: String
    public let description: String?
    public let whoProposes: String?
    public let whoDecides: String?
    public let criteria: [String]
    public let confidence: Confidence?
    public let note: String?
}
