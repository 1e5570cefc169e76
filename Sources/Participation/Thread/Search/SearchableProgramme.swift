// SPDX-License-Identifier: EUPL-1.2

/// Everything searchable of a programme: its public matters with their words, and what each inherits from its parent
/// and from what it names.
struct SearchableProgramme {
    private(set) var matters: [SearchableMatter] = []
    private var places: [MatterReference: Int] = [:]
    private var collected: [SearchTextCollector] = []
    private var owners: [MatterReference?] = []

    /// - Parameter contents: the programme as it stands; what is internal in it is left out.
    init(_ contents: ProgrammeContents) {
        var ids: [MatterReference: String] = [:]
        for matter in contents.matters where matter.visibleFrom != nil { ids[matter.reference] = matter.id }
        for stored in contents.stored where !stored.placed.isInternal {
            add(stored.placed.record, ids: ids)
        }
        for index in matters.indices { complete(index, ids: ids) }
        addVersions(contents)
        matters.removeAll { !$0.reference.kind.isSearchable }
    }

    private mutating func add(_ record: some MatterRecord, ids: [MatterReference: String]) {
        let reference = MatterReference(type(of: record).kind, record.key)
        add(reference, SearchTextCollector(record.publicForm, key: record.key), parent: nil, ids: ids)
    }

    private mutating func add(
        _ reference: MatterReference, _ collector: SearchTextCollector, parent: MatterReference?,
        ids: [MatterReference: String]
    ) {
        guard let id = ids[reference], !collector.isHidden else { return }
        var matter = SearchableMatter(id: id, reference: reference)
        let owner = parent ?? collector.owner ?? Self.owner(of: reference.kind, in: collector.references)
        matter.owner = owner.flatMap { ids[$0] }
        matter.title = collector.title
        matter.day = collector.day
        var seen: Set<String> = []
        matter.texts = collector.texts.filter { seen.insert($0).inserted }.map { .init(language: nil, text: $0) }
        places[reference] = matters.count
        matters.append(matter)
        collected.append(collector)
        owners.append(owner)
        for nested in collector.nested {
            add(nested.reference, nested.collected, parent: reference, ids: ids)
        }
    }

    /// On whose page a matter stands that has no page of its own.
    private static func owner(of kind: MatterKind, in references: [MatterReference]) -> MatterReference? {
        let owners: [MatterKind] =
            switch kind {
            case .report: [.project]
            case .office: [.ministry, .organisation]
            case .sitting: [.board]
            default: []
            }
        return references.first { owners.contains($0.kind) }
    }

    private func place(of reference: MatterReference?) -> Int? {
        reference.flatMap { places[$0] }
    }

    /// Day, field and places come from the matter itself, else from its owner, else from the project it became.
    private mutating func complete(_ index: Int, ids: [MatterReference: String]) {
        let references = collected[index].references
        let own = matters[index].reference
        let owner = place(of: owners[index])
        let project = place(of: references.first { $0.kind == .project })
        let sitting = place(of: references.first { $0.kind == .sitting })
        let relatives = [owner, project].compactMap { $0 }.map { collected[$0].references }
        matters[index].day = matters[index].day ?? (sitting ?? owner).flatMap { collected[$0].day }
        matters[index].field = (own.kind == .field ? own : first(.field, in: [references] + relatives))
            .flatMap { ids[$0] }
        let municipalities =
            own.kind == .municipality
            ? [own] : ([references] + relatives).map { $0.filter { $0.kind == .municipality } }.first { !$0.isEmpty }
        matters[index].municipalities = (municipalities ?? []).compactMap { ids[$0] }
        matters[index].names = names(references + [owners[index]].compactMap { $0 }, of: own)
    }

    private func first(_ kind: MatterKind, in lists: [[MatterReference]]) -> MatterReference? {
        for list in lists {
            if let found = list.first(where: { $0.kind == kind }) { return found }
        }
        return nil
    }

    private func names(_ references: [MatterReference], of own: MatterReference) -> [String] {
        var seen: Set<MatterReference> = [own]
        return references.filter { $0.kind.lendsItsName && seen.insert($0).inserted }.compactMap { reference in
            place(of: reference).flatMap { matters[$0].title }
        }
    }

    /// Public versions in other languages are found with the matter they belong to.
    private mutating func addVersions(_ contents: ProgrammeContents) {
        for stored in contents.stored where !stored.placed.isInternal {
            guard let version = stored.placed.record as? TextVersionRecord, version.language != .signLanguage,
                let place = place(of: version.matter)
            else { continue }
            matters[place].texts.append(.init(language: version.language, text: version.text))
        }
    }
}
