// SPDX-License-Identifier: EUPL-1.2

/// One number of the register, large. Where a counted and a cited number both exist, both show:
/// "73 laut Kabinett · 52 hier dokumentiert". Template `Design/figure`.
struct FigureTile: Sendable {
    let label: String
    let values: [Value]
    /// What exactly is counted, in one sentence.
    let definition: String?
    /// The list behind the number.
    let link: String?
    let linkLabel: String?

    struct Value: Sendable {
        let number: String
        /// Where the number comes from: "laut Kabinett", "hier dokumentiert".
        let origin: String
    }

    static let sample = FigureTile(
        label: "Projekte",
        values: [
            Value(number: "73", origin: "laut Kabinett, 5. November 2019"),
            Value(number: "52", origin: "hier dokumentiert"),
        ],
        definition: "Vom Kabinett beschlossene Projekte aller drei Säulen.", link: "/projekte", linkLabel: "Zur Liste")
}
