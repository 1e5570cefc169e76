// SPDX-License-Identifier: EUPL-1.2

/// The three phases of a programme as a line of life. Template `Design/life-line`.
struct LifeLine: Sendable {
    let phases: [Phase]

    struct Phase: Sendable {
        /// `listening`, `deciding` or `acting`.
        let kind: String
        let label: String
        /// "Mai 2018 bis November 2019"
        let period: String?
        /// "abgeschlossen", "läuft", "beginnt 2026"
        let state: String
        let isCurrent: Bool
        let isComing: Bool
        let text: String?
        let link: String?
    }

    static let sample = LifeLine(phases: [
        Phase(
            kind: "listening", label: "Zuhören", period: "Mai 2018 bis September 2019", state: "abgeschlossen",
            isCurrent: false, isComing: false, text: "20 Themenforen, 100 Veranstaltungen", link: "/themenforen"),
        Phase(
            kind: "deciding", label: "Entscheiden", period: "Oktober bis November 2019", state: "abgeschlossen",
            isCurrent: false, isComing: false, text: "Beschluss des Kabinetts", link: "/beschluesse"),
        Phase(
            kind: "acting", label: "Handeln", period: "seit November 2019", state: "läuft",
            isCurrent: true, isComing: true, text: "Projekte in drei Säulen", link: "/projekte"),
    ])
}
