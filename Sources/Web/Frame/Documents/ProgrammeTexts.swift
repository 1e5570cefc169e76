// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A text of the programme, with its language where that is not the language of the page.
struct ProgrammeText: Sendable {
    let text: String
    /// For the attribute `lang`; nil when the text speaks the page's language.
    let language: String?

    init(text: String, language: String?) {
        self.text = text
        self.language = language
    }

    /// Words of the interface, which always speak the page's language.
    init(_ words: String) {
        self.init(text: words, language: nil)
    }

    /// The same with other words around it; they take on its language, since a name in them would be misread.
    func replacing(_ text: String) -> ProgrammeText {
        ProgrammeText(text: text, language: language)
    }

    static let sample = ProgrammeText(text: "Zuhören, Entscheiden, Handeln.", language: "de")
}

/// The programme's texts in the language of the page: English where a version exists, the German original elsewhere.
struct ProgrammeTexts: Sendable {
    let versions: TextVersions
    let language: Language

    /// One statement for all matters of a page; none at all for a German page.
    init(for language: Language, of matters: [String], in programme: String, _ db: Connection) throws {
        self.language = language
        versions = language == .english ? try TextVersions.list(.english, of: matters, in: programme, db) : .none
    }

    func text(_ field: String, of matter: String, or original: String) -> ProgrammeText {
        if let version = versions.text(field, of: matter) { return ProgrammeText(text: version, language: nil) }
        return ProgrammeText(text: original, language: mark)
    }

    @_disfavoredOverload
    func text(_ field: String, of matter: String, or original: String?) -> ProgrammeText? {
        original.map { text(field, of: matter, or: $0) }
    }

    /// What a matter is called, whichever field of its kind that is.
    func title(of matter: String, or original: String) -> ProgrammeText {
        for field in ["title", "name", "topic"] {
            if let version = versions.text(field, of: matter) { return ProgrammeText(text: version, language: nil) }
        }
        return ProgrammeText(text: original, language: mark)
    }

    /// A text that has no versions.
    func original(_ text: String) -> ProgrammeText {
        ProgrammeText(text: text, language: mark)
    }

    private var mark: String? { language == .german ? nil : Language.german.rawValue }
}

extension SiteContext {
    /// A text of the programme that has no versions in other languages.
    func original(_ text: String) -> ProgrammeText {
        ProgrammeText(text: text, language: language == .german ? nil : Language.german.rawValue)
    }
}
