// SPDX-License-Identifier: EUPL-1.2

import Participation

extension Section {
    /// How a goal came to read as it does, the latest first; nil where nothing has changed.
    static func changes(of goal: Goal, in context: SiteContext) -> Section? {
        let bullets = goal.changes.reversed().map { change in
            let earlier = [
                change.earlierTitle.map { context.text("goals.changes.earlier-title", ["text": $0]) },
                change.earlierText.map { context.text("goals.changes.earlier-text", ["text": $0]) },
            ]
            return context.bullet(change.changedOn, change.act, change.reason, earlier.compactMap { $0 })
        }
        return section(bullets, in: context)
    }

    /// The same for an indicator.
    static func changes(of indicator: Indicator, in context: SiteContext) -> Section? {
        let unit = indicator.unit
        let bullets = indicator.changes.reversed().map { change in
            let target = change.earlierTarget.map { value in
                let amount = context.amount(value, unit: change.earlierUnit ?? unit)
                guard let day = change.earlierTargetOn else {
                    return context.text("goals.changes.earlier-target", ["value": amount])
                }
                return context.text(
                    "goals.changes.earlier-target-by", ["value": amount, "date": context.notation.date(day)])
            }
            let earlier = [
                change.earlierName.map { context.text("goals.changes.earlier-title", ["text": $0]) },
                change.earlierUnit.map { context.text("goals.changes.earlier-unit", ["text": $0]) },
                change.earlierBaseline.map {
                    context.text(
                        "goals.changes.earlier-baseline",
                        ["value": context.amount($0, unit: change.earlierUnit ?? unit)])
                }, target,
            ]
            return context.bullet(change.changedOn, change.act, change.reason, earlier.compactMap { $0 })
        }
        return section(bullets, in: context)
    }

    private static func section(_ bullets: [Bullet], in context: SiteContext) -> Section? {
        bullets.isEmpty ? nil : Section(context.text("goals.changes.heading"), anchor: "aenderungen", bullets: bullets)
    }
}

extension SiteContext {
    /// "12. Mai 2026, neu gefasst: Grund. Vorher: …"
    fileprivate func bullet(
        _ day: PartialDate, _ act: GoalAct, _ reason: String, _ earlier: [String]
    ) -> Section.Bullet {
        let happening = text(
            "goals.changes.happening",
            ["date": notation.date(day), "act": text("goals.changes.acts.\(act.rawValue)")])
        return Section.Bullet(happening, details: ([reason] + earlier).joined(separator: " · "))
    }
}
