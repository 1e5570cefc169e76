// SPDX-License-Identifier: EUPL-1.2

import Storage

/// The ideas that somebody has to see to, in the forums that are theirs.
public struct IdeaInbox: Equatable, Sendable {
    /// The forums whose ideas are theirs; nil for all ideas of the programme, those without a forum among them.
    public let forums: [IdeaForum]?
    public let programme: String

    /// What lies in an inbox before it is narrowed.
    public struct Tally: Equatable, Sendable {
        /// How many ideas are owed an answer.
        public let open: Int64
        /// How many of them should have had it before today.
        public let overdue: Int64
    }

    /// - Throws: `Refusal` for whoever answers no ideas here
    public static func of(_ visitor: Visitor, in programme: String, _ db: Connection) throws -> IdeaInbox {
        try visitor.maySeeInbox(in: programme).check()
        if visitor.mayHandleIdeas(ofForum: nil, ledBy: nil, in: programme).isAllowed {
            return IdeaInbox(forums: nil, programme: programme)
        }
        let own = try IdeaForum.list(in: programme, db).filter {
            visitor.mayHandleIdeas(ofForum: $0.id, ledBy: $0.ministryID, in: programme).isAllowed
        }
        return IdeaInbox(forums: own, programme: programme)
    }
}

/// One idea of an inbox.
public struct InboxLine: Equatable, Sendable {
    public let id: String
    public let number: Int64
    public let title: String
    public let forum: IdeaForum?
    public let state: IdeaState
    public let outcome: String?
    public let submittedOn: PartialDate?
    public let duty: ReplyDuty?
    /// Whether an answer waits for release.
    public let hasDraft: Bool
}

/// What an inbox is narrowed to.
public struct InboxSelection: Equatable, Sendable {
    /// The id of a forum.
    public var forum: String?
    public var standing: InboxStanding = .open

    public init() {}
}

/// How an idea stands for those who answer.
public enum InboxStanding: String, CaseIterable, Sendable {
    /// An answer is owed.
    case open = "offen"
    case overdue = "ueberfaellig"
    case received = "eingegangen"
    case inReview = "in-pruefung"
    /// An answer is written and waits for a second person.
    case toRelease = "freigabe"
    /// Unanswered, though nobody owes an answer: from times before duties were kept.
    case unowed = "ohne-frist"
    case answered = "beantwortet"
}
