// SPDX-License-Identifier: EUPL-1.2

/// A public idea as those see it who owe the answer: the text, the forum, the duty, and which version this is.
public struct IdeaFile: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let text: String
    public let forum: IdeaForum?
    public let state: IdeaState
    /// A key of the table `state`, such as `idea.taken_up`.
    public let outcome: String?
    public let mergedIntoID: String?
    /// The idea that this one was taken out of.
    public let splitFromID: String?
    public let channel: IdeaChannel
    public let submittedOn: PartialDate?
    public let authorLabel: String?
    /// The name of the municipality that the idea came from.
    public let municipality: String?
    /// What is still owed; nil when nothing is.
    public let duty: ReplyDuty?
    /// What waits for release.
    public let draft: ReplyDraft?
    /// Another one after every change, so that nobody overwrites what somebody else has just done.
    public let version: String
}

/// The forum that handles an idea.
public struct IdeaForum: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let topic: String?
    /// The ministry that leads the forum.
    public let ministryID: String?

    public init(id: String, number: Int64, topic: String?, ministryID: String?) {
        self.id = id
        self.number = number
        self.topic = topic
        self.ministryID = ministryID
    }
}

/// The answer that an office owes to an idea.
public struct ReplyDuty: Equatable, Sendable {
    public let id: String
    public let officeID: String
    public let officeName: String
    public let dueOn: PartialDate
    /// Said in public, for instance why the day was moved.
    public let reason: String?

    /// Whether it should have come before this day.
    public func isOverdue(on today: PartialDate) -> Bool { dueOn < today }
}

extension IdeaFile {
    /// What permissions go by.
    public var standing: IdeaStanding {
        IdeaStanding(
            forum: forum?.id, ministry: forum?.ministryID, state: state, isMerged: mergedIntoID != nil,
            hasOpenDuty: duty != nil, isSplitOff: splitFromID != nil, draftWriter: draft?.writer)
    }
}

/// An idea as somebody saw it before acting on it.
public struct SeenIdea: Equatable, Sendable {
    public let number: Int64
    public let programme: String
    /// The version that stood on the page.
    public let version: String

    public init(_ number: Int64, in programme: String, version: String) {
        self.number = number
        self.programme = programme
        self.version = version
    }
}
