// SPDX-License-Identifier: EUPL-1.2

/// How far two spellings are apart: a letter too many, missing, wrong, or two that changed places is one slip.
enum SpellingDistance {
    /// Ten for each slip, less for those that happen easily; nil when there are more than `most`.
    static func cost(from typed: [Unicode.Scalar], to word: [Unicode.Scalar], most: Int) -> Int? {
        guard abs(typed.count - word.count) <= most else { return nil }
        let tooFar = 10 * most + 1
        var last = [Int](repeating: tooFar, count: word.count + 1)
        var row = (0...word.count).map { min($0 * 10, tooFar) }
        for index in typed.indices {
            var next = [Int](repeating: tooFar, count: word.count + 1)
            next[0] = min((index + 1) * 10, tooFar)
            for column in word.indices where abs(column - index) <= most {
                let change = row[column] + changeCost(typed[index], word[column])
                var best = min(change, row[column + 1] + 10, next[column] + 10)
                if index > 0, column > 0, typed[index] == word[column - 1], typed[index - 1] == word[column] {
                    best = min(best, last[column - 1] + 8)
                }
                next[column + 1] = min(best, tooFar)
            }
            guard next.contains(where: { $0 < tooFar }) else { return nil }
            (last, row) = (row, next)
        }
        return row[word.count] < tooFar ? row[word.count] : nil
    }

    private static func changeCost(_ typed: Unicode.Scalar, _ letter: Unicode.Scalar) -> Int {
        if typed == letter { return 0 }
        return isNeighbour(typed, letter) ? 8 : 10
    }

    /// Keys side by side on a German keyboard.
    private static func isNeighbour(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
        guard let first = place(of: one), let second = place(of: other) else { return false }
        return abs(first.row - second.row) + abs(first.column - second.column) == 1
    }

    private static func place(of letter: Unicode.Scalar) -> (row: Int, column: Int)? {
        for (row, keys) in keyboard.enumerated() {
            if let column = keys.firstIndex(of: letter) { return (row, column) }
        }
        return nil
    }

    private static let keyboard = ["qwertzuiop", "asdfghjkl", "yxcvbnm"].map { Array($0.unicodeScalars) }
}
