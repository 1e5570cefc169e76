// SPDX-License-Identifier: EUPL-1.2

/// Where the thread of an idea, a proposal or an application ends, as the river draws it: the key of an outcome or
/// state, or that it went on. Lists are narrowed by the same words, so that a strand leads to exactly what it counts.
public enum RiverFate {
    /// It was taken up and goes on further down.
    public static let wentOn = "went_on"
    static let openProposal = "proposal.open"
    static let openApplication = "application.open"

    public static let ofIdeas = [
        wentOn, "idea.received", "idea.in_review", "idea.answered", "idea.declined", "idea.passed_on", "idea.merged",
        "idea.unknown",
    ]
    public static let ofProposals = [
        wentOn, openProposal, "proposal.deferred", "proposal.rejected", "proposal.withdrawn",
    ]
    public static let ofApplications = [
        wentOn, openApplication, "application.declined", "application.withdrawn",
    ]
}

/// What brought a project about, as lists of projects are narrowed by it.
public enum ProjectBeginning: String, CaseIterable, Sendable {
    case application = "antrag"
    case decision = "beschluss"
    /// A decision, but on no documented proposal.
    case decisionAlone = "beschluss-ohne-vorschlag"
    case undocumented = "offen"

    var origins: [RiverCounts.Origin] {
        switch self {
        case .application: [.application]
        case .decision: [.proposal, .decision]
        case .decisionAlone: [.decision]
        case .undocumented: [.none]
        }
    }
}

/// How a statement goes on, as lists of statements are narrowed by it.
public enum StatementCourse: String, CaseIterable, Sendable {
    /// One of its public points speaks of a documented proposal.
    case onProposal = "vorschlag"
    /// A documented decision was taken on such a proposal.
    case considered = "beschluss"
    case notConsidered = "offen"
}
