// SPDX-License-Identifier: EUPL-1.2

/// A place of a text that answers a part of the query.
struct QueryMark: Equatable {
    let range: Range<String.Index>
    /// Which of the wanted clauses it answers; nil for a word that was found in the place of another.
    let clause: Int?
}

/// Finds the words of a query in a text.
struct QueryMarks {
    private let clauses: [SearchQuery.Clause]
    private let relatives: Set<String>
    private let firstLetters: Set<Unicode.Scalar>

    /// - Parameter relatives: further stems to mark.
    init(_ query: SearchQuery, relatives: Set<String>) {
        clauses = query.wanted
        self.relatives = relatives
        firstLetters = Set((query.stems + relatives).compactMap(\.unicodeScalars.first))
    }

    /// In the order of the text. The words of a phrase count only where they follow each other.
    func marks(in text: String) -> [QueryMark] {
        guard !firstLetters.isEmpty else { return [] }
        let terms = candidates(in: text)
        var marks: [QueryMark] = []
        for index in terms.indices {
            guard let term = terms[index] else { continue }
            if let mark = longestMark(at: index, in: terms) {
                marks.append(mark)
            } else if relatives.contains(term.stem) {
                marks.append(QueryMark(range: term.range, clause: nil))
            }
        }
        return marks
    }

    /// Word for word; nil for the many that begin with another letter than anything that is looked for, since finding
    /// stems costs more than reading.
    private func candidates(in text: String) -> [Term?] {
        var reader = WordReader(text)
        var candidates: [Term?] = []
        while let word = reader.next() {
            let mayMatch = word.letters.first.map { firstLetters.contains(GermanStemmer.plain($0)) } ?? false
            candidates.append(mayMatch ? GermanText.term(word, position: candidates.count) : nil)
        }
        return candidates
    }

    private func longestMark(at index: Int, in terms: [Term?]) -> QueryMark? {
        var longest: (words: Int, clause: Int)?
        for (number, clause) in clauses.enumerated() {
            let words = Self.words(of: clause, at: index, in: terms)
            if words > longest?.words ?? 0 { longest = (words, number) }
        }
        guard let longest, let first = terms[index], let last = terms[index + longest.words - 1] else { return nil }
        return QueryMark(range: first.range.lowerBound..<last.range.upperBound, clause: longest.clause)
    }

    /// How many words from here on answer the clause.
    private static func words(of clause: SearchQuery.Clause, at index: Int, in terms: [Term?]) -> Int {
        switch clause {
        case .word(let stem, _):
            return terms[index]?.stem == stem ? 1 : 0
        case .prefix(let beginning):
            return terms[index]?.word.hasPrefix(beginning) == true ? 1 : 0
        case .phrase(let stems):
            guard index + stems.count <= terms.count else { return 0 }
            return zip(terms[index...], stems).allSatisfy { $0?.stem == $1 } ? stems.count : 0
        }
    }
}
