// SPDX-License-Identifier: EUPL-1.2

/// Which words have which three letters in a row; beginning and end of a word count as letters.
struct TrigramIndex: Sendable {
    private var wordsByTrigram: [UInt64: [Int32]] = [:]
    /// How many different trigrams each word has.
    private(set) var sizes: [Int32] = []

    /// The words are known by their places in the list.
    init(_ words: [String]) {
        sizes.reserveCapacity(words.count)
        for (number, word) in words.enumerated() {
            let trigrams = Self.trigrams(of: Array(word.unicodeScalars))
            sizes.append(Int32(trigrams.count))
            for trigram in trigrams { wordsByTrigram[trigram, default: []].append(Int32(number)) }
        }
    }

    /// The different trigrams of a word, each packed into one number.
    static func trigrams(of letters: [Unicode.Scalar]) -> [UInt64] {
        let border: UInt64 = 1
        let values = [border] + letters.map { UInt64($0.value) } + [border]
        var found: [UInt64] = []
        found.reserveCapacity(values.count)
        for index in values.indices.dropFirst(2) {
            let trigram = values[index - 2] << 42 | values[index - 1] << 21 | values[index]
            if !found.contains(trigram) { found.append(trigram) }
        }
        return found
    }

    /// The words that have any of the trigrams, each with how many of them, in the order of the list.
    func shared(with trigrams: [UInt64]) -> [(word: Int, count: Int)] {
        var counts = [UInt8](repeating: 0, count: sizes.count)
        for trigram in trigrams {
            for word in wordsByTrigram[trigram, default: []] { counts[Int(word)] &+= 1 }
        }
        return counts.indices.compactMap { counts[$0] > 0 ? ($0, Int(counts[$0])) : nil }
    }
}
