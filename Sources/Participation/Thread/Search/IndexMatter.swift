// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Keeps what search finds of a single matter equal to what it says, within the transaction that changes it.
struct IndexMatter {
    private let programme: String
    private let db: Connection
    private let queries: SearchIndexQueries

    init(in programme: String, _ db: Connection) {
        self.programme = programme
        self.db = db
        queries = SearchIndexQueries(db: db)
    }

    /// Follows a change of a matter with everything inside it.
    func follow(_ stored: ProgrammeContents.Stored) throws {
        if let version = stored.placed.record as? TextVersionRecord {
            guard let reference = version.matter, let matter = try self.stored(reference) else { return }
            return try follow(matter)
        }
        let index = try queries.index(of: programme)
        guard let index, index.form == SearchIndex.currentForm, !stored.placed.reference.kind.lendsItsName else {
            // Others are found under this one's name, so all of them are looked at.
            return try IndexProgramme(programme, in: db).follow(ProgrammeContents.read(programme, in: db))
        }
        try apply(stored, to: index)
    }

    private func apply(_ stored: ProgrammeContents.Stored, to index: SearchIndex) throws {
        var index = index
        let own = [stored.matter.id] + stored.nested.map(\.id)
        let contents = try neighbourhood(of: stored)
        let known = try queries.documents(of: contents.matters.map(\.id), in: index)
        var numbers = known.mapValues(\.number)
        let matters = SearchableProgramme(contents).matters.filter { own.contains($0.id) }
        for matter in matters where numbers[matter.id] == nil {
            numbers[matter.id] = index.nextDocument
            index.nextDocument += 1
        }
        var change = IndexChange()
        for matter in matters.map({ NumberedMatter($0, numbers: numbers) })
        where known[matter.matter.id]?.digest != matter.digest {
            change.added.append(matter)
        }
        let kept = Set(matters.map(\.id)).subtracting(change.added.map(\.matter.id))
        change.removed = own.filter { !kept.contains($0) }.compactMap { known[$0]?.number }
        guard change.count > 0 else { return }
        var apply = ApplyIndexChange(index: index, queries: queries)
        try apply.run(change)
    }

    /// The matter with its versions in other languages and what it names: names and places come from there.
    private func neighbourhood(of stored: ProgrammeContents.Stored) throws -> ProgrammeContents {
        var near = [stored]
        for version in try queries.versions(of: stored.matter.id) {
            if let found = try ProgrammeContents.find(TextVersionRecord.self, version, of: programme, in: db) {
                near.append(found.stored)
            }
        }
        let named = names(in: stored.placed.record)
        near += try named.compactMap { try self.stored($0) }
        var matters = near.flatMap { [$0.matter] + $0.nested }
        var known = Set(matters.map(\.reference))
        for reference in near.flatMap({ names(in: $0.placed.record) }) where known.insert(reference).inserted {
            if let matter = try MatterRow.find(reference, of: programme, in: db) { matters.append(matter) }
        }
        return ProgrammeContents(matters: matters, stored: near, findings: [])
    }

    private func names(in record: some MatterRecord) -> [MatterReference] {
        let own = MatterReference(type(of: record).kind, record.key)
        var seen: Set<MatterReference> = [own]
        return record.namedReferences.filter { seen.insert($0).inserted }
    }

    private func stored(_ reference: MatterReference) throws -> ProgrammeContents.Stored? {
        guard let type = RecordKinds.all.first(where: { $0.kind == reference.kind }),
            let matter = try MatterRow.find(reference, of: programme, in: db)
        else { return nil }
        return try stored(type, matter.id)
    }

    private func stored<Record: MatterRecord>(
        _ type: Record.Type, _ id: String
    ) throws -> ProgrammeContents.Stored? {
        try ProgrammeContents.find(type, id, of: programme, in: db)?.stored
    }
}
