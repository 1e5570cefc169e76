// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

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

    /// The programmes of the installation, the main one first.
    @Sendable
    public static func all(in db: Connection) throws -> [SiteProgramme] {
        try ProgrammeQueries.all(in: db).map {
            SiteProgramme(
                id: $0.id, slug: $0.slug, germanName: $0.title, isMain: $0.isMain, isInvented: $0.isInvented)
        }
    }
}
