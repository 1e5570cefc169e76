// SPDX-License-Identifier: EUPL-1.2

/// The dated states of one project, oldest first.
public struct ProjectHistory: Equatable, Sendable {
    public let project: String
    public let changes: [DatedState]

    public struct DatedState: Equatable, Sendable {
        public let state: ProjectState
        public let effectiveOn: PartialDate?
    }

    /// The state that surely held on a day: of dates known to the month or year the last possible day counts. Nil when
    /// nothing had happened yet, or when it is not known when it did.
    public func state(on day: PartialDate) -> ProjectState? {
        changes.last { change in change.effectiveOn.map { $0.lastDay <= day.lastDay } ?? false }?.state
    }

    public var isDated: Bool { changes.contains { $0.effectiveOn != nil } }
}

/// How many of the documented projects were in each state on a day.
public struct StateTally: Equatable, Sendable {
    /// In the order of the states; a state without projects is left out.
    public let counts: [Count]
    /// Projects of which no change has a date, so that nobody can say how they stood on an earlier day.
    public let undated: Int64

    public struct Count: Equatable, Sendable {
        public let state: ProjectState
        public let projects: Int64
    }

    public var total: Int64 { counts.map(\.projects).reduce(0, +) }

    public init(on day: PartialDate, _ histories: [ProjectHistory]) {
        let states = histories.compactMap { $0.state(on: day) }
        counts = ProjectState.allCases.compactMap { state in
            let projects = states.count { $0 == state }
            return projects == 0 ? nil : Count(state: state, projects: Int64(projects))
        }
        undated = Int64(histories.count { !$0.isDated })
    }
}
