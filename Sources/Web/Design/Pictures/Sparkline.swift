// SPDX-License-Identifier: EUPL-1.2

/// A course in a small picture beside the words that tell it: a line towards a target, or columns for equal spans of
/// time. The words say all that matters, so the picture is hidden from those who listen. Template `Design/sparkline`.
struct Sparkline: Sendable {
    let words: String
    /// A path in a square of 100 units; nil for columns.
    let line: String?
    let end: Point?
    /// How far down the target lies.
    let target: String?
    let columns: [Column]

    struct Point: Equatable, Sendable {
        let x: String
        let y: String
    }

    struct Column: Equatable, Sendable {
        let x: String
        let y: String
        let width: String
        let height: String
    }

    /// Values by day, the oldest first; nil for fewer than two, since one value has no course.
    init?(_ values: [(day: Int, value: Double)], target: Double?, words: String) {
        let days = values.map(\.day)
        let heights = values.map(\.value) + [target].compactMap { $0 }
        guard values.count > 1, let first = days.min(), let last = days.max(), first < last,
            let low = heights.min(), let high = heights.max()
        else { return nil }
        let across = { (day: Int) in Percentage(Double(day - first), of: Double(last - first)) }
        let down = { (value: Double) in
            high > low ? Percentage(high - value, of: high - low) : Percentage(50.0, of: 100)
        }
        let points = values.map { (across($0.day), down($0.value)) }
        line = "M" + points.map { "\($0.text.dropLast()) \($1.text.dropLast())" }.joined(separator: "L")
        end = points.last.map { Point(x: $0.text, y: $1.text) }
        self.target = target.map { down($0).text }
        columns = []
        self.words = words
    }

    /// Amounts for equal spans of time; a span without an amount leaves a gap. Nil where there is none at all.
    init?(columns amounts: [Int64], words: String) {
        guard let most = amounts.max(), most > 0 else { return nil }
        columns = amounts.enumerated().compactMap { index, amount in
            guard amount > 0 else { return nil }
            return Column(
                x: Percentage(Double(index) + 0.1, of: Double(amounts.count)).text,
                y: Percentage(most - amount, of: most).text,
                width: Percentage(0.8, of: Double(amounts.count)).text, height: Percentage(amount, of: most).text)
        }
        (line, end, target) = (nil, nil, nil)
        self.words = words
    }

    private init(words: String, line: String, end: Point, target: String, columns: [Column]) {
        (self.words, self.line, self.end) = (words, line, end)
        (self.target, self.columns) = (target, columns)
    }

    static let sample = Sparkline(
        words: "Zuletzt 63,8 Prozent, Ziel 80 Prozent", line: "M0 100L100 40", end: Point(x: "100%", y: "40%"),
        target: "0%", columns: [Column(x: "0%", y: "50%", width: "10%", height: "50%")])
}
