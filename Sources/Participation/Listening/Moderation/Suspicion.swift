// SPDX-License-Identifier: EUPL-1.2

/// Why a contribution waits for a person before the public sees it. Each reason can be told to whoever wrote it; no
/// other service is asked, and nothing is refused by a machine alone.
public enum Suspicion: Equatable, Sendable {
    /// Nobody vouches for the sender but an address that was confirmed.
    case guest
    /// So many contributions within an hour.
    case haste(count: Int)
    /// So many links in one text.
    case links(count: Int)
    /// The same words were handed in before.
    case repetition
    /// A word of the installation's list.
    case blockedWord(String)
    /// Written faster than a person writes, and without a proof of work.
    case quickWriting(seconds: Int64)

    /// What is known of a contribution when it comes in.
    public struct Submission: Equatable, Sendable {
        public var texts: [String]
        /// How many contributions the same person or address has handed in within the last hour, without this one.
        public var withinHour: Int
        /// Whether the same words have come in before.
        public var isRepeated: Bool
        public var secondsOpen: Int64
        public var hasProof: Bool
        public var isGuest: Bool

        public init(
            texts: [String], withinHour: Int = 0, isRepeated: Bool = false, secondsOpen: Int64, hasProof: Bool,
            isGuest: Bool
        ) {
            self.texts = texts
            self.withinHour = withinHour
            self.isRepeated = isRepeated
            self.secondsOpen = secondsOpen
            self.hasProof = hasProof
            self.isGuest = isGuest
        }
    }

    /// Everything that speaks for reading a contribution first, in a fixed order; nothing for most.
    ///
    /// That somebody is a guest is no suspicion by itself: features that read every guest's contribution add `.guest`.
    public static func found(in submission: Submission, by rules: QuarantineRules) -> [Suspicion] {
        var found: [Suspicion] = []
        if submission.withinHour >= rules.mostWithinHour { found.append(.haste(count: submission.withinHour + 1)) }
        let links = submission.texts.map(linkCount).reduce(0, +)
        if links > rules.mostLinks { found.append(.links(count: links)) }
        if submission.isRepeated { found.append(.repetition) }
        if let word = blockedWord(in: submission.texts, rules) { found.append(.blockedWord(word)) }
        if submission.isGuest, !submission.hasProof, submission.secondsOpen < rules.shortestWriting {
            found.append(.quickWriting(seconds: submission.secondsOpen))
        }
        return found
    }

    /// By this, texts are recognised that were handed in before: capitals, blanks and punctuation do not count.
    public static func fingerprint(of text: String) -> String { FoldedWords.digest(of: text) }

    private static func linkCount(_ text: String) -> Int {
        text.matches(of: /(?i)\b(?:https?:\/\/|www\.)/).count
    }

    private static func blockedWord(in texts: [String], _ rules: QuarantineRules) -> String? {
        let words = texts.map(FoldedWords.of)
        return rules.blockedPhrases.first { phrase in words.contains { $0.contains(phrase.words) } }?.written
    }
}

extension Suspicion {
    /// The reason without its details; in the texts under `moderation.suspicions`.
    public var key: String {
        switch self {
        case .guest: "guest"
        case .haste: "haste"
        case .links: "links"
        case .repetition: "repetition"
        case .blockedWord: "blocked-word"
        case .quickWriting: "quick-writing"
        }
    }

    /// The number or word that the reason speaks of.
    public var detail: String? {
        switch self {
        case .guest, .repetition: nil
        case .haste(let count), .links(let count): String(count)
        case .blockedWord(let word): word
        case .quickWriting(let seconds): String(seconds)
        }
    }

    /// The reason as it was kept: `links:5`.
    public init?(text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let detail = parts.count > 1 ? parts[1] : ""
        switch parts.first {
        case "guest": self = .guest
        case "repetition": self = .repetition
        case "blocked-word": self = .blockedWord(detail)
        case "haste":
            guard let count = Int(detail) else { return nil }
            self = .haste(count: count)
        case "links":
            guard let count = Int(detail) else { return nil }
            self = .links(count: count)
        case "quick-writing":
            guard let seconds = Int64(detail) else { return nil }
            self = .quickWriting(seconds: seconds)
        default: return nil
        }
    }

    /// The reason as it is kept.
    public var text: String { detail.map { "\(key):\($0)" } ?? key }
}
