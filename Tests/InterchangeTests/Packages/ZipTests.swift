// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct ZipTests {
    @Test func `a zipped package is read again the same, names in any language`() throws {
        let package = try PackageFiles([
            .init(name: "projects.json", bytes: Array("[]\n".utf8)),
            .init(name: "Übersicht – 概要.txt", bytes: Array("Text".utf8)),
            .init(name: "documents/empty.bin", bytes: []),
        ])

        let bytes = try package.zipped()
        let read = try PackageFiles.read(zip: bytes)

        #expect(read == package)
    }

    @Test func `the same package gives the same archive`() throws {
        let package = try PackageFiles([.init(name: "a.json", bytes: Array("[]".utf8))])

        let first = try package.zipped()
        let second = try package.zipped()

        #expect(first == second)
    }

    @Test func `an archive on disk replaces an older one`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/export.zip"
        let older = try PackageFiles([.init(name: "a.json", bytes: [1])])
        let newer = try PackageFiles([.init(name: "b.json", bytes: [2])])

        try older.write(toZip: path, readers: .everyone)
        try newer.write(toZip: path, readers: .everyone)
        let read = try PackageFiles.read(path)
        let names = try folder.names()

        #expect(read == newer)
        #expect(names == ["export.zip"])
    }

    @Test func `the folder around a zipped folder is taken off`() throws {
        let read = try PackageFiles.read(zip: archive([("ruhr/projects.json", [1]), ("ruhr/documents/plan.txt", [2])]))
        let mixed = try PackageFiles.read(zip: archive([("ruhr/projects.json", [1]), ("goals.json", [2])]))

        #expect(read.files.map(\.name) == ["documents/plan.txt", "projects.json"])
        #expect(mixed.files.map(\.name) == ["goals.json", "ruhr/projects.json"])
    }

    @Test(arguments: ["/etc/passwd", "../up.json", "a/../../up.json", "C:\\x.json"])
    func `a name that leads outside is refused`(name: String) throws {
        let bytes = try archive([(name, [1])])

        #expect(throws: PackageFault.self) { try PackageFiles.read(zip: bytes) }
    }

    @Test func `a name that comes twice is refused`() throws {
        let bytes = try archive([("a.json", [1]), ("a.json", [2])])

        #expect(throws: PackageFault.duplicateName("a.json")) { try PackageFiles.read(zip: bytes) }
    }

    @Test func `an archive made to fill memory is stopped while it grows`() throws {
        let zeros = [UInt8](repeating: 0, count: 32 << 20)
        let bytes = try archive([("bomb.json", zeros)])

        #expect(bytes.count < 100_000)
        #expect(throws: PackageFault.growsTooMuch("bomb.json")) { try PackageFiles.read(zip: bytes) }
    }

    @Test func `limits count what is unpacked`() throws {
        let limits = PackageLimits(files: 2, fileBytes: 10, allBytes: 15, growth: 200, growthFreeBytes: 1 << 20)
        let ten = [UInt8](repeating: 7, count: 10)
        let large = try archive([("a", ten + [7])])
        let heavy = try archive([("a", ten), ("b", ten)])
        let many = try archive([("a", []), ("b", []), ("c", [])])

        #expect(throws: PackageFault.fileTooLarge("a", limit: 10)) { try PackageFiles.read(zip: large, limits: limits) }
        #expect(throws: PackageFault.tooLarge(limit: 15)) { try PackageFiles.read(zip: heavy, limits: limits) }
        #expect(throws: PackageFault.tooManyFiles(limit: 2)) { try PackageFiles.read(zip: many, limits: limits) }
    }

    @Test func `a damaged archive and something else altogether are refused`() throws {
        var damaged = try archive([("a.json", Array("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]".utf8))])
        damaged[firstContentByte(of: damaged)] ^= 0xFF
        let good = try archive([("a.json", Array("[1, 2, 3]".utf8))])

        for bytes in [damaged, Array(good.dropLast(30)), Array("[]".utf8), [], [0x50, 0x4B, 0x03, 0x04]] {
            #expect(throws: PackageFault.self) { try PackageFiles.read(zip: bytes) }
        }
    }

    @Test func `an archive from Python with a link, a password or debris is judged rightly`() throws {
        let link = try #require(Data(base64Encoded: ZipSamples.link))
        let password = try #require(Data(base64Encoded: ZipSamples.password))
        let debris = try #require(Data(base64Encoded: ZipSamples.debris))

        #expect(throws: PackageFault.notAPlainFile("link.json")) { try PackageFiles.read(zip: [UInt8](link)) }
        #expect(throws: PackageFault.encrypted("a.json")) { try PackageFiles.read(zip: [UInt8](password)) }
        let read = try PackageFiles.read(zip: [UInt8](debris))
        #expect(read.files == [PackageFiles.File(name: "projects.json", bytes: Array("[]".utf8))])
    }

    /// A file's own header has 30 bytes, a name and an extra field, whose lengths stand at 26 and 28.
    private func firstContentByte(of archive: [UInt8]) -> Int {
        30 + Int(archive[26]) + Int(archive[27]) << 8 + Int(archive[28]) + Int(archive[29]) << 8
    }

    /// An archive as a stranger may send it: its names are not checked.
    private func archive(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        try ZipWriter.bytes(of: files.map { PackageFiles.File(name: $0.name, bytes: $0.bytes) })
    }
}
