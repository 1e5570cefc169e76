// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct PackageFilesTests {
    private let small = PackageLimits(files: 3, fileBytes: 10, allBytes: 20, growth: 200, growthFreeBytes: 1 << 20)

    @Test func `a folder is read in the order of its names`() throws {
        let folder = try TemporaryFolder()
        try folder.write("[]", to: "projects.json")
        try folder.write("{}", to: "goals.json")
        try folder.write("plan", to: "documents/2019/plan.txt")
        try folder.write("debris", to: ".DS_Store")

        let package = try PackageFiles.read(folder.path)

        #expect(package.files.map(\.name) == ["documents/2019/plan.txt", "goals.json", "projects.json"])
        #expect(package["goals.json"] == Array("{}".utf8))
        #expect(package["ideas.json"] == nil)
    }

    @Test func `a link inside a package is refused, the package itself may be named by one`() throws {
        let folder = try TemporaryFolder()
        try folder.write("[]", to: "package/projects.json")
        try folder.write("secret", to: "outside.txt")
        let package = folder.path + "/package"
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: package)

        let read = try PackageFiles.read(folder.path + "/link")
        try FileManager.default.createSymbolicLink(
            atPath: package + "/secret.json", withDestinationPath: folder.path + "/outside.txt")

        #expect(read.files.map(\.name) == ["projects.json"])
        #expect(throws: PackageFault.notAPlainFile("secret.json")) { try PackageFiles.read(package) }
    }

    @Test func `a path with nothing behind it is named`() {
        #expect(throws: PackageFault.notFound("/nowhere/package")) { try PackageFiles.read("/nowhere/package") }
    }

    @Test func `a folder beyond a limit is refused and one at the limit is read`() throws {
        let folder = try TemporaryFolder()
        try folder.write("0123456789", to: "a.json")
        try folder.write("0123456789", to: "b.json")

        let atLimit = try PackageFiles.read(folder.path, limits: small)
        #expect(atLimit.files.count == 2)

        try folder.write("0", to: "c.json")
        #expect(throws: PackageFault.tooLarge(limit: 20)) { try PackageFiles.read(folder.path, limits: small) }
        try folder.write("01234567890", to: "a.json")
        #expect(throws: PackageFault.fileTooLarge("a.json", limit: 10)) {
            try PackageFiles.read(folder.path, limits: small)
        }
        try folder.write("", to: "d.json")
        #expect(throws: PackageFault.tooManyFiles(limit: 3)) { try PackageFiles.read(folder.path, limits: small) }
    }

    @Test(arguments: [
        "", "/etc/passwd", "../up.json", "a/../../b.json", "./a.json", "a//b.json", "a/", "C:/x.json", "a\\b.json",
        "a\nb.json", "a/..", String(repeating: "a", count: 256),
    ])
    func `a name that leads outside or means something else elsewhere is refused`(name: String) {
        #expect(throws: PackageFault.unsafeName(name)) { try PackageFiles([.init(name: name, bytes: [])]) }
    }

    @Test func `a name that comes twice is refused`() {
        let file = PackageFiles.File(name: "a.json", bytes: [])

        #expect(throws: PackageFault.duplicateName("a.json")) { try PackageFiles([file, file]) }
    }
}
