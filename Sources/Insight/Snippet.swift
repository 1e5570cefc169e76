// SPDX-License-Identifier: EUPL-1.2

/// The place of a text that shows best why it was found, with the words that were looked for.
public struct Snippet: Equatable, Sendable {
    /// A run of the text; the runs together are the excerpt.
    public struct Piece: Equatable, Sendable {
        public let text: String
        public let isMarked: Bool

        public init(text: String, isMarked: Bool) {
            self.text = text
            self.isMarked = isMarked
        }
    }

    public let pieces: [Piece]
    /// Whether the text goes on before the excerpt.
    public let isCutBefore: Bool
    /// Whether the text goes on behind the excerpt.
    public let isCutAfter: Bool

    /// The excerpt has at most `length` characters and begins with a sentence where it can; a text without any of the
    /// words gives its beginning. `relatives` are stems to mark besides, for words found in the place of others.
    public init(of text: String, for query: SearchQuery, relatives: Set<String> = [], length: Int = 220) {
        let marks = QueryMarks(query, relatives: relatives).marks(in: text)
        let window = SnippetWindow(text: text, marks: marks, length: max(length, 40))
        let excerpt = window.best()
        pieces = window.pieces(in: excerpt)
        isCutBefore = text[..<excerpt.lowerBound].contains { !$0.isWhitespace }
        isCutAfter = text[excerpt.upperBound...].contains { !$0.isWhitespace }
    }

    /// The whole text with its words marked, for titles.
    public init(whole text: String, for query: SearchQuery, relatives: Set<String> = []) {
        let marks = QueryMarks(query, relatives: relatives).marks(in: text)
        pieces = SnippetWindow(text: text, marks: marks, length: 0).pieces(in: text.startIndex..<text.endIndex)
        isCutBefore = false
        isCutAfter = false
    }
}
