// SPDX-License-Identifier: EUPL-1.2

/// An idea as it is received, once everything in it has been checked: whichever way it came, it looks like this.
public struct IdeaDraft: Equatable, Sendable {
    public let title: String
    /// CommonMark.
    public let text: String
    /// The package key of the forum; nil when whoever handed it in did not know.
    public let forum: String?
    /// The official key (AGS) of the municipality it is about.
    public let municipality: String?
    /// What is public about whoever wrote it: an organisation or a group, never the name of a person.
    public let authorLabel: String?
    /// When it was handed in; an idea on paper may be older than the day on which it is entered.
    public let submittedOn: PartialDate

    public init(
        title: String, text: String, forum: String?, municipality: String?, authorLabel: String?,
        submittedOn: PartialDate
    ) {
        self.title = title
        self.text = text
        self.forum = forum
        self.municipality = municipality
        self.authorLabel = authorLabel
        self.submittedOn = submittedOn
    }

    public static let longestTitle = 120
    public static let longestText = 20_000
}

/// Whose idea it is. Never public, never journalled.
public struct IdeaAuthor: Equatable, Sendable {
    public let person: String?
    public let organisation: String?

    public init(person: String? = nil, organisation: String? = nil) {
        self.person = person
        self.organisation = organisation
    }

    /// Somebody who wants to stay unnamed, or whom only a card with a code leads to.
    public static let unknown = IdeaAuthor()
}

/// An idea that has just been received, with what is owed for it.
public struct ReceivedIdea: Equatable, Sendable {
    public let id: String
    /// The number to quote.
    public let number: Int64
    public let title: String
    /// The office that owes a reply.
    public let office: String
    public let replyDueOn: PartialDate
}
