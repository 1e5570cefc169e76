// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What a moderator has decided in the last minutes, each click with a button that takes it back. Template
/// `Moderation/undo`.
struct UndoPart: Sendable {
    let formAction: String
    let formKey: String
    let rounds: [Round]

    struct Round: Sendable {
        let id: String
        /// "3 Entscheidungen um 14:20 Uhr. Bis 14:30 Uhr lassen sie sich zurücknehmen; so lange warten die Briefe."
        let text: String
    }

    static let sample = UndoPart(
        formAction: "/arbeit/moderation/ruecknahme", formKey: "1.2.3",
        rounds: [Round(id: "a", text: "3 Entscheidungen um 14:20 Uhr")])
}

extension UndoPart {
    /// Nil when there is nothing to take back.
    init?(_ rounds: [ModerationRound], formKey: String, in context: SiteContext) {
        guard !rounds.isEmpty else { return nil }
        self.init(
            formAction: context.links.to(ModerationPaths.undo), formKey: formKey,
            rounds: rounds.map { round in
                Round(
                    id: round.id,
                    text: context.text(
                        "moderation.undo.round", count: Int(round.count),
                        ["time": round.decidedAt.timeOfDay, "end": round.endsAt.timeOfDay]))
            })
    }
}
