// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

extension Site {
    /// The programmes of the installation as the layout names them.
    public static let programmes: ProgrammeList = { db in
        try ProgrammeQueries.all(in: db).map { programme in
            let english = try TextVersions.list(.english, of: [programme.id], in: programme.id, db)
            return SiteProgramme(
                id: programme.id, slug: programme.slug, germanName: programme.title,
                englishName: english.text("title", of: programme.id), isMain: programme.isMain,
                isInvented: programme.isInvented)
        }
    }
}
