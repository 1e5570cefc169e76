// SPDX-License-Identifier: EUPL-1.2

/// The red thread through one thing: what led to it above, itself in the middle, what came of it below.
/// Template `Design/thread`.
struct RedThreadChain: Sendable {
    let label: String
    let origins: [Step]
    let here: Step
    let results: [Step]
    /// Said instead of origins or results that nobody has recorded.
    let noOrigins: String?
    let noResults: String?

    struct Step: Sendable {
        /// The phase whose colour the knot has: `listening`, `deciding` or `acting`.
        let phase: String
        /// "Idee", "Projektvorschlag", "Beschluss"
        let kind: String
        let title: String
        let link: String?
        let date: String?
        /// How it hangs together with the step before: "wurde aufgegriffen in".
        let relation: String?
        let note: String?
        /// The language of the title, where it is not that of the page.
        let language: String?

        init(
            phase: Tone, kind: String, title: ProgrammeText, link: String?, date: String? = nil,
            relation: String? = nil, note: String? = nil
        ) {
            self.init(
                phase: phase, kind: kind, title: title.text, link: link, date: date, relation: relation, note: note,
                language: title.language)
        }

        init(
            phase: Tone, kind: String, title: String, link: String?, date: String? = nil, relation: String? = nil,
            note: String? = nil, language: String? = nil
        ) {
            self.language = language
            self.phase = phase.rawValue
            self.kind = kind
            self.title = title
            self.link = link
            self.date = date
            self.relation = relation
            self.note = note
        }
    }

    static let sample = RedThreadChain(
        label: "Roter Faden",
        origins: [
            Step(
                phase: .listening, kind: "Idee", title: "Ein Radweg ohne Ampeln", link: "/ideen/12",
                date: "14. Mai 2018"),
            Step(
                phase: .deciding, kind: "Projektvorschlag", title: "Radschnellwege ausbauen", link: "/vorschlaege/7",
                date: "März 2019", relation: "griff sie auf", note: "Mit zwei weiteren Ideen verbunden."),
        ],
        here: Step(
            phase: .deciding, kind: "Beschluss", title: "Beschluss des Kabinetts", link: "/beschluesse/1",
            date: "5. November 2019", relation: "wurde beschlossen in"),
        results: [
            Step(
                phase: .acting, kind: "Projekt", title: "Radschnellweg Ruhr", link: "/projekte/3", date: "seit 2020",
                relation: "führte zu")
        ],
        noOrigins: "Woher das kam, ist nicht dokumentiert.", noResults: "Was daraus wurde, ist nicht dokumentiert.")
}
