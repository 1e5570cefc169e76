// SPDX-License-Identifier: EUPL-1.2

import Participation

/// How one indicator has moved from where it began towards its target.
struct IndicatorPart {
    let indicator: Indicator
    let texts: ProgrammeTexts
    let context: SiteContext

    var section: Section {
        Section(
            context.text("goals.indicator.heading", ["name": name]),
            paragraphs: [ProgrammeText(text: story, language: nil)] + notes,
            progress: progress, table: measurements,
            note: [context.hint(confidence: indicator.confidence), indicator.sourceName].compactMap { $0 }
                .joined(separator: " · ").orNil)
    }

    var name: String { texts.text("name", of: indicator.id, or: indicator.name).text }

    /// "Ausgangswert 38, zuletzt 33 (31. Dezember 2025), Ziel 15 bis 31. Dezember 2028."
    var story: String {
        let steps =
            [
                indicator.baseline.map { context.text("goals.indicator.baseline", ["value": amount($0)]) },
                indicator.value.map { value in
                    let day = indicator.asOf.map { " (\(context.notation.date($0)))" } ?? ""
                    return context.text("goals.indicator.latest", ["value": amount(value)]) + day
                } ?? context.text("goals.indicator.unmeasured"),
                target,
            ]
            + indicator.path.map { step in
                context.text(
                    "goals.indicator.step", ["value": amount(step.value), "date": context.notation.date(step.dueOn)])
            }
        return steps.compactMap { $0 }.joined(separator: ", ") + "."
    }

    private var target: String {
        guard let target = indicator.target else { return context.text("goals.indicator.no-target") }
        guard let day = indicator.targetOn else {
            return context.text("goals.indicator.target", ["value": amount(target)])
        }
        return context.text(
            "goals.indicator.target-by", ["value": amount(target), "date": context.notation.date(day)])
    }

    /// How much of the way from baseline to target is done; nil where one of the three is unknown.
    private var progress: ProgressBar? {
        guard let baseline = indicator.baseline, let target = indicator.target, let value = indicator.value,
            let percent = IndicatorPath(baseline: baseline, value: value, target: target).percent
        else { return nil }
        return ProgressBar(
            label: context.text("goals.indicator.way"),
            text: context.text(
                "goals.indicator.way-done", ["percent": context.notation.percent(perMille: percent * 10)]),
            percent: percent)
    }

    var notes: [ProgrammeText] {
        let comparisons = indicator.comparisons.compactMap { comparison in
            comparison.value.map { value in
                let day = comparison.asOf.map { " (\(context.notation.date($0)))" } ?? ""
                return ProgrammeText(
                    text: context.text(
                        "goals.indicator.comparison", ["region": comparison.region, "value": amount(value)]) + day,
                    language: nil)
            }
        }
        return comparisons + [indicator.note.map(texts.original)].compactMap { $0 }
    }

    var measurements: Table? {
        indicator.values.isEmpty ? nil : Table(measurementsOf: indicator, named: name, in: context)
    }

    func amount(_ value: ScaledDecimal) -> String {
        context.amount(value, unit: indicator.unit)
    }
}

/// The way from a baseline to a target, exact although the three may have different numbers of places.
struct IndicatorPath: Equatable, Sendable {
    let baseline: ScaledDecimal
    let value: ScaledDecimal
    let target: ScaledDecimal

    /// From 0 to 100, whichever direction the target lies in; nil where there is no way to go.
    var percent: Int? {
        let scale = max(baseline.scale, value.scale, target.scale)
        guard let start = units(baseline, scale), let now = units(value, scale), let end = units(target, scale),
            start != end
        else { return nil }
        let done = (Double(now) - Double(start)) / (Double(end) - Double(start)) * 100
        return min(max(Int(done.rounded(.down)), 0), 100)
    }

    private func units(_ number: ScaledDecimal, _ scale: Int64) -> Int64? {
        var units = number.units
        for _ in number.scale..<scale {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = product
        }
        return units
    }
}

extension Table {
    /// Indicators that describe the region, a line each, with their source.
    init(_ indicators: [Indicator], _ texts: ProgrammeTexts, caption: String, in context: SiteContext) {
        let columns = [
            Column(context.text("goals.context.name")), Column(context.text("goals.context.value"), isNumber: true),
            Column(context.text("goals.indicator.as-of")), Column(context.text("goals.context.comparison")),
            Column(context.text("goals.context.source")),
        ]
        let unknown = context.text("design.unknown")
        self.init(
            caption: caption, columns: columns,
            rows: indicators.map { indicator in
                let amount = { (value: ScaledDecimal) in context.amount(value, unit: indicator.unit) }
                let comparisons = indicator.comparisons.compactMap { comparison in
                    comparison.value.map { "\(comparison.region): \(amount($0))" }
                }
                let hint = context.hint(confidence: indicator.confidence).map { " (\($0))" } ?? ""
                return Row([
                    Cell(
                        columns[0], texts.text("name", of: indicator.id, or: indicator.name).text + hint,
                        isHeading: true),
                    Cell(columns[1], indicator.value.map(amount) ?? unknown),
                    Cell(columns[2], indicator.asOf.map(context.notation.date) ?? unknown),
                    Cell(columns[3], comparisons.isEmpty ? "–" : comparisons.joined(separator: "; ")),
                    Cell(
                        columns[4], indicator.sourceName ?? unknown,
                        link: indicator.sourceURL.flatMap { SourceAddress($0).link }),
                ])
            })
    }
}

extension SiteContext {
    /// A number with its unit. `Anzahl (mehr als)` is how the package writes "more than so many".
    func amount(_ value: ScaledDecimal, unit: String) -> String {
        let number = notation.decimal(value)
        guard unit.hasPrefix("Anzahl") else { return "\(number)\u{A0}\(unit)" }
        let qualifier = unit.dropFirst("Anzahl".count).filter { !"()".contains($0) }
        return [String(qualifier).trimmed, number].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension String {
    /// Nil for the empty text, so that a template leaves its section out.
    fileprivate var orNil: String? { isEmpty ? nil : self }
}
