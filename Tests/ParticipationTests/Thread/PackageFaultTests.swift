// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Participation

@Suite struct PackageFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let key: String
        let value: PlainValue
        let reason: String

        var testDescription: String { "\(file) \(key): \(reason)" }
    }

    static let cases = [
        Case(file: "projects", key: "title", value: .integer(7), reason: "a text expected, found a whole number"),
        Case(file: "projects", key: "title", value: .text(""), reason: "an empty text is not allowed"),
        Case(file: "projects", key: "title", value: .text("a\0b"), reason: "NUL"),
        Case(file: "projects", key: "status", value: .text("fertig"), reason: "unknown word “fertig”"),
        Case(file: "projects", key: "field", value: .text("nirgends"), reason: "field/nirgends does not exist"),
        Case(file: "projects", key: "forum", value: .integer(99), reason: "forum/99 does not exist"),
        Case(file: "projects", key: "forum", value: .text("13"), reason: "a whole number expected"),
        Case(file: "projects", key: "municipalities", value: .list([.text("05999999")]), reason: "does not exist"),
        Case(file: "projects", key: "period", value: .text("2021/2019"), reason: "ends before it starts"),
        Case(file: "projects", key: "period", value: .text("2021"), reason: "is not a period"),
        Case(file: "projects", key: "status_as_of", value: .text("2019-02-29"), reason: "is not a date"),
        Case(file: "projects", key: "status_as_of", value: .text("31.12.2021"), reason: "is not a date"),
        Case(file: "projects", key: "number", value: .integer(0), reason: "numbers begin with 1"),
        Case(file: "projects", key: "number", value: .integer(2), reason: "is given twice"),
        Case(file: "projects", key: "budget_eur", value: .decimal("1.5"), reason: "whole euros expected"),
        Case(file: "projects", key: "budget_eur", value: .integer(.max), reason: "too large"),
        Case(file: "projects", key: "part_of", value: .text("siko-ruhr"), reason: "part_of"),
        Case(file: "municipalities", key: "ags", value: .text("511200"), reason: "is not a municipality key"),
        Case(file: "municipalities", key: "area_km2", value: .text("232,8"), reason: "a number expected"),
        Case(file: "ministries", key: "forums", value: .list([.integer(1)]), reason: "contradicts"),
        Case(file: "ideas", key: "fate", value: .text("zusammengeführt"), reason: "belong together"),
        Case(file: "ideas", key: "source_urls", value: .text("https://x"), reason: "a list expected"),
        Case(file: "timeline", key: "date_precision", value: .text("year"), reason: "contradicts"),
        Case(file: "consultations", key: "kind", value: .text("fest"), reason: "unknown kind"),
    ]

    @Test(arguments: cases)
    func `a wrong value is refused with file, path and reason`(_ wrong: Case) throws {
        var files = try Bundled.package("ruhr-konferenz")
        try ImportPackageTests.change(wrong.file, 0, wrong.key, to: wrong.value, in: &files)

        let invalid = try #require(throws: InvalidPackage.self) { try ImportPackage(files) }

        let fault = invalid.faults.first { $0.reason.contains(wrong.reason) }
        #expect(fault != nil, "\(invalid.faults)")
        #expect(invalid.faults.allSatisfy { $0.file.hasSuffix(".json") })
    }

    @Test func `unknown and missing keys, unknown files and doubled keys are all named at once`() throws {
        var files = try Bundled.package("ruhr-konferenz")
        let fields = try #require(files.firstIndex { $0.name == "fields" })
        var objects = ImportPackageTests.list(files[fields].value)
        guard case .object(let members) = objects[0] else { return }
        objects.append(.object(members))
        objects[1] = .object([.init("titel", .text("x"))])
        files[fields] = PackageFile(name: "fields", value: .list(objects))
        files.append(PackageFile(name: "wetter", value: .list([])))

        let invalid = try #require(throws: InvalidPackage.self) { try ImportPackage(files) }

        let lines = invalid.faults.map(\.description)
        #expect(lines.contains("fields.json[1].titel: unknown key"))
        #expect(lines.contains("fields.json[1].name: missing; write null for unknown"))
        #expect(lines.contains("wetter.json: unknown file"))
    }

    @Test func `a key given twice is refused`() throws {
        var files = try Bundled.package("ruhr-konferenz")
        try ImportPackageTests.change("lessons", 1, "id", to: .text("LEHRE-01"), in: &files)

        let invalid = try #require(throws: InvalidPackage.self) { try ImportPackage(files) }

        #expect(invalid.faults.map(\.description) == ["lessons.json[1]: the key “LEHRE-01” is given twice"])
    }

    @Test func `a draft that is not marked as internal is refused`() throws {
        var files = try Bundled.package("musterregion")
        files.removeAll { $0.name == "internal" }

        let invalid = try #require(throws: InvalidPackage.self) { try ImportPackage(files) }

        #expect(invalid.faults.allSatisfy { $0.reason.contains("internal.json") })
    }

    @Test func `nothing public may point at something internal`() throws {
        var files = try Bundled.package("musterregion")
        let place = try #require(files.firstIndex { $0.name == "internal" })
        let names = ImportPackageTests.list(files[place].value)
        files[place] = PackageFile(name: "internal", value: .list(names + [.text("forum/1")]))

        let invalid = try #require(throws: InvalidPackage.self) { try ImportPackage(files) }

        #expect(invalid.faults.contains { $0.reason == "forum/1 is not public, but this is" })
    }
}
