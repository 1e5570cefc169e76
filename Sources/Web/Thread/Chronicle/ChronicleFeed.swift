// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Interchange
import Participation
import Storage

extension AtomFeed {
    /// The newest entries of the chronicle. Feeds need a whole day, so what is known less exactly stands at the
    /// beginning of its month or year.
    static func chronicle(
        in programme: SiteProgramme, until day: PartialDate, _ context: SiteContext, _ db: Connection
    ) throws -> AtomFeed {
        let entries = try TimelineEntry.latest(50, until: day, in: programme.id, db)
        let texts = try ProgrammeTexts(for: context.language, of: entries.map(\.id), in: programme.id, db)
        let name = programme.name(in: context.language)
        return AtomFeed(
            address: context.links.absolute("/chronik.atom"), page: context.links.absolute("/chronik"),
            title: "\(context.text("chronicle.heading")): \(name)", author: name,
            language: context.language.rawValue,
            entries: entries.map { entry in
                Entry(
                    address: context.links.absolute(
                        "/chronik#\(MatterPaths.anchor(ofTimelineEntry: entry.key))"),
                    title: texts.text("title", of: entry.id, or: entry.title).text,
                    text: texts.text("text", of: entry.id, or: entry.text).text,
                    day: entry.datedOn.text + "-01-01".suffix(10 - entry.datedOn.text.count))
            })
    }

    var answer: Response {
        Response(
            status: .ok, headers: [.contentType: "application/atom+xml; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes())))
    }
}
