// SPDX-License-Identifier: EUPL-1.2

/// Words near a misspelled one. Knows the words of an index and how many texts have each of them.
public struct Suggestions: Sendable {
    /// A word of the index.
    public struct Word: Equatable, Sendable {
        /// As in `Term.word`.
        public let word: String
        /// As it should be shown (“Straße”).
        public let written: String
        /// The number of texts that have it.
        public let count: Int

        public init(word: String, written: String, count: Int) {
            self.word = word
            self.written = written
            self.count = count
        }
    }

    private let words: [Word]
    /// One bit for each letter a word has, in the order of `words`; two words that differ in two places differ in at
    /// most four bits, so most words need no closer look.
    private let letters: [UInt64]
    /// Where the words of each length begin in `words`.
    private let starts: [Int]

    public init(_ words: [Word]) {
        let sorted = words.map { (length: $0.word.unicodeScalars.count, word: $0) }
            .sorted { ($0.length, $0.word.word) < ($1.length, $1.word.word) }
        self.words = sorted.map(\.word)
        letters = sorted.map { Self.letters(of: $0.word.word) }
        var starts: [Int] = []
        for (index, entry) in sorted.enumerated() {
            while starts.count <= entry.length { starts.append(index) }
        }
        starts.append(sorted.count)
        self.starts = starts
    }

    /// The words one or two slips away from a word in the plain spelling of `Term.word`, the likeliest first; words of
    /// up to three letters have none, words of up to five one slip.
    public func near(_ word: String, most: Int = 3) -> [Word] {
        let wanted = Array(word.unicodeScalars)
        guard wanted.count > 3 else { return [] }
        let reach = wanted.count > 5 ? 2 : 1
        let bits = Self.letters(of: word)
        var found: [(slips: Int, word: Word)] = []
        for index in range(from: wanted.count - reach, through: wanted.count + reach) {
            guard (letters[index] ^ bits).nonzeroBitCount <= 2 * reach, words[index].word != word else { continue }
            let candidate = Array(words[index].word.unicodeScalars)
            if let cost = SpellingDistance.cost(from: wanted, to: candidate, most: reach) {
                found.append((cost, words[index]))
            }
        }
        return found.sorted(by: Self.isLikelier).prefix(most).map(\.word)
    }
}

extension Suggestions {
    private func range(from shortest: Int, through longest: Int) -> Range<Int> {
        let last = starts.count - 1
        return starts[min(max(shortest, 0), last)]..<starts[min(longest + 1, last)]
    }

    private static func letters(of word: String) -> UInt64 {
        word.unicodeScalars.reduce(into: 0) { $0 |= 1 << UInt64($1.value % 64) }
    }

    /// A slip less outweighs everything; then what more texts have; then the alphabet, so that the answer is stable.
    private static func isLikelier(_ one: (slips: Int, word: Word), _ other: (slips: Int, word: Word)) -> Bool {
        if one.slips != other.slips { return one.slips < other.slips }
        if one.word.count != other.word.count { return one.word.count > other.word.count }
        return one.word.word < other.word.word
    }
}
