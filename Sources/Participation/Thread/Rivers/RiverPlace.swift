// SPDX-License-Identifier: EUPL-1.2

/// The stages of the programme's river, in the direction of the flow.
public enum RiverStage: Int, CaseIterable, Sendable {
    case ideas, forums, proposals, statements, decisions, projects, results
}

/// What the strands of the programme's river count.
public enum RiverMeasure: String, CaseIterable, Sendable {
    case idea, proposal, statement, application, project
}

/// Where ideas, proposals, statements and projects meet or end on their way through the programme. Forums and fields
/// are named by their ids; an empty text stands for "none".
public enum RiverPlace: Hashable, Sendable {
    case ideas
    case forum(String)
    /// What became of ideas that did not go on; the key of an outcome, or of a state where there is no outcome.
    case ideaEnd(String)
    case proposals
    case applications
    case audience(String)
    /// What became of proposals that were not decided on, or against.
    case proposalEnd(String)
    case applicationEnd(String)
    /// Statements that no documented decision had before it.
    case statementEnd
    case decisions
    /// Projects of which nobody wrote down where they come from.
    case unknownOrigin
    case field(String)
    case state(ProjectState)

    /// Names the place in a river.
    public var id: String {
        switch self {
        case .ideas: "ideas"
        case .forum(let id): "forum \(id)"
        case .ideaEnd(let fate): "end \(fate)"
        case .proposals: "proposals"
        case .applications: "applications"
        case .audience(let key): "audience \(key)"
        case .proposalEnd(let fate), .applicationEnd(let fate): "end \(fate)"
        case .statementEnd: "end statement"
        case .decisions: "decisions"
        case .unknownOrigin: "unknown origin"
        case .field(let id): "field \(id)"
        case .state(let state): "state \(state.rawValue)"
        }
    }

    public var stage: RiverStage {
        switch self {
        case .ideas: .ideas
        case .forum: .forums
        case .ideaEnd, .proposals, .applications: .proposals
        case .audience, .proposalEnd, .applicationEnd: .statements
        case .statementEnd, .decisions, .unknownOrigin: .decisions
        case .field: .projects
        case .state: .results
        }
    }

    /// Nothing of it goes on: it was refused, is still waiting, or nobody knows.
    public var isLost: Bool {
        switch self {
        case .ideaEnd, .proposalEnd, .applicationEnd, .statementEnd: true
        case .state(let state): [.discontinued, .notStarted, .unknown].contains(state)
        case .ideas, .forum, .proposals, .applications, .audience, .decisions, .unknownOrigin, .field: false
        }
    }
}
