// SPDX-License-Identifier: EUPL-1.2

/// One file of a package as plain values, its name without the ending.
public struct PackageFile: Equatable, Sendable {
    public let name: String
    public let value: PlainValue

    public init(name: String, value: PlainValue) {
        self.name = name
        self.value = value
    }
}

/// A record with its place in the package.
struct PlacedRecord: Sendable {
    let record: any MatterRecord
    /// The place in its file, from 1.
    let position: Int64
    let plain: PlainValue
    let isInternal: Bool

    var reference: MatterReference { MatterReference(type(of: record).kind, record.key) }
}

/// A whole programme as records: read from a package or from the database, in the same order.
struct PackageContents: Sendable {
    var records: [PlacedRecord]

    var programme: ProgrammeRecord? { records.lazy.compactMap { $0.record as? ProgrammeRecord }.first }

    func records<Record: MatterRecord>(_ type: Record.Type) -> [Record] {
        records.compactMap { $0.record as? Record }
    }

    /// The files of the package in their order; a kind without records has no file.
    func files(includingInternal: Bool) -> [PackageFile] {
        let shown = records.filter { includingInternal || !$0.isInternal }
        var byFile: [String: [PlacedRecord]] = [:]
        for placed in shown { byFile[type(of: placed.record).file, default: []].append(placed) }
        var files: [PackageFile] = []
        for name in RecordKinds.files {
            guard let placed = byFile[name] else { continue }
            let objects = placed.sorted { $0.position < $1.position }.map(\.plain)
            files.append(PackageFile(name: name, value: name == ProgrammeRecord.file ? objects[0] : .list(objects)))
        }
        let hidden = shown.filter(\.isInternal).map { PlainValue.text($0.reference.text) }
        if !hidden.isEmpty { files.append(PackageFile(name: RecordKinds.internalFile, value: .list(hidden))) }
        return files
    }
}

/// What records need to know of each other.
public struct ProgrammeContext: Sendable {
    private let forumsByMinistry: [String: [Int64]]
    private let discontinued: Set<String>

    init(_ records: [any MatterRecord]) {
        var forums: [String: [Int64]] = [:]
        var discontinued: Set<String> = []
        for record in records {
            if let forum = record as? ForumRecord, let ministry = forum.ministry {
                forums[ministry, default: []].append(forum.publicNumber)
            }
            if let project = record as? ProjectRecord, project.state == .discontinued {
                discontinued.insert(project.slug)
            }
        }
        forumsByMinistry = forums
        self.discontinued = discontinued
    }

    func forums(ledBy ministry: String) -> [Int64] { forumsByMinistry[ministry] ?? [] }

    func isDiscontinued(_ project: String) -> Bool { discontinued.contains(project) }
}
