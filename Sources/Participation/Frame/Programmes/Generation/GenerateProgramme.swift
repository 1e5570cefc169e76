// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Fills the database with a large programme that does not exist, to try the portal at the size of a whole state.
///
/// The same seed and scale give the same programme, byte for byte. It is marked as invented, its journal and search
/// are complete, and it can be exported, changed and removed like any other.
public struct GenerateProgramme: Sendable {
    private let programme: InventedProgramme

    /// - Throws: `GenerationRefused` where the scale or the slug cannot be.
    public init(slug: String, scale: GenerationScale, seed: UInt64) throws(GenerationRefused) {
        if let fault = scale.fault { throw GenerationRefused(reason: fault) }
        let isPlain = slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard (1...40).contains(slug.utf8.count), isPlain else {
            throw GenerationRefused(reason: "a slug is 1 to 40 of the characters a to z, 0 to 9 and -")
        }
        programme = InventedProgramme(slug: slug, scale: scale, seed: seed)
    }

    /// About how many objects will be written; some have nothing to tell and are left out.
    public var expectedCount: Int { programme.sections.reduce(0) { $0 + $1.count } }

    /// Writes the programme, all of it or nothing, and returns how many objects it has.
    ///
    /// - Parameter progress: told after each object how many have been written.
    public func run(at now: Moment, in db: Connection, progress: (Int) -> Void = { _ in }) throws -> Int {
        guard try ProgrammeQueries.id(slug: programme.slug, in: db) == nil else {
            throw GenerationRefused(reason: "there is a programme “\(programme.slug)” already; choose another --slug")
        }
        var writing = try GeneratedMatterWriting(programme, at: now, in: db)
        try db.reachingRowsByKey {
            for section in programme.sections {
                for index in 0..<section.count {
                    for record in try section.records(index) {
                        try writing.write(record)
                        progress(writing.count)
                    }
                }
            }
        }
        for index in 0..<programme.scale.people {
            guard let person = programme.person(index, at: now), let email = person.email else { continue }
            // Whoever is left from a removed programme of this name is the same again.
            if try Person.find(email: email, in: db) == nil { try person.insert(in: db) }
        }
        try ProgrammeQueries.makeMainIfNone(writing.programmeID, in: db)
        try IndexProgramme(writing.programmeID, in: db).rebuild(
            from: ProgrammeContents.read(writing.programmeID, in: db))
        try ProgrammeQueries.refreshStatistics(in: db)
        return writing.count
    }
}

/// A programme that cannot be generated as it was asked for; the reason says why.
public struct GenerationRefused: Error, Equatable {
    public let reason: String
}
