// SPDX-License-Identifier: EUPL-1.2

/// What those can do with an idea who owe the answer.
public enum IdeaAct: CaseIterable, Sendable {
    case read, review, reply, release, extend, passOn, merge, unmerge, split, unsplit
}

/// What a permission goes by: whose idea it is and how far it has come.
public struct IdeaStanding: Equatable, Sendable {
    public var forum: String?
    /// The ministry that leads the forum.
    public var ministry: String?
    public var state: IdeaState
    public var isMerged: Bool
    /// Whether it was taken out of another idea.
    public var isSplitOff: Bool
    public var hasOpenDuty: Bool
    /// The person who wrote the reply that waits for release; nil when none waits.
    public var draftWriter: String?

    public init(
        forum: String?, ministry: String?, state: IdeaState, isMerged: Bool = false, hasOpenDuty: Bool = true,
        isSplitOff: Bool = false, draftWriter: String? = nil
    ) {
        self.forum = forum
        self.ministry = ministry
        self.state = state
        self.isMerged = isMerged
        self.isSplitOff = isSplitOff
        self.hasOpenDuty = hasOpenDuty
        self.draftWriter = draftWriter
    }
}

extension Visitor {
    /// To see the inbox of a programme, with at least the ideas of one forum in it.
    public func maySeeInbox(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let answering: [Role] = [.forumLead, .forumCoModerator, .ministryOfficer, .programmeOffice, .administrator]
        let holdsOne = roles(in: programme).contains { answering.contains($0.role) }
        return holdsOne ? .allowed : .refused("inbox-only-for-offices")
    }

    /// To handle the ideas of a forum; those without a forum belong to the programme office.
    public func mayHandleIdeas(ofForum forum: String?, ledBy ministry: String?, in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        if holds(anyOf: [.programmeOffice, .administrator], in: programme) { return .allowed }
        if let forum, holds(anyOf: [.forumLead, .forumCoModerator], in: programme, for: forum) { return .allowed }
        if let ministry, holds(.ministryOfficer, in: programme, for: ministry) { return .allowed }
        return .refused("idea-of-another-forum")
    }

    /// To do something with one idea.
    public func may(_ act: IdeaAct, _ idea: IdeaStanding, in programme: String) -> Permission {
        let handling = mayHandleIdeas(ofForum: idea.forum, ledBy: idea.ministry, in: programme)
        guard handling.isAllowed, act != .read else { return handling }
        guard idea.isMerged == (act == .unmerge) else {
            return .refused(idea.isMerged ? "idea-is-merged" : "idea-is-not-merged")
        }
        switch act {
        case .read, .merge, .unmerge: return .allowed
        case .review:
            if idea.state == .answered { return .refused("idea-is-answered") }
            return idea.state == .received ? .allowed : .refused("idea-is-in-review")
        case .reply: return idea.state == .unconfirmed ? .refused("idea-is-unconfirmed") : .allowed
        case .release:
            guard let writer = idea.draftWriter else { return .refused("no-reply-to-release") }
            return writer == person?.id ? .refused("release-by-another") : .allowed
        case .extend: return idea.hasOpenDuty ? .allowed : .refused("no-reply-is-owed")
        case .unsplit where !idea.isSplitOff: return .refused("idea-is-not-split")
        case .passOn, .split, .unsplit: return idea.state == .answered ? .refused("idea-is-answered") : .allowed
        }
    }

    /// To say how long offices have to answer, and to keep the text blocks.
    public func maySetReplies(in programme: String) -> Permission {
        guard isSignedIn else { return .refused(.signInNeeded) }
        let maySet = holds(anyOf: [.programmeOffice, .administrator], in: programme)
        return maySet ? .allowed : .refused("replies-only-by-programme-office")
    }
}
