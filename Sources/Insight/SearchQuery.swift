// SPDX-License-Identifier: EUPL-1.2

/// What a person asked for, read kindly: `fahrrad "schneller weg" mobil* -auto`. Whatever was typed gives a query;
/// what could not be used is named in `ignored`.
public struct SearchQuery: Equatable, Sendable {
    /// One thing to look for.
    public enum Clause: Hashable, Sendable {
        /// Texts in which a word has this stem. `word` is the plain spelling of what was typed.
        case word(stem: String, word: String)
        /// Texts in which a word's plain spelling begins so.
        case prefix(String)
        /// Texts in which words with these stems follow each other directly.
        case phrase([String])
    }

    /// A part of the query that is not looked for, as it was typed, and why.
    public struct Ignored: Equatable, Sendable {
        public enum Reason: Equatable, Sendable {
            /// A word that stands in nearly every text.
            case stopWord
            /// There were more words than a query may have.
            case tooMany
        }

        public let text: String
        public let reason: Reason
    }

    /// Words beyond this number are ignored.
    public static let mostWords = 24

    /// What a text should have, in the order it was typed, nothing twice.
    public let wanted: [Clause]
    /// What a text must not have.
    public let unwanted: [Clause]
    public let ignored: [Ignored]

    /// Whether there is nothing to look for.
    public var isEmpty: Bool { wanted.isEmpty }

    /// With `whileTyping` the last word counts as the beginning of a word.
    public init(_ text: String, whileTyping: Bool = false) {
        var parser = QueryParser(text, whileTyping: whileTyping)
        parser.read()
        wanted = parser.wanted
        unwanted = parser.unwanted
        ignored = parser.ignored
    }
}

extension SearchQuery {
    /// The stems of all wanted words, each once; the beginning of a word stands for itself.
    public var stems: [String] {
        var stems: [String] = []
        for clause in wanted {
            switch clause {
            case .word(let stem, _): stems.append(stem)
            case .prefix(let beginning): stems.append(beginning)
            case .phrase(let words): stems += words
            }
        }
        var seen: Set<String> = []
        return stems.filter { seen.insert($0).inserted }
    }
}
