// SPDX-License-Identifier: EUPL-1.2

/// The orders a list can be put into, side by side. Template `Design/sort`.
struct SortBar: Sendable {
    let label: String
    let choices: [Choice]

    struct Choice: Sendable {
        let label: String
        let link: String
        let isCurrent: Bool
    }

    static let sample = SortBar(
        label: "Reihenfolge",
        choices: [
            Choice(label: "Titel", link: "?sortierung=titel", isCurrent: true),
            Choice(label: "Neueste zuerst", link: "?sortierung=neu", isCurrent: false),
        ])
}
