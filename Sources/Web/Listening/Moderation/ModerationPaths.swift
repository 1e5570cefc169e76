// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The addresses of reporting and deciding.
enum ModerationPaths {
    static let flag = "/melden"
    static let flagged = "/melden/danke"
    static let inbox = "/arbeit/moderation"
    static let held = "/arbeit/moderation/beitraege"
    static let decision = "/arbeit/moderation/meldung"
    static let flags = "/arbeit/moderation/meldungen"
    static let undo = "/arbeit/moderation/ruecknahme"
    static let years = "/moderation"
    static let objection = "/widerspruch"
    static let objected = "/widerspruch/danke"
    static let objectionDecision = "/arbeit/moderation/widerspruch"
    static let hidden = "/arbeit/moderation/ausgeblendet"
    static let restoring = "/arbeit/moderation/ausgeblendet/zeigen"
    /// The secret of a right to object.
    static let token = "schluessel"
    /// What is decided about: an objection or a matter.
    static let idField = "nr"
    /// The page that is reported: `/ideen/12`, `/kommentare/5`.
    static let aboutField = "zu"

    /// The public matter whose page has this path.
    static func matter(at path: String, in programme: String, _ db: Connection) throws -> MatterSummary? {
        guard let number = path.split(separator: "/").last.flatMap({ Int64($0) }) else { return nil }
        let kind =
            path.hasPrefix("/kommentare/")
            ? MatterKind.remark
            : MatterPaths.kindsWithPages.first { MatterPaths.list($0).map { path.hasPrefix($0 + "/") } ?? false }
        guard let kind, let matter = try MatterSummary.find(kind, number: number, in: programme, db) else { return nil }
        return Self.path(of: matter) == path ? matter : nil
    }

    static func path(of matter: MatterSummary) -> String? {
        matter.kind == .remark ? matter.number.map { RemarkPaths.show($0) } : MatterPaths.show(matter)
    }
}

extension RateLimit {
    /// Reports from one network.
    static let flag = RateLimit(name: "flag", times: 20, seconds: 15 * 60)
}
