// SPDX-License-Identifier: EUPL-1.2

/// The versions of texts of some matters in one language, to be shown where they exist.
///
/// Where no version exists, the base text is shown and marked with its own language (`domain` rule 12).
public struct TextVersions: Sendable {
    struct Address: Hashable {
        let matter: String
        let field: String
    }

    let texts: [Address: String]

    /// No versions: every text is shown in the base language.
    public static let none = TextVersions(texts: [:])

    /// The version of a field (a column of the matter's table, such as `title`), or nil where there is none.
    public func text(_ field: String, of matter: String) -> String? {
        texts[Address(matter: matter, field: field)]
    }
}
