// SPDX-License-Identifier: EUPL-1.2

import Insight

/// What somebody looks for in a programme, and how they narrowed it.
public struct SearchRequest: Equatable, Sendable {
    public enum Order: String, CaseIterable, Sendable {
        case relevance, newest
    }

    /// Texts are taken up to this number of characters; longer ones are refused before they come here.
    public static let longestText = 300

    public var text: String
    public var filter: SearchFilter
    public var order: Order
    public var page: ListPage

    public init(
        _ text: String, filter: SearchFilter = SearchFilter(), order: Order = .relevance,
        page: ListPage = ListPage(1, size: 20)
    ) {
        self.text = text
        self.filter = filter
        self.order = order
        self.page = page
    }
}

/// What a hit must be besides containing the words.
public struct SearchFilter: Equatable, Sendable {
    public var kind: MatterKind?
    /// The key of a field of action.
    public var field: String?
    /// The key of a municipality (AGS).
    public var municipality: String?
    public var year: Int?

    public init(kind: MatterKind? = nil, field: String? = nil, municipality: String? = nil, year: Int? = nil) {
        self.kind = kind
        self.field = field
        self.municipality = municipality
        self.year = year
    }

    public var isEmpty: Bool { self == SearchFilter() }
}

/// What was found.
public struct SearchAnswer: Sendable {
    /// How many there are in all, after filtering.
    public var total: Int64 = 0
    /// How many of them have every word. Fewer than `total` where too little has them all, so that what has some of the
    /// words is shown as well.
    public var complete: Int64 = 0
    public var hits: [SearchHit] = []
    public var facets = SearchFacets()
    /// The query as it was understood.
    public let query: SearchQuery
    /// The words to mark in titles and excerpts: those of the query and those found in their place.
    public var marking: SearchQuery
    /// The whole text with a likelier word in place of one that is found nowhere.
    public var suggestions: [String] = []
}

/// One public matter that was found, with the paragraph that shows best why.
public struct SearchHit: Equatable, Sendable {
    public let id: String
    /// The public matter on whose page it stands, where it has no page of its own.
    public let owner: String?
    /// Nil for a matter that has only a title.
    public let passage: String?
    /// The language of the passage where it is not the programme's own.
    public let language: TextLanguage?
}

/// How many hits each choice of a filter would leave, the other filters being as they are.
public struct SearchFacets: Equatable, Sendable {
    /// One choice with the number of hits.
    public struct Choice<Value: Equatable & Sendable>: Equatable, Sendable {
        public let value: Value
        public let count: Int
    }

    /// By number, the most first.
    public var kinds: [Choice<MatterKind>] = []
    /// Ids of public fields of action, the most first.
    public var fields: [Choice<String>] = []
    /// Ids of public municipalities, the most first.
    public var municipalities: [Choice<String>] = []
    /// The latest first.
    public var years: [Choice<Int>] = []
}
