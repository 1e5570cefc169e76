// SPDX-License-Identifier: EUPL-1.2

/// A number divided into parts, as one bar with the parts in words below. Several bars on a page share a scale, so
/// that their lengths can be compared. Template `Design/stacked-bar`; the page brings the patterns.
struct StackedBar: Sendable {
    /// Everything the bar shows, in one sentence.
    let label: String
    let segments: [Segment]

    /// One part before it has a place in the bar.
    struct Part: Sendable {
        let number: Int64
        /// "42 abgeschlossen"
        let text: String
        let link: String?
        let pattern: FillPattern
    }

    struct Segment: Sendable {
        let x: String
        let width: String
        let tone: String
        let fill: String
        let text: String
        let link: String?
        let number: Number?
    }

    /// The number inside the segment; left out where it would not fit on a narrow screen.
    struct Number: Sendable {
        let text: String
        let middle: String
    }

    /// Below this share of the scale a number of two digits does not fit at 320 px.
    private static let narrowest = 0.075

    /// - Parameter scale: the number that would fill the whole width
    init(_ parts: [Part], scale: Int64, label: String, in notation: Notation) {
        self.label = label
        var start: Int64 = 0
        segments = parts.map { part in
            let middle = Double(start) + Double(part.number) / 2
            let fits = Double(part.number) >= Self.narrowest * Double(scale)
            defer { start += part.number }
            return Segment(
                x: Percentage(start, of: scale).text, width: Percentage(part.number, of: scale).text,
                tone: part.pattern.tone, fill: part.pattern.reference, text: part.text, link: part.link,
                number: fits
                    ? Number(
                        text: notation.number(part.number),
                        middle: Percentage(middle, of: Double(scale)).text) : nil)
        }
    }

    static let sample = StackedBar(
        [
            Part(
                number: 42, text: "42 abgeschlossen", link: "/projekte?stand=project-completed",
                pattern: FillPattern(.good, .tick)),
            Part(number: 2, text: "2 geplant", link: nil, pattern: FillPattern(.quiet, .ring)),
        ], scale: 75, label: "42 abgeschlossen, 2 geplant", in: Notation(language: .german))
}
