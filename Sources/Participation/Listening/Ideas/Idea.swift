// SPDX-License-Identifier: EUPL-1.2

/// What a person or body handed in: a short idea, and what became of it.
public struct Idea: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let summary: String
    public let forumID: String?
    public let municipalityID: String?
    public let channel: IdeaChannel
    public let submittedOn: PartialDate?
    /// A group, never a name: "Elternverein", "Auszubildende".
    public let authorLabel: String?
    public let state: IdeaState
    /// A key of the table `state`, such as `idea.taken_up`.
    public let outcome: String?
    public let mergedIntoID: String?
    /// The project that it became.
    public let projectID: String?
    public let supports: Int64?
    public let confidence: Confidence?
    public let note: String?

    /// A reasoned official answer.
    public struct Reply: Equatable, Sendable {
        public let text: String
        /// The name of the office that answered.
        public let office: String?
        public let repliedOn: PartialDate?
    }

    /// Which ideas a list shows. Everything nil: all of them.
    public struct Filter: Equatable, Sendable {
        public var forum: Int64?
        public var state: IdeaState?
        public var outcome: String?
        public var channel: IdeaChannel?
        /// The municipality key (AGS) of where the idea came from.
        public var municipality: String?
        /// Only ideas without a public forum.
        public var isWithoutForum = false
        /// The package key of the field of action whose projects or proposals the idea led to.
        public var field: String?
        /// Where its thread ends; one of `RiverFate.ofIdeas`.
        public var fate: String?
        /// Only those that nobody has answered yet.
        public var isUnanswered = false

        public init() {}
    }

    public enum Order: String, CaseIterable, Sendable {
        case number = "nummer"
        case newest = "neu"
        case title = "titel"
        case supports = "zuspruch"
        /// Those that nobody has answered, the longest waiting first; then the others.
        case unanswered = "offen"
        /// By a lot that is drawn anew each day.
        case lots = "zufall"
        /// By the distance of their municipality.
        case near = "naehe"
    }

    /// The outcomes an idea can have, in their order.
    public static let outcomes = [
        IdeaFate.takenUp, .inPart, .merged, .passedOn, .declined, .unknown,
    ].map(\.rawValue)
}
