// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The thread as a drawing: columns from the first origin on the left to the last result on the right. The list on the
/// same page says everything it shows. Template `Links/picture`.
struct ThreadPicture: Sendable {
    let title: String
    let width: String
    let height: String
    let lines: [Line]
    let boxes: [Box]

    struct Line: Sendable {
        let path: String
    }

    struct Box: Sendable {
        let x: String
        let y: String
        let phase: String
        let isHere: Bool
        let kind: String
        let rows: [TextRow]
        let link: String?
    }

    struct TextRow: Sendable {
        let text: String
        let y: String
    }

    static let sample = ThreadPicture(
        title: "Roter Faden", width: "440", height: "100", lines: [Line(path: "M190 50C220 50 220 50 250 50")],
        boxes: [
            Box(
                x: "10", y: "10", phase: "listening", isHere: true, kind: "Idee 8",
                rows: [TextRow(text: "Anlaufstellen", y: "40")], link: "/faden/idee/8")
        ])
}

extension ThreadPicture {
    static let boxWidth = 152
    static let boxHeight = 76
    static let columnStep = 190
    static let rowStep = 92
    static let margin = 10
    /// What does not fit into a column is counted in its last box.
    static let mostRows = 6

    /// Nil where there is nothing but the start.
    init?(_ thread: RedThread, _ wording: ThreadWording) {
        guard !thread.origins.isEmpty || !thread.results.isEmpty else { return nil }
        let start = Sketch(
            id: thread.start.id, phase: wording.phase(of: thread.start.kind), isHere: true,
            kind: wording.kind(of: thread.start), title: wording.title(of: thread.start).text, link: nil, edges: [])
        let columns =
            thread.origins.reversed().map { Self.column($0, .origins, wording) } + [[start]]
            + thread.results.map { Self.column($0, .results, wording) }
        let tallest = columns.map(\.count).max() ?? 1
        var places: [String: (x: Int, y: Int)] = [:]
        for (index, column) in columns.enumerated() {
            let top = Self.margin + (tallest - column.count) * Self.rowStep / 2
            for (row, sketch) in column.enumerated() {
                places[sketch.id] = (Self.margin + index * Self.columnStep, top + row * Self.rowStep)
            }
        }
        title = wording.context.text(
            "links.picture.title", ["title": wording.title(of: thread.start).text])
        width = String((columns.count - 1) * Self.columnStep + Self.boxWidth + 2 * Self.margin)
        height = String((tallest - 1) * Self.rowStep + Self.boxHeight + 2 * Self.margin)
        let sketches = columns.flatMap { $0 }
        lines = sketches.flatMap(\.edges).compactMap { Self.line($0.from, $0.to, places) }
        boxes = sketches.compactMap { sketch in places[sketch.id].map { Box(sketch, x: $0.x, y: $0.y) } }
    }

    struct Sketch {
        let id: String
        let phase: String
        let isHere: Bool
        let kind: String
        let title: String
        let link: String?
        let edges: [(from: String, to: String)]
    }

    private static func column(
        _ level: ThreadLevel, _ direction: ThreadDirection, _ wording: ThreadWording
    ) -> [Sketch] {
        let steps = level.steps.map { step in
            Sketch(
                id: step.matter.id, phase: wording.phase(of: step.matter.kind), isHere: false,
                kind: wording.kind(of: step.matter), title: wording.title(of: step.matter).text,
                link: wording.threadLink(to: step.matter) ?? wording.link(to: step.matter),
                edges: step.edges.map { ($0.from, $0.to) })
        }
        let groups = level.groups.map { group in
            let id = "\(group.near) \(group.link.rawValue) \(group.kind.rawValue)"
            return Sketch(
                id: id, phase: wording.phase(of: group.kind), isHere: false,
                kind: wording.context.word(.linkKind, group.link.rawValue), title: wording.title(of: group),
                link: wording.link(to: group), edges: [direction == .origins ? (id, group.near) : (group.near, id)])
        }
        let all = steps + groups
        guard all.count > mostRows else { return all }
        let shown = all.prefix(mostRows - 1)
        let rest = wording.context.text("links.picture.more", count: all.count - shown.count)
        return shown + [
            Sketch(
                id: "\(direction) \(level.distance)", phase: Tone.quiet.rawValue, isHere: false, kind: rest,
                title: wording.context.text("links.picture.below"), link: nil, edges: [])
        ]
    }

    private static func line(_ from: String, _ to: String, _ places: [String: (x: Int, y: Int)]) -> Line? {
        guard let start = places[from], let end = places[to], start.x < end.x else { return nil }
        let (x1, y1) = (start.x + boxWidth, start.y + boxHeight / 2)
        let (x2, y2) = (end.x, end.y + boxHeight / 2)
        let bend = min((x2 - x1) / 2, 50)
        return Line(path: "M\(x1) \(y1)C\(x1 + bend) \(y1) \(x2 - bend) \(y2) \(x2) \(y2)")
    }

    /// Breaks a title into at most three rows of a box.
    static func rows(of title: String, longest: Int = 19, most: Int = 3) -> [String] {
        var rows = [""]
        for word in title.split(whereSeparator: \.isWhitespace) {
            let last = rows[rows.count - 1]
            if last.isEmpty {
                rows[rows.count - 1] = ThreadWording.shortened(String(word), to: longest)
            } else if last.count + 1 + word.count <= longest {
                rows[rows.count - 1] = last + " " + word
            } else if rows.count < most {
                rows.append(ThreadWording.shortened(String(word), to: longest))
            } else {
                rows[rows.count - 1] = String(last.prefix(longest - 1)) + "…"
                break
            }
        }
        return rows
    }
}

extension ThreadPicture.Box {
    init(_ sketch: ThreadPicture.Sketch, x: Int, y: Int) {
        self.x = String(x)
        self.y = String(y)
        phase = sketch.phase
        isHere = sketch.isHere
        kind = ThreadWording.shortened(sketch.kind, to: 21)
        link = sketch.link
        rows = ThreadPicture.rows(of: sketch.title).enumerated().map {
            ThreadPicture.TextRow(text: $0.element, y: String(35 + 16 * $0.offset))
        }
    }
}
