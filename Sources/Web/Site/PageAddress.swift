// SPDX-License-Identifier: EUPL-1.2

/// Where a request points to, taken apart: language, programme, the path that features register, and the query.
///
/// `/en/p/musterregion/projekte/3?seite=2` is the path `/projekte/3` of the programme `musterregion` in English.
struct PageAddress: Equatable, Sendable {
    let language: Language
    /// Nil stands for the main programme.
    let slug: String?
    let path: String
    let query: String

    init(language: Language = .german, slug: String? = nil, path: String, query: String = "") {
        self.language = language
        self.slug = slug
        self.path = path
        self.query = query
    }

    /// Reads the target of a request line.
    init(target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var segments = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropFirst()

        var language = Language.german
        if segments.first == "en" {
            language = .english
            segments = segments.dropFirst()
        }
        var slug: String?
        if segments.first == "p", let name = segments.dropFirst().first, !name.isEmpty {
            slug = String(name)
            segments = segments.dropFirst(2)
        }
        self.init(
            language: language, slug: slug,
            path: "/" + segments.joined(separator: "/"),
            query: parts.count > 1 ? String(parts[1]) : "")
    }

    /// The same page, asked for without the slash at its end; nil when there is none. Where slashes stand together
    /// no page stands, and a browser could take what follows them for another host.
    static func withoutTrailingSlash(_ target: String) -> String? {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = parts[0]
        guard path.count > 1, path.last == "/" else { return nil }
        while path.last == "/" { path.removeLast() }
        guard !path.isEmpty, !path.contains("//") else { return nil }
        let query = parts.count > 1 ? "?" + parts[1] : ""
        return String(path) + query
    }
}
