// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

/// The course of one quantity over time, with the way that was to be taken towards its target. Small, so that several
/// stand side by side. Template `Goals/chart`; the table of the same numbers stands beside it.
struct CourseChart: Sendable {
    let id: String
    let title: String
    let description: String
    /// A path in a square of 100 units; nil where only one value is known.
    let line: String?
    /// From where it began over what is to be reached on the way; nil without a target.
    let way: String?
    let marks: [Mark]
    let target: Mark?
    /// The largest and the smallest of what is drawn, and the first and the last day.
    let high: String
    let low: String
    let first: String
    let last: String

    struct Mark: Equatable, Sendable {
        let x: String
        let y: String
        let title: String
    }

    /// One value at a day, in numbers and in words.
    struct Point: Sendable {
        let on: PartialDate
        let value: ScaledDecimal
        let words: String
    }

    /// Nil where fewer than two points are known at different times: one point has no course.
    ///
    /// - Parameters:
    ///   - values: what was measured, the oldest first
    ///   - way: what was to be reached when, the beginning first and the target last
    init?(
        _ id: String, values: [Point], way: [Point], title: String, description: String, in notation: Notation
    ) {
        let all = values + way
        guard let first = all.min(by: { $0.on.lastDay < $1.on.lastDay }),
            let last = all.max(by: { $0.on.lastDay < $1.on.lastDay }), first.on.lastDay < last.on.lastDay,
            let low = all.min(by: { $0.value.forDrawing < $1.value.forDrawing }),
            let high = all.max(by: { $0.value.forDrawing < $1.value.forDrawing })
        else { return nil }
        let span = (low.value.forDrawing, high.value.forDrawing)
        let place = { (point: Point) -> Mark in
            let across = Percentage(
                Double(point.on.lastDay - first.on.lastDay), of: Double(last.on.lastDay - first.on.lastDay))
            let down =
                span.1 > span.0
                ? Percentage(span.1 - point.value.forDrawing, of: span.1 - span.0) : Percentage(50.0, of: 100)
            return Mark(x: across.text, y: down.text, title: point.words)
        }
        let path = { (points: [Point]) -> String? in
            guard points.count > 1 else { return nil }
            return "M" + points.map(place).map { "\($0.x.dropLast()) \($0.y.dropLast())" }.joined(separator: "L")
        }
        self.id = id
        self.title = title
        self.description = description
        line = path(values)
        self.way = path(way)
        marks = values.map(place)
        target = way.last.map(place)
        self.high = notation.decimal(high.value)
        self.low = notation.decimal(low.value)
        self.first = notation.date(first.on)
        self.last = notation.date(last.on)
    }

    private init(id: String, title: String, description: String) {
        let mark = Mark(x: "50%", y: "50%", title: "63,8 Prozent, 31. Dezember 2025")
        (self.id, self.title, self.description) = (id, title, description)
        (line, way, marks, target) = ("M0 100L100 40", "M0 100L100 0", [mark], mark)
        (high, low, first, last) = ("80", "54,2", "31. Dezember 2022", "31. Dezember 2028")
    }

    static let sample = CourseChart(
        id: "bild-takt", title: "Menschen mit Stundentakt vor der Tür", description: "Von 54,2 auf 63,8 Prozent.")
}

extension ScaledDecimal {
    /// What is shown in words stays exact.
    var forDrawing: Double { Double(units) / pow(10, Double(scale)) }
}
