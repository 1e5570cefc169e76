// SPDX-License-Identifier: EUPL-1.2

/// Chooses the excerpt of a text that answers most parts of a query.
struct SnippetWindow {
    let text: String
    let marks: [QueryMark]
    let length: Int

    /// Of equally good places the first one.
    func best() -> Range<String.Index> {
        guard let first = marks.first else { return trimmed(text.startIndex..<end(after: text.startIndex)) }
        var best = excerpt(around: first.range.lowerBound)
        var bestWorth = worth(of: best)
        for mark in marks.dropFirst().prefix(Self.mostPlaces) where mark.range.upperBound > best.upperBound {
            let candidate = excerpt(around: mark.range.lowerBound)
            let worth = worth(of: candidate)
            if worth > bestWorth { (best, bestWorth) = (candidate, worth) }
        }
        return trimmed(best)
    }

    /// The runs of the excerpt; a line break is shown as a space.
    func pieces(in excerpt: Range<String.Index>) -> [Snippet.Piece] {
        var pieces: [Snippet.Piece] = []
        var index = excerpt.lowerBound
        for mark in marks where mark.range.lowerBound >= index && mark.range.upperBound <= excerpt.upperBound {
            append(index..<mark.range.lowerBound, isMarked: false, to: &pieces)
            append(mark.range, isMarked: true, to: &pieces)
            index = mark.range.upperBound
        }
        append(index..<excerpt.upperBound, isMarked: false, to: &pieces)
        return pieces
    }

    private func append(_ range: Range<String.Index>, isMarked: Bool, to pieces: inout [Snippet.Piece]) {
        guard !range.isEmpty else { return }
        let run = String(text[range].map { $0.isNewline ? " " : $0 })
        pieces.append(Snippet.Piece(text: run, isMarked: isMarked))
    }
}

extension SnippetWindow {
    /// Places looked at in a long text that has the words again and again.
    private static let mostPlaces = 100

    /// Each part of the query counts once; more of the same is worth a little.
    private func worth(of excerpt: Range<String.Index>) -> Int {
        let inside = marks.filter { mark in
            excerpt.lowerBound <= mark.range.lowerBound && mark.range.upperBound <= excerpt.upperBound
        }
        return Set(inside.compactMap(\.clause)).count * 100 + min(inside.count, 99)
    }

    private func excerpt(around index: String.Index) -> Range<String.Index> {
        var start = start(before: index, reach: length / 2)
        let end = end(after: start)
        if end == text.endIndex {
            let first = text.index(end, offsetBy: -length, limitedBy: text.startIndex) ?? text.startIndex
            start = min(start, self.start(after: first, before: start))
        }
        return start..<end
    }

    /// The beginning of the sentence where it is near, else a word that leaves room for what follows.
    private func start(before index: String.Index, reach: Int) -> String.Index {
        var start = index
        var wordStart = index
        for step in 0..<reach {
            guard start > text.startIndex else { return start }
            if isBeginningOfSentence(start) { return start }
            if isBeginningOfWord(start), step < reach / 2 { wordStart = start }
            start = text.index(before: start)
        }
        return wordStart
    }

    /// The first beginning of a sentence in between, else of a word: more of what comes before, at the end of a text.
    private func start(after first: String.Index, before last: String.Index) -> String.Index {
        guard first < last else { return last }
        let between = text.indices[first..<last]
        return between.first { isBeginningOfSentence($0) } ?? between.first { isBeginningOfWord($0) } ?? last
    }

    /// The end of a sentence when most of the room is used by then, else of a word.
    private func end(after start: String.Index) -> String.Index {
        guard let limit = text.index(start, offsetBy: length, limitedBy: text.endIndex), limit < text.endIndex else {
            return text.endIndex
        }
        let late = text.indices[text.index(start, offsetBy: length * 7 / 10)...limit].reversed()
        return late.first { isBeginningOfSentence($0) } ?? late.first { text[$0].isWhitespace } ?? limit
    }

    private func trimmed(_ range: Range<String.Index>) -> Range<String.Index> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isWhitespace { start = text.index(after: start) }
        while start < end, text[text.index(before: end)].isWhitespace { end = text.index(before: end) }
        return start..<end
    }

    private func isBeginningOfWord(_ index: String.Index) -> Bool {
        guard index > text.startIndex else { return true }
        return text[text.index(before: index)].isWhitespace && !text[index].isWhitespace
    }

    /// “z. B.” and “am 3. Mai” do not end a sentence: a mark counts behind a longer word, before a large letter.
    private func isBeginningOfSentence(_ index: String.Index) -> Bool {
        guard isBeginningOfWord(index) else { return false }
        var before = index
        while before > text.startIndex {
            before = text.index(before: before)
            let character = text[before]
            if character.isNewline { return true }
            if !character.isWhitespace {
                return "!?…".contains(character) || character == "." && endsSentence(before) && !text[index].isLowercase
            }
        }
        return true
    }

    private func endsSentence(_ point: String.Index) -> Bool {
        guard let second = text.index(point, offsetBy: -2, limitedBy: text.startIndex) else { return false }
        let first = text.index(before: point)
        return !text[second].isWhitespace && !text[second].isPunctuation && !text[first].isNumber
    }
}
