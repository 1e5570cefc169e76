// SPDX-License-Identifier: EUPL-1.2

import Participation

/// Puts a river on paper: to the right on wide screens, downwards on narrow ones.
struct RiverDrawing {
    /// The measures of one form of drawing, in units of the drawing.
    struct Form: Sendable {
        let name: String
        let isUpright: Bool
        /// Most knots at a stage, and most of them where something ends.
        let mostKnots: Int
        let mostLost: Int
        /// From one stage to the next.
        let step: Double
        /// Before the first stage and around everything.
        let head: Double
        let margin: Double
        let bar: Double
        /// What the words of the last stage need along the flow.
        let foot: Double
        let leading: Double
        /// Letters in a row beside a knot.
        let longest: Int
        let measures: RiverLayout.Measures

        static let wide = Form(
            name: "wide", isUpright: false, mostKnots: 9, mostLost: 7, step: 163, head: 0, margin: 6, bar: 9,
            foot: 138, leading: 15, longest: 21,
            measures: RiverLayout.Measures(breadth: 420, gap: 10, leastSlot: 50, mostUnit: 16))
        static let narrow = Form(
            name: "narrow", isUpright: true, mostKnots: 3, mostLost: 1, step: 150, head: 24, margin: 4, bar: 8,
            foot: 62, leading: 13, longest: 13,
            measures: RiverLayout.Measures(breadth: 348, gap: 4, leastSlot: 84, mostUnit: 12))
        /// The thread of one matter.
        static let thread = Form(
            name: "wide", isUpright: false, mostKnots: 6, mostLost: 3, step: 186, head: 0, margin: 8, bar: 9,
            foot: 160, leading: 15, longest: 22,
            measures: RiverLayout.Measures(breadth: 240, gap: 10, leastSlot: 52, mostUnit: 9))
        static let narrowSmall = Form(
            name: "narrow", isUpright: true, mostKnots: 1, mostLost: 1, step: 118, head: 24, margin: 4, bar: 8,
            foot: 40, leading: 13, longest: 18,
            measures: RiverLayout.Measures(breadth: 348, gap: 8, leastSlot: 110, mostUnit: 8))
        /// A river in passing, on the start page: each stage as a whole.
        static let small = Form(
            name: "wide", isUpright: false, mostKnots: 1, mostLost: 1, step: 163, head: 0, margin: 6, bar: 9,
            foot: 138, leading: 15, longest: 21,
            measures: RiverLayout.Measures(breadth: 150, gap: 10, leastSlot: 50, mostUnit: 8))
    }

    private let form: Form
    private let river: River
    private let layout: RiverLayout
    private let telling: any RiverTelling
    /// What each knot says, found once: every strand names both its ends.
    private let words: [String: RiverKnotWords]
    /// Room for the headings of the stages, across the flow.
    private let crown: Double

    /// - Parameter whole: stages of which every knot is drawn
    init(_ river: River, as form: Form, keeping whole: Set<Int> = [], _ telling: any RiverTelling) {
        self.form = form
        self.telling = telling
        let merged = river.merged(most: form.mostKnots, lost: form.mostLost, keeping: whole)
        self.river = merged
        words = Dictionary(merged.knots.map { ($0.id, telling.words(of: $0)) }, uniquingKeysWith: { first, _ in first })
        layout = RiverLayout(self.river, form.measures)
        crown = form.isUpright || telling.stages.isEmpty ? 0 : 44
    }

    func picture(title: String, description: String) -> RiverPicture {
        let last = Double(river.knots.map(\.stage).max() ?? 0)
        let along = form.head + last * form.step + form.bar + form.foot + 2 * form.margin
        let across = layout.breadth + crown + 2 * form.margin
        return RiverPicture(
            form: form.name, title: title, description: description,
            width: Self.number(form.isUpright ? max(across, form.measures.breadth + 2 * form.margin) : along),
            height: Self.number(form.isUpright ? along : across), stages: stages,
            strands: layout.strands.map(strand), knots: layout.knots.compactMap(knot))
    }

    var hasOwnScales: Bool { layout.hasOwnScales }

    private var stages: [RiverPicture.Stage] {
        telling.stages.enumerated().map { index, words in
            let along = self.along(index)
            let lines = [words.title] + [words.gap].compactMap { $0 }
            let rows = lines.enumerated().map { row, text in
                RiverPicture.TextRow(
                    text: text, x: Self.number(form.isUpright ? form.margin : along),
                    y: Self.number(form.isUpright ? along - 8 + Double(row) * form.leading : 18 + Double(row) * 16),
                    style: row == 0 ? "stage" : "gap", language: nil)
            }
            return RiverPicture.Stage(rows: rows, gap: words.gap.flatMap { _ in gap(at: along) })
        }
    }

    /// On a narrow drawing the words stand alone.
    private func gap(at along: Double) -> String? {
        guard !form.isUpright else { return nil }
        let middle = Self.number(along + form.bar / 2)
        let (start, end) = (Self.number(crown + form.margin), Self.number(crown + form.margin + layout.breadth))
        return "M\(middle) \(start)V\(end)"
    }

    private func strand(_ placed: RiverLayout.Strand) -> RiverPicture.Strand {
        let strand = river.strands[placed.index]
        let words = telling.words(of: strand)
        let ends = river.knots.filter { $0.id == strand.from || $0.id == strand.to }
            .sorted { $0.stage < $1.stage }.compactMap { self.words[$0.id]?.name }
        let isLost = river.knots.contains { $0.id == strand.to && $0.isLost }
        return RiverPicture.Strand(
            path: path(placed.course), breadth: Self.number(placed.breadth), halo: Self.number(placed.breadth + 8),
            tone: words.tone.rawValue, isLost: isLost, label: "\(words.amount): \(ends.joined(separator: " → "))",
            link: words.link)
    }

    /// From bar to bar in a bend, and straight where it passes a stage.
    private func path(_ course: [RiverLayout.Point]) -> String {
        guard let first = course.first else { return "" }
        var path = "M" + point(along(first.stage) + form.bar, first.centre)
        for (near, far) in zip(course, course.dropFirst()) {
            let (start, end) = (along(near.stage) + form.bar, along(far.stage))
            let middle = (start + end) / 2
            path += "C\(point(middle, near.centre)) \(point(middle, far.centre)) \(point(end, far.centre))"
            if far != course.last { path += "L" + point(end + form.bar, far.centre) }
        }
        return path
    }

    private func knot(_ placed: RiverLayout.Knot) -> RiverPicture.Knot? {
        guard let knot = river.knots.first(where: { $0.id == placed.id }), let words = words[knot.id] else {
            return nil
        }
        let (along, across) = (self.along(knot.stage), placed.start + crown + form.margin)
        return RiverPicture.Knot(
            x: Self.number(form.isUpright ? across : along), y: Self.number(form.isUpright ? along : across),
            width: Self.number(form.isUpright ? placed.breadth : form.bar),
            height: Self.number(form.isUpright ? form.bar : placed.breadth), tone: words.tone.rawValue,
            isLost: knot.isLost, label: words.label, link: words.link,
            rows: rows(words, along: along, centre: placed.centre + crown + form.margin),
            frame: words.isHere ? frame(along: along, placed) : nil)
    }

    /// Beside the bar on a wide drawing, below it on a narrow one.
    private func rows(_ words: RiverKnotWords, along: Double, centre: Double) -> [RiverPicture.TextRow] {
        let titleRows =
            words.title.map {
                RiverLabel.rows(of: $0.text, longest: form.longest, most: words.detail == nil ? 2 : 1)
            } ?? []
        let detail =
            words.detail.map {
                RiverLabel.rows(of: $0, longest: form.longest + (form.isUpright ? 0 : 2), most: form.isUpright ? 2 : 1)
            } ?? []
        let name = form.isUpright ? words.short ?? words.strong : words.strong
        let strong = RiverLabel.rows(of: name, longest: form.longest + 1, most: form.isUpright ? 2 : 1)
        let texts = strong + titleRows + detail
        let first =
            form.isUpright
            ? along + form.bar + form.leading
            : centre - Double(texts.count - 1) * form.leading / 2 + 4.5
        return texts.enumerated().map { index, text in
            RiverPicture.TextRow(
                text: text, x: Self.number(form.isUpright ? centre : along + form.bar + 6),
                y: Self.number(first + Double(index) * form.leading),
                style: index == 0 ? "strong" : "plain",
                language: (strong.count..<strong.count + titleRows.count).contains(index)
                    ? words.title?.language : nil)
        }
    }

    private func frame(along: Double, _ placed: RiverLayout.Knot) -> RiverPicture.Frame {
        let slot = max(placed.breadth, form.measures.leastSlot)
        let across = placed.centre - slot / 2 + crown + form.margin
        let length = form.isUpright ? form.bar + form.leading * 3 + 12 : form.step - 20
        return RiverPicture.Frame(
            x: Self.number(form.isUpright ? across : along - 4), y: Self.number(form.isUpright ? along - 4 : across),
            width: Self.number(form.isUpright ? slot : length), height: Self.number(form.isUpright ? length : slot))
    }

    private func along(_ stage: Int) -> Double { form.margin + form.head + Double(stage) * form.step }

    private func point(_ along: Double, _ across: Double) -> String {
        let across = across + crown + form.margin
        return form.isUpright
            ? "\(Self.number(across)) \(Self.number(along))" : "\(Self.number(along)) \(Self.number(across))"
    }

    /// To a tenth, without a needless nought.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = tenths / 10
        let rest = abs(tenths % 10)
        if rest == 0 { return String(whole) }
        return (tenths < 0 && whole == 0 ? "-" : "") + "\(whole).\(rest)"
    }
}

/// Words in rows that fit beside a knot.
enum RiverLabel {
    static func rows(of title: String, longest: Int, most: Int) -> [String] {
        var rows = [""]
        for word in title.split(whereSeparator: \.isWhitespace) {
            let last = rows[rows.count - 1]
            if last.isEmpty {
                rows[rows.count - 1] = shortened(String(word), to: longest)
            } else if last.count + 1 + word.count <= longest {
                rows[rows.count - 1] = last + " " + word
            } else if rows.count < most {
                rows.append(shortened(String(word), to: longest))
            } else {
                rows[rows.count - 1] = shortened("\(last) \(word)", to: longest)
                break
            }
        }
        return rows.filter { !$0.isEmpty }
    }

    static func shortened(_ text: String, to length: Int) -> String {
        text.count > length ? String(text.prefix(length - 1)) + "…" : text
    }
}

extension RiverPictures {
    init(
        _ river: River, wide: RiverDrawing.Form = .wide, keeping whole: Set<Int> = [], title: String,
        description: String, caption: String, _ telling: any RiverTelling
    ) {
        self.wide = RiverDrawing(river, as: wide, keeping: whole, telling)
            .picture(title: title, description: description)
        narrow = RiverDrawing(river, as: .narrow, telling).picture(title: title, description: description)
        self.caption = caption
    }
}
