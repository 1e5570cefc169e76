// SPDX-License-Identifier: EUPL-1.2

/// The languages in which the portal speaks. German is the first one and stands at the root of the address.
public enum Language: String, CaseIterable, Sendable {
    case german = "de"
    case english = "en"

    /// What precedes every path in this language.
    var prefix: String {
        switch self {
        case .german: ""
        case .english: "/en"
        }
    }

    /// The name of the language in itself, as the language switch shows it.
    var ownName: String {
        switch self {
        case .german: "Deutsch"
        case .english: "English"
        }
    }

    var other: Language {
        switch self {
        case .german: .english
        case .english: .german
        }
    }
}
