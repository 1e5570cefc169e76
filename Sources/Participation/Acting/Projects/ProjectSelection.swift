// SPDX-License-Identifier: EUPL-1.2

/// What a list of projects is narrowed to. Nil means: whatever it is.
public struct ProjectSelection: Equatable, Sendable {
    /// The package key of the field of action.
    public var field: String?
    public var forum: Int64?
    /// The package key of the ministry, its abbreviation.
    public var ministry: String?
    public var pillar: String?
    public var state: ProjectState?
    /// Only projects that name this municipality; those for the whole region name none.
    public var municipality: String?
    public var isCitizenOrigin: Bool?
    /// Only projects without a public forum, or without a public field of action.
    public var isWithoutForum = false
    public var isWithoutField = false
    /// The number of a goal that they name, or only projects that name none.
    public var goal: Int64?
    public var isWithoutGoal = false
    public var beginning: ProjectBeginning?

    public init(pillar: String? = nil) {
        self.pillar = pillar
    }

    public var isWhole: Bool { self == ProjectSelection() }
}

public enum ProjectOrder: String, CaseIterable, Sendable {
    case title = "titel"
    case number = "nummer"
    case state = "stand"
    /// The newest evidence first; what has none comes last.
    case evidence = "nachweis"
    /// Field by field, in each the earliest beginning first; what has none comes last.
    case field = "feld"
}

/// What a list of projects can be narrowed to.
public struct ProjectChoices: Equatable, Sendable {
    public let fields: [ProjectRelation]
    public let forums: [ProjectRelation]
    public let ministries: [ProjectRelation]
    public let pillars: [ProjectRelation]
    public let goals: [ProjectRelation]
    public let municipalities: [ProjectRelation]
}
