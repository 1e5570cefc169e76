// SPDX-License-Identifier: EUPL-1.2

/// By what an installation lays contributions aside until a person has read them.
public struct QuarantineRules: Equatable, Sendable {
    /// A text may hold this many links.
    public var mostLinks: Int
    /// Somebody may hand in this many contributions within an hour.
    public var mostWithinHour: Int
    /// Whoever brings no proof of work has at least taken this long to write, in seconds.
    public var shortestWriting: Int64
    /// Words and phrases, each as its folded words.
    let blockedPhrases: [BlockedPhrase]

    /// A word or phrase of the installation's list.
    struct BlockedPhrase: Equatable, Sendable {
        let written: String
        let words: [String]
    }

    /// - Parameter blockedWords: a word or phrase a line; empty lines and those that begin with # do not count
    public init(
        mostLinks: Int = 2, mostWithinHour: Int = 10, shortestWriting: Int64 = 10, blockedWords: String = ""
    ) {
        self.mostLinks = mostLinks
        self.mostWithinHour = mostWithinHour
        self.shortestWriting = shortestWriting
        blockedPhrases = blockedWords.split(whereSeparator: \.isNewline).compactMap { line in
            let words = FoldedWords.of(String(line))
            guard line.first(where: { !$0.isWhitespace }) != "#", !words.isEmpty else { return nil }
            return BlockedPhrase(written: words.joined(separator: " "), words: words)
        }
    }
}

/// The words of a text in small letters, without what stands between them.
enum FoldedWords {
    static func of(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Two texts that differ in capitals, blanks and punctuation alone have the same.
    static func digest(of text: String) -> String { Digest.make(of(text).joined(separator: " ")) }
}
