// SPDX-License-Identifier: EUPL-1.2

/// A project with what an open list says beyond the summary.
public struct ProjectListing: Equatable, Sendable {
    public let summary: ProjectSummary
    public let starts: PartialDate?
    public let ends: PartialDate?
    /// Nil where nobody has said whether the project goes back to an idea of citizens.
    public let isCitizenOrigin: Bool?
    public let pillarID: String
    /// The id of its forum.
    public let forumID: String?
    /// What is stated of it where it is a state programme; unknown throughout where it is none.
    public let stateProgramme: StateProgrammeTerms
}
