// SPDX-License-Identifier: EUPL-1.2

import Insight

/// Where a word stands in one block of documents: a row of the index.
struct SearchPosting: Sendable {
    let word: String
    let block: Int
    let stem: String
    /// One way in which the word is written, to be shown as a suggestion.
    let written: String
    var places: PlaceList
}

/// Gathers the words of documents by word, so that each word is written once for a whole block.
struct PostingCollector {
    private struct Entry {
        let stem: String
        let written: String
        var places = PlaceList()
    }

    private var entries: [String: Entry] = [:]

    var isEmpty: Bool { entries.isEmpty }

    /// Documents are added in the order of their numbers.
    mutating func add(_ document: SearchDocument) {
        for word in document.words {
            entries[word.term.word, default: Entry(stem: word.term.stem, written: word.written)].places
                .append(document: document.number, position: word.position)
        }
    }

    /// The words with their places in the order of the alphabet.
    func postings(block: Int) -> [SearchPosting] {
        entries.keys.sorted().compactMap { word in
            entries[word].map { entry in
                SearchPosting(
                    word: word, block: block, stem: entry.stem, written: entry.written, places: entry.places)
            }
        }
    }
}
