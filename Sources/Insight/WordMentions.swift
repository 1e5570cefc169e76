// SPDX-License-Identifier: EUPL-1.2

/// How often a text has each of its words, stop words left out; what the title says counts more.
struct WordMentions {
    private(set) var counts: [String: Double] = [:]
    /// The number of words, stop words left out.
    private(set) var length = 0

    init(title: String, body: String) {
        add(title, weight: Ranking.titleWeight)
        add(body, weight: 1)
    }

    private mutating func add(_ text: String, weight: Double) {
        for term in GermanText.terms(of: text) where !term.isStopWord {
            counts[term.stem, default: 0] += weight
            length += 1
        }
    }
}
