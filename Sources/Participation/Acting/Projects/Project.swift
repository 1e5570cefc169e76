// SPDX-License-Identifier: EUPL-1.2

/// A project as lists show it.
public struct ProjectSummary: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let officialCode: String?
    public let kind: ProjectKind
    public let state: ProjectState
    /// The day of the latest evidence for the state.
    public let stateAsOf: PartialDate?
    public let stateConfidence: Confidence?
    public let isRegionWide: Bool
    public let field: ProjectRelation?
    public let ministry: ProjectRelation?
    /// The package key of the pillar: `ressort`, `partner`, `landesprogramm`.
    public let pillar: String
}

/// Something a project belongs to, with what its address needs.
public struct ProjectRelation: Equatable, Sendable {
    public let id: String
    public let key: String
    public let number: Int64?
    public let title: String
}

/// Everything the public may know of a project.
public struct Project: Equatable, Sendable {
    public let summary: ProjectSummary
    public let reference: String
    public let description: String
    public let stateNote: String?
    public let starts: PartialDate?
    public let ends: PartialDate?
    /// An amount some source has named. It is no entry of the ledger and never added to anything.
    public let citedBudgetCents: Int64?
    public let citedBudgetNote: String?
    public let isCitizenOrigin: Bool?
    public let fieldConfidence: Confidence?
    public let membershipConfidence: Confidence?
    public let confidence: Confidence?
    public let light: TrafficLight?
    public let lightReason: String?
    public let endReason: String?
    public let lessons: String?
    public let forum: ProjectRelation?
    public let pillar: ProjectRelation
    public let whole: ProjectRelation?
    /// The office that reports, with its body.
    public let office: String?
    public let contact: String?
    public let reportMonths: Int64?
    public let fundingEndsOn: PartialDate?
    /// Nil for what is no state programme.
    public let stateProgramme: StateProgrammeTerms?

    public var id: String { summary.id }
}

/// What hangs on a project, each in its own order.
public struct ProjectParts: Equatable, Sendable {
    public let goals: [ProjectRelation]
    public let municipalities: [ProjectRelation]
    public let districts: [String]
    public let partners: [ProjectPartner]
    public let parts: [ProjectRelation]
    public let milestones: [ProjectMilestone]
    public let reports: [ProjectReport]
    public let documents: [ProjectDocument]
    public let history: [ProjectChange]
    public let funding: [FundingLine]
}

/// A partner under the name the source used, with the organisation of that name where there is one.
public struct ProjectPartner: Equatable, Sendable {
    public let name: String
    public let organisation: Int64?
    public let role: String?
}

public struct ProjectMilestone: Equatable, Sendable {
    public let id: String
    public let datedOn: PartialDate?
    public let text: String
    /// A key of the table `state`; nil where nobody has said whether it was reached.
    public let state: String?
    /// Its place in the project, from 1, by which those who run the project reach it.
    public var place: Int64?
    public var forecastOn: PartialDate?
    public var doneOn: PartialDate?
    /// Each time it was moved, the first time first.
    public var changes: [Change] = []

    public struct Change: Equatable, Sendable {
        public let changedOn: PartialDate
        public let state: String?
        public let before: PartialDate?
        public let after: PartialDate?
        public let reason: String?
    }
}

public struct ProjectReport: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let asOf: PartialDate
    public let light: TrafficLight?
    public let done: String?
    public let next: String?
    public let blocked: String?
    public var lightReason: String?
    public var forecast: String?
    public var releasedOn: PartialDate?
}

public struct ProjectDocument: Equatable, Sendable {
    public let title: String
    public let url: String?
    public let rights: String?
    public let datedOn: PartialDate?
}

/// One change of state with its reason.
public struct ProjectChange: Equatable, Sendable {
    public let state: ProjectState
    public let effectiveOn: PartialDate?
    public let reason: String?
}
