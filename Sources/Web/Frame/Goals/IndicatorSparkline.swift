// SPDX-License-Identifier: EUPL-1.2

import Participation

extension Sparkline {
    /// The course of the first indicator that has one, towards its target.
    init?(_ indicators: [Indicator], _ texts: ProgrammeTexts, in context: SiteContext) {
        for indicator in indicators {
            if let line = Sparkline(indicator, texts, in: context) {
                self = line
                return
            }
        }
        return nil
    }

    private init?(_ indicator: Indicator, _ texts: ProgrammeTexts, in context: SiteContext) {
        let values = indicator.values.compactMap { measurement -> (day: Int, value: Double)? in
            guard let asOf = measurement.asOf, let value = measurement.value else { return nil }
            return (asOf.lastDay, value.forDrawing)
        }
        guard let latest = indicator.values.last(where: { $0.value != nil })?.value else { return nil }
        let part = IndicatorPart(indicator: indicator, texts: texts, context: context)
        self.init(
            values, target: indicator.target?.forDrawing,
            words: context.text(
                "goals.indicator.course",
                [
                    "name": part.name, "value": part.amount(latest),
                    "target": indicator.target.map(part.amount) ?? context.text("design.unknown"),
                ]))
    }
}
