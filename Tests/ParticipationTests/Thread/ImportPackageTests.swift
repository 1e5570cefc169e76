// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Storage
import Testing

@testable import Participation

@Suite struct ImportPackageTests {
    static let now = Moment(Date(timeIntervalSince1970: 1_572_944_400))
    static let later = Moment(Date(timeIntervalSince1970: 1_572_948_000))

    @Test(arguments: TestPlace.engines, Bundled.slugs)
    func `a bundled programme goes in and comes out again byte for byte`(_ engine: Engine, slug: String) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            let files = try Bundled.package(slug)
            let package = try ImportPackage(files)

            let report = try await database.write { db in try package.run(at: Self.now, in: db) }
            let exported = try await database.read { db in try ExportPackage(slug: slug, isComplete: true).run(in: db) }

            #expect(report.created.count == package.count)
            #expect(exported.map(Self.byName) == Self.byName(files))
            await database.close()
        }
    }

    @Test(arguments: TestPlace.engines)
    func `a second import changes nothing and records nothing`(_ engine: Engine) async throws {
        try await TestPlace.with(engine) { place in
            let database = try await Bundled.prepare(place)
            let package = try ImportPackage(try Bundled.package("musterregion"))
            _ = try await database.write { db in try package.run(at: Self.now, in: db) }
            let before = try await Self.entries(database)

            let report = try await database.write { db in try package.run(at: Self.later, in: db) }

            #expect(report == ImportReport(created: [], changed: [], conflicts: [], unchanged: package.count))
            #expect(try await Self.entries(database) == before)
            await database.close()
        }
    }

    @Test func `a trial shows what would change and writes nothing`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            var files = try Bundled.package("musterregion")
            let package = try ImportPackage(files)
            let plan = try await database.read { db in try package.plan(in: db) }
            #expect(plan.created.count == package.count)
            #expect(try await Self.entries(database) == 0)

            _ = try await database.write { db in try package.run(at: Self.now, in: db) }
            try Self.change("lessons", 0, "finding_de", to: .text("Eine andere Lehre."), in: &files)
            let changed = try ImportPackage(files)
            let second = try await database.read { db in try changed.plan(in: db) }
            #expect(second.changed.count == 1)
            #expect(second.unchanged == package.count - 1)
            await database.close()
        }
    }

    @Test func `an update writes the object and one entry, and a removed row is refused`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            var files = try Bundled.package("ruhr-konferenz")
            let first = try ImportPackage(files)
            _ = try await database.write { db in try first.run(at: Self.now, in: db) }
            let before = try await Self.entries(database)

            try Self.change("projects", 0, "title", to: .text("ÖPNV-Initiative 2"), in: &files)
            let second = try ImportPackage(files)
            let report = try await database.write { db in try second.run(at: Self.later, in: db) }
            #expect(report.changed == ["project/oepnv-initiative"])
            #expect(try await Self.entries(database) == before + 1)

            try Self.change("projects", 0, "milestones", to: .list([]), in: &files)
            let third = try ImportPackage(files)
            await #expect(throws: ValueFault.self) {
                try await database.write { db in try third.run(at: Self.later, in: db) }
            }
            #expect(try await Self.entries(database) == before + 1)
            await database.close()
        }
    }

    @Test func `what was changed here since the last import is refused unless it is named`() async throws {
        try await TestPlace.with(.sqlite) { place in
            let database = try await Bundled.prepare(place)
            let files = try Bundled.package("ruhr-konferenz")
            let package = try ImportPackage(files)
            _ = try await database.write { db in try package.run(at: Self.now, in: db) }
            try await database.write { db in
                try db.execute("UPDATE lesson SET finding = \("Hier geändert.") WHERE topic = \("leitbild")")
            }

            await #expect(throws: ImportConflict(keys: ["lesson/LEHRE-01"])) {
                try await database.write { db in try package.run(at: Self.later, in: db) }
            }
            let forced = try ImportPackage(files, overwrite: ["lesson/LEHRE-01"])
            let report = try await database.write { db in try forced.run(at: Self.later, in: db) }
            #expect(report.changed == ["lesson/LEHRE-01"])
            await database.close()
        }
    }

    @Test func `the public package holds nothing internal and can be imported elsewhere`() async throws {
        let database = try await Bundled.database(.sqlite)
        let complete = try await Self.export("musterregion", complete: true, database)
        let open = try await Self.export("musterregion", complete: false, database)

        let internalKeys = Self.texts(complete.first { $0.name == "internal" }?.value ?? .null)
        #expect(internalKeys.count > 10)
        #expect(!open.contains { $0.name == "internal" })
        let package = try ImportPackage(open)
        #expect(package.count == (try ImportPackage(complete)).count - internalKeys.count)
        let answers = Self.objects("statements", open).flatMap { Self.list($0["points"]) }
        #expect(answers.contains { $0["state"] == .text("eingegangen") && $0["assessment_de"] == .null })
        #expect(!answers.contains { $0["state"] == .text("freigegeben") })
    }

    @Test func `every kind, state, choice and stored link of the schema occurs twice in Musterregion`() async throws {
        let database = try await Bundled.database(.sqlite)
        let scarce = try await database.read { db in
            try db.rows(
                """
                SELECT k.key, COUNT(m.id) AS uses FROM matter_kind k
                LEFT JOIN matter m ON m.kind = k.key AND m.programme_id IN
                    (SELECT id FROM programme WHERE slug = \("musterregion"))
                GROUP BY k.key HAVING COUNT(m.id) < 2 AND k.key <> \("programme")
                """
            ).map { try $0.get("key", as: String.self) }
        }
        #expect(scarce.isEmpty)
    }

    static func entries(_ database: Database) async throws -> Int64 {
        try await database.read { db in try db.value("SELECT COUNT(*) FROM journal_entry") ?? 0 }
    }

    static func export(_ slug: String, complete: Bool, _ database: Database) async throws -> [PackageFile] {
        try await database.read { db in
            try #require(try ExportPackage(slug: slug, isComplete: complete).run(in: db))
        }
    }

    static func byName(_ files: [PackageFile]) -> [String: PlainValue] {
        Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.value) })
    }

    static func list(_ value: PlainValue) -> [PlainValue] {
        guard case .list(let elements) = value else { return [] }
        return elements
    }

    static func objects(_ file: String, _ files: [PackageFile]) -> [PlainValue] {
        list(files.first { $0.name == file }?.value ?? .null)
    }

    static func texts(_ value: PlainValue) -> [String] {
        list(value).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// Replaces one key of one object of a file.
    static func change(
        _ file: String, _ index: Int, _ key: String, to value: PlainValue, in files: inout [PackageFile]
    ) throws {
        let place = try #require(files.firstIndex { $0.name == file })
        var objects = list(files[place].value)
        guard case .object(let members) = objects[index] else { return }
        objects[index] = .object(members.map { $0.key == key ? .init(key, value) : $0 })
        files[place] = PackageFile(name: file, value: .list(objects))
    }
}
