// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Takes a programme with everything in it out of the database. The journal keeps its entries and adds one for each
/// matter that is gone. If it stood at the root of the site, another programme takes its place.
public struct RemoveProgramme: Sendable {
    private let programme: String

    public init(_ programme: String) {
        self.programme = programme
    }

    public func run(at now: Moment, in db: Connection) throws {
        let contents = try ProgrammeContents.read(programme, in: db)
        var journal = try JournalWriting(at: now, in: db)
        for stored in contents.stored {
            try journal.record(
                .removed, subject: stored.matter.id, form: stored.form,
                content: CanonicalJSON.text(.object([.init("removed", .flag(true))])), isGone: true)
        }
        for published in try PublishedStocktaking.list(in: programme, db) {
            try journal.record(
                .removed, subject: published.id, form: PublishedStocktaking.form,
                content: CanonicalJSON.text(.object([.init("removed", .flag(true))])), isGone: true)
        }
        try IndexProgramme(programme, in: db).remove()
        try ProgrammeQueries.remove(programme, in: db)
        if let next = try ProgrammeQueries.all(in: db).first { try ProgrammeQueries.makeMainIfNone(next.id, in: db) }
    }
}
