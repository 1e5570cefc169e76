// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The addresses of remarks.
enum RemarkPaths {
    static let list = "/kommentare"
    static let new = "/kommentare/neu"
    static let arrived = "/kommentare/eingegangen"
    static let confirm = "/kommentare/bestaetigen"
    static let show = "/kommentare/{number}"
    static let edit = "/kommentare/{number}/bearbeiten"
    static let withdraw = "/kommentare/{number}/zuruecknahme"

    static func show(_ number: Int64) -> String { "/kommentare/\(number)" }
    static func edit(_ number: Int64) -> String { "/kommentare/\(number)/bearbeiten" }
    static func withdraw(_ number: Int64) -> String { "/kommentare/\(number)/zuruecknahme" }

    /// The page of the matter a remark is about: `/ideen/12`.
    static let aboutField = "zu"
    /// The number of the remark that is answered.
    static let answerField = "antwort"
    static let token = "schluessel"

    /// The kind of matter whose page has this path, among those that can be commented on.
    static func kind(ofPage path: String) -> MatterKind? {
        Remark.subjects.first { kind in MatterPaths.list(kind).map { path.hasPrefix($0 + "/") } ?? false }
    }

    /// The public matter whose page has this path.
    static func matter(at path: String, in programme: String, _ db: Connection) throws -> MatterSummary? {
        guard let kind = kind(ofPage: path), let number = path.split(separator: "/").last.flatMap({ Int64($0) }) else {
            return nil
        }
        guard let matter = try MatterSummary.find(kind, number: number, in: programme, db),
            MatterPaths.show(matter) == path
        else { return nil }
        return matter
    }
}

extension RateLimit {
    /// Comments from one network, or by one person.
    static let remark = RateLimit(name: "remark", times: 30, seconds: 15 * 60)
    /// Mails by which a guest confirms a contribution, to one address.
    static let confirmationMail = RateLimit(name: "confirmation-mail", times: 5, seconds: 15 * 60)
}
