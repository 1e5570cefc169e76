// SPDX-License-Identifier: EUPL-1.2

import Storage

/// Writes a programme out as a package: what the public may read, or everything.
public struct ExportPackage: Sendable {
    private let slug: String
    private let isComplete: Bool

    /// - Parameter isComplete: whether drafts and internal matters are included, for moving house.
    public init(slug: String, isComplete: Bool) {
        self.slug = slug
        self.isComplete = isComplete
    }

    /// The files in package order, or nil where there is no such programme.
    public func run(in db: Connection) throws -> [PackageFile]? {
        guard let id = try ProgrammeQueries.id(slug: slug, in: db) else { return nil }
        let contents = try ProgrammeContents.read(id, in: db).contents
        guard !isComplete else { return contents.files(includingInternal: true) }
        return contents.publicForm.files(includingInternal: false)
    }
}

extension PackageContents {
    /// The contents without what the public may not read.
    var publicForm: PackageContents {
        PackageContents(
            records: records.filter { !$0.isInternal }.map { placed in
                PlacedRecord(
                    record: placed.record, position: placed.position, plain: publicPlain(placed.record),
                    isInternal: false)
            })
    }

    private func publicPlain(_ record: some MatterRecord) -> PlainValue {
        record.publicForm.plain
    }
}
