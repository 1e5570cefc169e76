// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The addresses of following and of being told.
enum NoticePaths {
    static let news = "/mein/neues"
    static let followed = "/mein/verfolgt"
    static let delivery = "/mein/benachrichtigungen"
    static let stop = "/abbestellen"
    /// Carries the secret of the link; in the query, since paths may be logged.
    static let stopToken = "schluessel"
    static let follow = "/folgen/{kind}/{number}"

    /// Where one begins or ends to follow a matter; nil for kinds that do not go on.
    static func follow(_ kind: MatterKind, _ number: Int64) -> String? {
        guard kind.canBeFollowed, let word = MatterPaths.threadWord(kind) else { return nil }
        return "/folgen/\(word)/\(number)"
    }
}
