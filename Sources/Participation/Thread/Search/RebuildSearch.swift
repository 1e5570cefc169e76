// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Makes search indexes anew: all of them, or those that are missing or were made by an older program.
public struct RebuildSearch: Sendable {
    /// How far the index of one programme is, in documents.
    public struct Progress: Sendable {
        public let programme: ProgrammeListing
        public let done: Int
        public let total: Int
    }

    private let onlyOutdated: Bool

    public init(onlyOutdated: Bool) {
        self.onlyOutdated = onlyOutdated
    }

    /// The programmes whose index needs to be made.
    public func programmes(in db: Connection) throws -> [ProgrammeListing] {
        let all = try ProgrammeQueries.all(in: db)
        guard onlyOutdated else { return all }
        let outdated = try SearchIndexQueries(db: db).outdatedProgrammes()
        return all.filter { outdated.contains($0.id) }
    }

    /// Makes the index of one programme; the other programmes can be written between two of them.
    public func run(_ programme: ProgrammeListing, in db: Connection, progress: (Progress) -> Void = { _ in }) throws {
        let contents = try ProgrammeContents.read(programme.id, in: db)
        try IndexProgramme(programme.id, in: db).rebuild(from: contents) { done, total in
            progress(Progress(programme: programme, done: done, total: total))
        }
    }
}
