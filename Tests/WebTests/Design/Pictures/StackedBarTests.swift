// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Web

@Suite struct StackedBarTests {
    @Test func `parts lie side by side and keep their share of the scale`() {
        let bar = StackedBar(
            [part(30, .tick), part(10, .disc)], scale: 80, label: "30, 10", in: Notation(language: .german))

        #expect(bar.segments.map(\.x) == ["0.00%", "37.50%"])
        #expect(bar.segments.map(\.width) == ["37.50%", "12.50%"])
        #expect(bar.segments.map { $0.number?.middle } == ["18.75%", "43.75%"])
    }

    @Test func `a number that would not fit on a phone stands only in the words`() {
        let bar = StackedBar([part(1, .tick), part(99, .disc)], scale: 100, label: "", in: Notation(language: .german))

        #expect(bar.segments.map { $0.number?.text } == [nil, "99"])
        #expect(bar.segments.map(\.text) == ["1 Projekte", "99 Projekte"])
    }

    @Test func `no two states of a project are filled alike`() {
        let patterns = Set(ProjectStateKeys.all.map { FillPattern(state: $0).id })
        #expect(patterns.count == ProjectStateKeys.all.count)
    }

    @Test(arguments: Shape.allCases)
    func `shapes differ in more than colour`(shape: Shape) {
        let pattern = FillPattern(.good, shape)
        let others = Shape.allCases.filter { $0 != shape }.map { FillPattern(.good, $0) }
        #expect(!others.contains { $0.fill == pattern.fill && $0.line == pattern.line })
    }

    @Test func `a sheet has each pattern once`() {
        let sheet = PatternSheet([FillPattern(.good, .tick), FillPattern(.bad, .cross), FillPattern(.good, .tick)])
        #expect(sheet.patterns.map(\.id) == ["muster-good-tick", "muster-bad-cross"])
    }

    @Test(arguments: [
        (0.0, 10.0, "0.00%"), (10, 10, "100.00%"), (11, 10, "100.00%"), (-1, 10, "0.00%"), (1, 0, "0.00%"),
    ])
    func `a place never leaves the picture`(part: Double, whole: Double, text: String) {
        #expect(Percentage(part, of: whole).text == text)
    }

    private func part(_ number: Int64, _ shape: Shape) -> StackedBar.Part {
        StackedBar.Part(number: number, text: "\(number) Projekte", link: nil, pattern: FillPattern(.good, shape))
    }

    private enum ProjectStateKeys {
        static let all = [
            "planned", "not_started", "running", "suspended", "completed", "permanent", "handed_over", "discontinued",
            "unknown",
        ].map { "project." + $0 }
    }
}
