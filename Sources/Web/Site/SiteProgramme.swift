// SPDX-License-Identifier: EUPL-1.2

/// What every page says about the programme it belongs to.
public struct SiteProgramme: Equatable, Sendable {
    public let id: String
    public let slug: String
    public let germanName: String
    public let englishName: String?
    /// The main programme answers at the root of the site.
    public let isMain: Bool
    /// An invented programme says so on each of its pages.
    public let isInvented: Bool

    public init(
        id: String, slug: String, germanName: String, englishName: String? = nil,
        isMain: Bool = false, isInvented: Bool = false
    ) {
        self.id = id
        self.slug = slug
        self.germanName = germanName
        self.englishName = englishName
        self.isMain = isMain
        self.isInvented = isInvented
    }

    func name(in language: Language) -> String {
        switch language {
        case .german: germanName
        case .english: englishName ?? germanName
        }
    }
}
