// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// A text of a matter in Leichte Sprache, where there is one.
struct EasyText: Sendable {
    let text: String

    static func find(
        _ field: String, of matter: String, in programme: String, _ db: Connection
    ) throws -> EasyText? {
        try TextVersions.list(.simpleGerman, of: [matter], in: programme, db).text(field, of: matter)
            .map { EasyText(text: $0) }
    }
}

extension Section {
    /// The text under a heading of its own, so that readers of Leichte Sprache can be led to it by its address.
    init?(_ easy: EasyText?, in context: SiteContext) {
        guard let easy else { return nil }
        self.init(
            context.text("programmes.about.easy"), anchor: "leichte-sprache",
            paragraphs: easy.text.split(separator: "\n").map { context.original(String($0)) })
    }
}
