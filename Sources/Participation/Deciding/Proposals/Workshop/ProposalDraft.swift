// SPDX-License-Identifier: EUPL-1.2

/// A proposal that is being worked out in a forum. It is no matter yet: it has no number, and nobody outside can come
/// across it.
public struct ProposalDraft: Equatable, Sendable {
    public let id: String
    public let forum: String
    public let forumNumber: Int64
    public let state: State
    /// Counts the savings.
    public let revision: Int64
    public let title: String
    /// The number of the published proposal.
    public let proposal: Int64?
    public let savedAt: String
    /// The display name of whoever saved last.
    public let savedBy: String?

    public enum State: String, CaseIterable, Sendable {
        case draft
        /// Handed over to the programme office.
        case submitted
        case published
    }
}

/// The parts that a proposal is written in. The raw value is the key in the database, in forms and in packages.
public enum ProposalPart: String, CaseIterable, Sendable {
    case title, summary, aim
    case benefit = "regional_benefit"
    case measures, lead, partners, municipalities
    case cost = "cost_eur"
    case funding, timetable, indicators, goal, field, text

    /// What stands in the Steckbrief of the published proposal, in its order.
    public static let aspects: [ProposalPart] = [
        .aim, .benefit, .measures, .lead, .partners, .municipalities, .funding, .timetable, .indicators,
    ]

    /// What must not be empty when a proposal is handed over.
    static let required: [ProposalPart] = [.title, .summary, .aim, .benefit, .measures, .lead, .text]

    public var limit: Int {
        switch self {
        case .title: 160
        case .cost: 13
        case .goal, .field: 200
        case .summary: 1000
        case .text: 50_000
        case .aim, .benefit, .measures, .lead, .partners, .municipalities, .funding, .timetable, .indicators: 5000
        }
    }

    public var isLine: Bool {
        switch self {
        case .title, .cost, .goal, .field: true
        default: false
        }
    }
}

/// What every proposal of a programme has to answer.
public struct SelectionCriterion: Equatable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    /// The part of a draft that holds the answer; it stays with the words of the criterion, wherever that stands.
    public var part: String { "criterion-\(Digest.make(text).prefix(12))" }

    /// By which the forums of the Ruhr-Konferenz chose, until a programme names its own.
    public static let usual = [
        SelectionCriterion("Das Vorhaben dient dem Ziel des Themenforums."),
        SelectionCriterion("Das Vorhaben bringt durch Zusammenarbeit einen Mehrwert für die ganze Region."),
    ]

    static let longestAnswer = 2000
}

/// The parts of a draft with their texts; parts without a text are left out.
public struct ProposalTexts: Equatable, Sendable {
    public private(set) var texts: [String: String]

    public init(_ texts: [String: String] = [:]) {
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    public subscript(_ part: ProposalPart) -> String? { texts[part.rawValue] }

    public subscript(_ part: String) -> String? {
        get { texts[part] }
        set { texts[part] = newValue?.isEmpty == true ? nil : newValue }
    }

    /// The numbered paragraphs of the text: what an empty line separates.
    public var paragraphs: [String] {
        (self[.text] ?? "").split(separator: /\n[ \t]*\n\s*/).map(String.init).filter { !$0.isEmpty }
    }
}

/// Brings together what two people wrote at the same time. Whatever only one of them touched is taken as it is; what
/// both changed in different ways has to be looked at.
public struct ProposalMerge: Equatable, Sendable {
    /// The parts as far as they could be brought together; of what has to be looked at, one's own.
    public let merged: ProposalTexts
    public let conflicts: [Conflict]

    public struct Conflict: Equatable, Sendable {
        public let part: String
        public let mine: String
        public let theirs: String
    }

    public init(base: ProposalTexts, theirs: ProposalTexts, mine: ProposalTexts) {
        var merged = mine
        var conflicts: [Conflict] = []
        let parts = Set(base.texts.keys).union(theirs.texts.keys).union(mine.texts.keys).sorted()
        for part in parts where theirs[part] != base[part] && theirs[part] != mine[part] {
            if mine[part] == base[part] {
                merged[part] = theirs[part]
            } else {
                conflicts.append(Conflict(part: part, mine: mine[part] ?? "", theirs: theirs[part] ?? ""))
            }
        }
        self.merged = merged
        self.conflicts = conflicts
    }
}

/// Somebody else changed the same part meanwhile. Carries everything, so that nothing is lost.
public struct DraftConflict: Error, Equatable, Sendable {
    public let merge: ProposalMerge
    /// The revision that the next saving is based on.
    public let revision: Int64
    /// Who saved meanwhile.
    public let by: String?
}
