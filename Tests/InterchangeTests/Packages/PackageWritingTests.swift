// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct PackageWritingTests {
    private let package: PackageFiles
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        package = try PackageFiles([
            .init(name: "programme.json", bytes: Array("{}\n".utf8)),
            .init(name: "documents/2019/plan.txt", bytes: Array("Plan".utf8)),
            .init(name: "documents/photo.bin", bytes: [0, 255, 10, 13]),
        ])
    }

    private var target: String { folder.path + "/export" }

    @Test func `a written folder is read again the same and nothing else is left`() throws {
        try package.write(toFolder: target, readers: .everyone, mark: "programme.json")
        let read = try PackageFiles.read(target)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)

        #expect(read == package)
        #expect(left == ["export"])
    }

    @Test func `a package for its owner alone is closed to all others`() throws {
        try package.write(toFolder: target, readers: .owner, mark: "programme.json")
        try package.write(toZip: target + ".zip", readers: .owner)

        for name in ["export", "export/documents", "export/documents/2019"] {
            let mode = try folder.mode(of: name)
            #expect(mode == 0o700, "\(name)")
        }
        for name in ["export/programme.json", "export/documents/2019/plan.txt", "export.zip"] {
            let mode = try folder.mode(of: name)
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test func `an older package is replaced as a whole`() throws {
        try folder.write("old", to: "export/programme.json")
        try folder.write("old", to: "export/ideas.json")
        try folder.write("old", to: "export/documents/photo.bin")

        try package.write(toFolder: target, readers: .everyone, mark: "programme.json")
        let read = try PackageFiles.read(target)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)

        #expect(read == package)
        #expect(left == ["export"])
    }

    @Test func `an empty folder is filled`() throws {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)

        try package.write(toFolder: target, readers: .everyone, mark: "programme.json")
        let read = try PackageFiles.read(target)

        #expect(read == package)
    }

    @Test(arguments: [
        (["notes.json"], "notes.json"), (["programme.json", "thesis.odt"], "thesis.odt"),
        (["programme.json", "more/photo.jpg"], "more/photo.jpg"),
    ])
    func `a folder with other files in it stays as it was`(names: [String], foreign: String) throws {
        for name in names { try folder.write("mine", to: "export/" + name) }
        let before = try folder.names()

        #expect(throws: PackageFault.folderInUse(target, foreign: foreign)) {
            try package.write(toFolder: target, readers: .everyone, mark: "programme.json")
        }
        let after = try folder.names()

        #expect(after == before)
    }

    @Test func `a file in the way stays, whether folder or archive is written`() throws {
        try folder.write("mine", to: "export")

        #expect(throws: PackageFault.placeTaken(target)) {
            try package.write(toFolder: target, readers: .everyone, mark: "programme.json")
        }
        #expect(throws: PackageFault.placeTaken(target)) {
            try package.write(toZip: target, readers: .everyone)
        }
        let content = try String(contentsOfFile: target, encoding: .utf8)
        #expect(content == "mine")
    }

    @Test func `a package that cannot be written leaves nothing behind`() throws {
        let clash = try PackageFiles([.init(name: "a", bytes: [1]), .init(name: "a/b", bytes: [2])])

        #expect(throws: PackageFault.self) {
            try clash.write(toFolder: target, readers: .everyone, mark: "programme.json")
        }
        #expect(throws: PackageFault.notFound(folder.path + "/missing")) {
            try package.write(toZip: folder.path + "/missing/export.zip", readers: .everyone)
        }
        let left = try folder.names()
        #expect(left == [])
    }

    @Test func `two folders change places, and stay where they were when they cannot`() throws {
        try folder.write("new", to: "draft/a")
        try folder.write("old", to: "export/a")

        try Durably.exchange(folder.path + "/draft", target)
        let exchanged = try String(contentsOfFile: target + "/a", encoding: .utf8)
        #expect(throws: PackageFault.self) { try Durably.exchange(folder.path + "/missing", target) }
        let kept = try String(contentsOfFile: target + "/a", encoding: .utf8)

        #expect(exchanged == "new")
        #expect(kept == "new")
    }
}
