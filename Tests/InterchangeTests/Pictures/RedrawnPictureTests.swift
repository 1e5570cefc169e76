// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Interchange

@Suite struct RedrawnPictureTests {
    @Test func `of a picture only what can be seen is kept`() throws {
        let sent = try Self.bytes(Self.png)
        let picture = try RedrawnPicture(sent, .png)

        #expect(Self.has("Geheim in Musterstadt", in: sent))
        #expect(!Self.has("Geheim", in: picture.bytes))
        #expect(Self.size(picture) == "4 × 2")
        #expect(FileFormat(of: picture.bytes) == .png)
    }

    @Test func `a photograph that the camera kept lying stands upright, and does not say where it was taken`() throws {
        let sent = try Self.photograph(orientation: 6)
        let picture = try RedrawnPicture(sent, .jpeg)
        let header = try PictureHeader(picture.bytes, .jpeg)

        #expect(try PictureHeader(sent, .jpeg).orientation == 6)
        #expect(Self.has("Am Kanal 12", in: sent))
        #expect(Self.size(picture) == "4 × 8")
        #expect(header == PictureHeader(width: 4, height: 8))
        #expect(!Self.has("Am Kanal", in: picture.bytes))
        #expect(!Self.has("Exif", in: picture.bytes))
    }

    @Test func `a large picture becomes one that fits`() throws {
        let picture = try RedrawnPicture(try Self.photograph(orientation: 1), .jpeg, longestSide: 4)

        #expect(Self.size(picture) == "4 × 2")
    }

    @Test func `the third format is drawn anew as well`() throws {
        let picture = try RedrawnPicture(try Self.bytes(Self.webp), .webp)

        #expect(Self.size(picture) == "8 × 4")
        #expect(FileFormat(of: picture.bytes) == .webp)
    }

    @Test func `a small file that claims a huge picture is refused before it is drawn`() throws {
        let bomb = try Self.bytes(Self.bomb)

        #expect(try PictureHeader(bomb, .png) == PictureHeader(width: 30_000, height: 30_000))
        #expect(throws: PictureFault.tooLarge) { try RedrawnPicture(bomb, .png) }
    }

    @Test func `a photograph of very many layers is refused before it is drawn`() throws {
        var bytes = try Self.photograph(orientation: 1)
        let layer: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0]
        bytes.insert(contentsOf: Array(repeating: layer, count: 200).joined(), at: 2)

        #expect(throws: PictureFault.tooLarge) { try RedrawnPicture(bytes, .jpeg) }
    }

    @Test func `what only begins like a picture is refused`() throws {
        let png = try Self.bytes(Self.png)
        let broken: [([UInt8], FileFormat)] = [
            (Array(png.prefix(8)), .png), (Array(png.prefix(60)), .png), ([0xFF, 0xD8, 0xFF], .jpeg),
            (Array(try Self.photograph(orientation: 1).prefix(120)), .jpeg),
            (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), .webp), (Array("%PDF-1.7".utf8), .pdf), (png, .jpeg),
        ]
        for (bytes, format) in broken {
            #expect(throws: PictureFault.unreadable) { try RedrawnPicture(bytes, format) }
        }
    }

    @Test(arguments: [
        "", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<!DOCTYPE html>", "PK\u{3}\u{4}", "GIF89a", "%PD",
        " %PDF-1.7",
    ])
    func `no other kind of file is known`(beginning: String) {
        #expect(FileFormat(of: Array(beginning.utf8)) == nil)
    }

    private static func bytes(_ text: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: text))) }

    private static func size(_ picture: RedrawnPicture) -> String { "\(picture.width) × \(picture.height)" }

    private static func has(_ words: String, in bytes: [UInt8]) -> Bool {
        bytes.firstRange(of: Array(words.utf8)) != nil
    }

    /// Eight pixels wide and four high, red and blue, with what a telephone writes into it.
    private static func photograph(orientation: UInt8) throws -> [UInt8] {
        let words = Array("Am Kanal 12".utf8)
        var exif = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        exif += [0, 0, 0, 0] + words
        var bytes = try bytes(jpeg)
        bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: 2)
        return bytes
    }

    private static let png = """
        iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAHXRFWHRDb21tZW50AEdlaGVpbSBpbiBNdXN0ZXJzdGFkdBi8\
        RHcAAAAfSURBVHicBcEBAQAwDMOgCLuSKkHYBB4qL3KpeWNuPlaWB/mlkKkCAAAAAElFTkSuQmCC
        """
    private static let bomb = """
        iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwCAIAAADpRW/tAAAAHElEQVR4nO3BMQEAAADCoPVPbQo/oAAAAACAtwETiAAByGI6\
        QwAAAABJRU5ErkJggg==
        """
    private static let webp = """
        UklGRlYAAABXRUJQVlA4IEoAAADwAgCdASoIAAQAAUAmJagCdLoBQAPwArv/cAATdhycIAD+9pP9qw///ND9UzVf/p9X20Ha\
        fV/+lwf/SuMT3a4Nf8Vxie7WlQAAAA==
        """
    private static let jpeg = """
        /9j/4AAQSkZJRgABAQEAYABgAAD//gA7Q1JFQVRPUjogZ2QtanBlZyB2MS4wICh1c2luZyBJSkcgSlBFRyB2NjIpLCBxdWFs\
        aXR5ID0gODAK/9sAQwAGBAUGBQQGBgUGBwcGCAoQCgoJCQoUDg8MEBcUGBgXFBYWGh0lHxobIxwWFiAsICMmJykqKRkfLTAt\
        KDAlKCko/9sAQwEHBwcKCAoTCgoTKBoWGigoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo\
        KCgoKCgo/8AAEQgABAAIAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMF\
        BQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElK\
        U1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV\
        1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQH\
        BQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJ\
        SlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT\
        1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwDAQACEQMRAD8A8a8V/wDLr/wP+lFFFfsPAP8AyIMP/wBv/wDpcj0uNv8A\
        kd1/+3f/AEiJ/9k=
        """
}
