// SPDX-License-Identifier: EUPL-1.2

/// Builds every link of a page, so that the reader stays in the same language and programme.
struct Links: Sendable {
    let language: Language
    /// Nil for the main programme, whose pages stand at the root.
    let slug: String?
    /// `https://beteiligung.example.org`, without a slash at the end; nil when the operator has not set one.
    let publicURL: String?

    /// The link to a path as features register it: `links.to("/projekte/3")`.
    func to(_ path: String) -> String {
        let prefix = language.prefix + (slug.map { "/p/" + $0 } ?? "")
        if path == "/" { return prefix.isEmpty ? "/" : prefix }
        return prefix + path
    }

    /// The link to a path with parameters, percent-encoded in the given order; nil values are left out.
    func to(_ path: String, _ parameters: KeyValuePairs<String, String?>) -> String {
        to(path) + QueryText.joined(parameters.map { ($0.key, $0.value) })
    }

    /// The same link as readers outside the site use it.
    func absolute(_ path: String) -> String {
        (publicURL ?? "") + to(path)
    }

    func speaking(_ language: Language) -> Links {
        Links(language: language, slug: slug, publicURL: publicURL)
    }

    /// The same links for a reader who reached the site at this address.
    func reached(at root: String) -> Links {
        Links(language: language, slug: slug, publicURL: root)
    }

    func inProgramme(_ programme: SiteProgramme) -> Links {
        Links(language: language, slug: programme.isMain ? nil : programme.slug, publicURL: publicURL)
    }

    /// A link to something that exists once per installation, whatever the programme: files, interfaces.
    func toInstallation(_ path: String) -> String {
        language.prefix + path
    }
}
