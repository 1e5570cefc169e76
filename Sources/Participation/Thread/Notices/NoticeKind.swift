// SPDX-License-Identifier: EUPL-1.2

/// What people are told of; the table `notice_kind` holds the same set. The words stand in `notices.kinds`.
public enum NoticeKind: String, CaseIterable, Sendable {
    case ideaReceived = "idea_received"
    case ideaInReview = "idea_in_review"
    case ideaAnswered = "idea_answered"
    case ideaPassedOn = "idea_passed_on"
    case ideaMerged = "idea_merged"
    case ideaSplit = "idea_split"
    case ideaTakenUp = "idea_taken_up"
    case replyExtended = "reply_extended"
    case remarkReceived = "remark_received"
    case remarkAnswered = "remark_answered"
    case proposalPublished = "proposal_published"
    case proposalRevised = "proposal_revised"
    case consultationOpened = "consultation_opened"
    case consultationEnded = "consultation_ended"
    case statementConsidered = "statement_considered"
    case decided
    case projectStarted = "project_started"
    case milestoneReached = "milestone_reached"
    case reportPublished = "report_published"
    case projectEnded = "project_ended"
    case eventChanged = "event_changed"
    case minutesPublished = "minutes_published"
    case hiddenByModeration = "hidden_by_moderation"
    case shownAgain = "shown_again"
    case pollOpened = "poll_opened"
    case pollMoved = "poll_moved"
    case pollCounted = "poll_counted"
    case projectSuspended = "project_suspended"
    case projectDiscontinued = "project_discontinued"
    case applicationIncomplete = "application_incomplete"
    case projectResumed = "project_resumed"

    /// Whether those are told, too, who follow something that the matter came from: whoever handed in an idea hears
    /// that the project has begun into which it went.
    var reachesOrigins: Bool {
        switch self {
        case .proposalPublished, .proposalRevised, .consultationOpened, .statementConsidered, .decided,
            .projectStarted, .milestoneReached, .projectEnded, .projectSuspended, .projectDiscontinued, .projectResumed:
            true
        case .ideaReceived, .ideaInReview, .ideaAnswered, .ideaPassedOn, .ideaMerged, .ideaSplit, .ideaTakenUp,
            .replyExtended, .remarkReceived, .remarkAnswered, .consultationEnded, .reportPublished, .eventChanged,
            .minutesPublished, .hiddenByModeration, .shownAgain, .pollOpened, .pollMoved, .pollCounted,
            .applicationIncomplete:
            false
        }
    }

    /// Whether the matter need not be public for it: then its authors alone are told.
    var concernsAuthorsAlone: Bool { [.hiddenByModeration, .shownAgain, .applicationIncomplete].contains(self) }
}

extension NoticeKind {
    /// What followers are told when a project comes to stand otherwise: nil where nothing has happened yet.
    public init?(projectNow state: ProjectState, before: ProjectState = .planned) {
        switch state {
        case .running:
            guard before != .running else { return nil }
            self = [.planned, .notStarted, .unknown].contains(before) ? .projectStarted : .projectResumed
        case .suspended: self = .projectSuspended
        case .completed, .permanent, .handedOver: self = .projectEnded
        case .discontinued: self = .projectDiscontinued
        case .planned, .notStarted, .unknown: return nil
        }
    }
}
