// SPDX-License-Identifier: EUPL-1.2

import Foundation
import NIOCore
import Testing

@testable import Web

@Suite struct ContentCodingTests {
    @Test(arguments: [
        (nil, ContentCoding.identity), ("", .identity), ("gzip", .gzip), ("gzip, deflate, br, zstd", .gzip),
        ("br", .identity), ("GZIP;Q=0.5", .gzip), ("gzip;q=0", .identity), ("gzip; q=0.000, *", .identity),
        ("*", .gzip), ("*;q=0", .identity), ("identity", .identity), ("gzip;q=0.5, identity", .identity),
        ("gzip;q=0.5, identity;q=0.5", .gzip), ("identity;q=0, gzip;q=0.1", .gzip), ("gzip;q=eins", .identity),
        ("gzip;q=7", .identity), ("x-gzip", .gzip), (",;=,", .identity), ("gzip;level=9", .gzip),
    ])
    func `the form that suits the reader best is chosen`(field: String?, coding: ContentCoding) {
        #expect(ContentCoding(accepting: field) == coding)
    }

    @Test(arguments: [0, 1, 859, 860, 100_000])
    func `gzip gives back what went in`(size: Int) throws {
        let text = String(repeating: "Größe & Güte ", count: size / 10 + 1).prefix(size)
        let compressed = try Gzip.compressed(ByteBuffer(string: String(text)))
        #expect(try Unpacked.text(compressed) == text)
    }

    @Test func `gzip gives back noise as well, though it grows`() throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<70_000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let compressed = try Gzip.compressed(ByteBuffer(bytes: noise))
        #expect(try Unpacked.bytes(compressed) == noise)
        #expect(compressed.readableBytes > noise.count)
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", true), ("image/svg+xml", true), ("application/json", true),
        ("application/ld+json", true), ("TEXT/CSV", true), ("image/png", false), ("font/woff2", false),
        ("application/zip", false), ("", false),
    ])
    func `only what gains by it is compressed`(type: String, isSuited: Bool) {
        #expect(Gzip.suits(type) == isSuited)
    }

    @Test(arguments: [
        (nil, false), ("", false), ("*", true), (" * ", true), ("\"x\"", false), ("TAG", true), ("W/TAG", true),
        ("\"x\", TAG", true), ("\"x\",W/TAG , \"y\"", true), ("W/\"x\"", false),
    ])
    func `a reader who has the body says so`(field: String?, isKnown: Bool) {
        let tag = EntityTag(of: ByteBuffer(string: "Seite"), as: .identity)
        #expect(tag.isKnown(by: field?.replacing("TAG", with: tag.text)) == isKnown)
    }

    @Test func `a tag names the bytes and the form`() {
        let body = ByteBuffer(string: "Seite")
        let tags = [
            EntityTag(of: body, as: .identity), EntityTag(of: body, as: .gzip),
            EntityTag(of: ByteBuffer(string: "Seiten"), as: .identity),
        ]
        #expect(Set(tags.map(\.text)).count == 3)
        #expect(tags[0] == EntityTag(of: ByteBuffer(string: "Seite"), as: .identity))
        #expect(tags[0].text.wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
    }
}

/// What a gzip body holds, read by the program that everybody has.
enum Unpacked {
    static func text(_ body: ByteBuffer) throws -> String {
        String(decoding: try bytes(body), as: UTF8.self)
    }

    static func bytes(_ body: ByteBuffer) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gzip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let packed = folder.appending(path: "body.gz")
        try Data(body.readableBytesView).write(to: packed)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["--decompress", packed.path]
        try process.run()
        process.waitUntilExit()
        return [UInt8](try Data(contentsOf: folder.appending(path: "body")))
    }
}
