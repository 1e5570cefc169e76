// SPDX-License-Identifier: EUPL-1.2

/// What changed from one text to another, word by word: the shortest way that keeps as many words as possible (Myers).
///
/// The work grows with the number of changed words; memory stays linear, since the way is halved until it is trivial.
public enum WordDiff {
    /// A run of words that were kept, taken out or put in.
    public struct Run: Equatable, Sendable {
        public let kind: Kind
        public let text: String
    }

    public enum Kind: Equatable, Sendable {
        case kept, removed, added
    }

    /// Joining the kept and added runs gives the new text, the kept and removed ones the old text.
    public static func runs(from old: String, to new: String) -> [Run] {
        readable(shortest(from: old, to: new))
    }

    /// The shortest way, before it is made readable.
    static func shortest(from old: String, to new: String) -> [Run] {
        var comparison = Comparison(old: words(old), new: words(new))
        comparison.compare(0..<comparison.old.count, 0..<comparison.new.count)
        return comparison.runs
    }

    /// What was kept between two changes, but is shorter than both, only tears apart what is read together.
    private static func readable(_ runs: [Run]) -> [Run] {
        var spans = spans(of: runs)
        var index = 0
        while index + 2 < spans.count {
            let (before, between, after) = (spans[index], spans[index + 1], spans[index + 2])
            let isTorn = between.isKept && between.length <= before.length && between.length <= after.length
            guard isTorn else {
                index += 1
                continue
            }
            let joined = Span(
                removed: before.removed + between.removed + after.removed,
                added: before.added + between.added + after.added, isKept: false)
            spans.replaceSubrange(index...index + 2, with: [joined])
            index = max(0, index - 2)
        }
        return spans.flatMap(\.runs)
    }

    /// Kept spans and changes in turn.
    private static func spans(of runs: [Run]) -> [Span] {
        var spans: [Span] = []
        for run in runs {
            let span = Span(
                removed: run.kind == .added ? "" : run.text, added: run.kind == .removed ? "" : run.text,
                isKept: run.kind == .kept)
            if let last = spans.last, !last.isKept, !span.isKept {
                spans[spans.count - 1] = Span(
                    removed: last.removed + span.removed, added: last.added + span.added, isKept: false)
            } else {
                spans.append(span)
            }
        }
        return spans
    }

    /// A piece of both texts: the same in both, or changed from one to the other.
    private struct Span {
        let removed: String
        let added: String
        let isKept: Bool

        var length: Int { max(removed.count, added.count) }

        var runs: [Run] {
            if isKept { return [Run(kind: .kept, text: added)] }
            let runs = [Run(kind: .removed, text: removed), Run(kind: .added, text: added)]
            return runs.filter { !$0.text.isEmpty }
        }
    }

    /// Words and what stands between them, so that nothing is lost: "eins, zwei" is "eins", ",", " ", "zwei".
    static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            var end = text.index(after: start)
            if isWordPart(text[start]) {
                while end < text.endIndex, isWordPart(text[end]) { end = text.index(after: end) }
            }
            words.append(text[start..<end])
            start = end
        }
        return words
    }

    private static func isWordPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-"
    }
}

/// The comparison under way: it walks both texts from front to back and collects runs.
private struct Comparison {
    let old: [Substring]
    let new: [Substring]
    private(set) var runs: [WordDiff.Run] = []

    init(old: [Substring], new: [Substring]) {
        self.old = old
        self.new = new
    }

    /// Splits at the middle of the shortest way and goes on with both halves.
    mutating func compare(_ left: Range<Int>, _ right: Range<Int>) {
        var (left, right) = (left, right)
        while let a = left.first, let b = right.first, old[a] == new[b] {
            add(.kept, old[a])
            left = left.dropFirst()
            right = right.dropFirst()
        }
        let ending = commonEnding(left, right)
        let (head, tail) = (left.dropLast(ending), right.dropLast(ending))
        if head.isEmpty || tail.isEmpty {
            for index in head { add(.removed, old[index]) }
            for index in tail { add(.added, new[index]) }
        } else {
            let middle = MiddlePoint(old[head], new[tail])
            compare(head.prefix(middle.left), tail.prefix(middle.right))
            compare(head.dropFirst(middle.left), tail.dropFirst(middle.right))
        }
        for index in left.suffix(ending) { add(.kept, old[index]) }
    }

    private func commonEnding(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        var count = 0
        while count < min(left.count, right.count),
            old[left.upperBound - 1 - count] == new[right.upperBound - 1 - count]
        {
            count += 1
        }
        return count
    }

    private mutating func add(_ kind: WordDiff.Kind, _ word: Substring) {
        guard let last = runs.last, last.kind == kind else {
            return runs.append(WordDiff.Run(kind: kind, text: String(word)))
        }
        runs[runs.count - 1] = WordDiff.Run(kind: kind, text: last.text + word)
    }
}

/// Where the shortest way from one text to the other is half done, found from both ends at once.
private struct MiddlePoint {
    /// How many words of each text lie before the point.
    let left: Int
    let right: Int

    /// Neither text begins or ends with a word of the other, and none is empty.
    init(_ old: ArraySlice<Substring>, _ new: ArraySlice<Substring>) {
        var search = Search(Array(old), Array(new))
        (left, right) = search.run()
    }

    /// The furthest points reached on each diagonal, forwards from the start and backwards from the end.
    private struct Search {
        let old: [Substring]
        let new: [Substring]
        var forward: [Int]
        var backward: [Int]
        let centre: Int

        init(_ old: [Substring], _ new: [Substring]) {
            self.old = old
            self.new = new
            centre = old.count + new.count + 1
            forward = Array(repeating: 0, count: 2 * centre + 1)
            backward = forward
        }

        /// Texts with more changes than this have nothing to do with each other: both are shown whole.
        static let mostSteps = 2_000

        mutating func run() -> (left: Int, right: Int) {
            let difference = old.count - new.count
            for steps in 0...min(centre, Self.mostSteps) {
                for diagonal in stride(from: -steps, through: steps, by: 2) {
                    let x = advance(diagonal, steps)
                    let mirrored = difference - diagonal
                    if !difference.isMultiple(of: 2), abs(mirrored) < steps, isInside(x, diagonal),
                        x + backward[centre + mirrored] >= old.count
                    {
                        return (x, x - diagonal)
                    }
                }
                for diagonal in stride(from: -steps, through: steps, by: 2) {
                    let x = retreat(diagonal, steps)
                    let mirrored = difference - diagonal
                    if difference.isMultiple(of: 2), abs(mirrored) <= steps, isInside(x, diagonal),
                        x + forward[centre + mirrored] >= old.count
                    {
                        return (old.count - x, new.count - (x - diagonal))
                    }
                }
            }
            return (old.count, 0)
        }

        private func isInside(_ x: Int, _ diagonal: Int) -> Bool {
            x <= old.count && x - diagonal <= new.count
        }

        private mutating func advance(_ diagonal: Int, _ steps: Int) -> Int {
            var x = start(forward, diagonal, steps)
            while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
            forward[centre + diagonal] = x
            return x
        }

        private mutating func retreat(_ diagonal: Int, _ steps: Int) -> Int {
            var x = start(backward, diagonal, steps)
            while x < old.count, x - diagonal < new.count,
                old[old.count - 1 - x] == new[new.count - 1 - (x - diagonal)]
            {
                x += 1
            }
            backward[centre + diagonal] = x
            return x
        }

        private func start(_ furthest: [Int], _ diagonal: Int, _ steps: Int) -> Int {
            if steps == 0 { return 0 }
            let (below, above) = (centre + diagonal - 1, centre + diagonal + 1)
            if diagonal == -steps || (diagonal != steps && furthest[below] < furthest[above]) { return furthest[above] }
            return furthest[below] + 1
        }
    }
}
