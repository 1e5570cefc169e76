// SPDX-License-Identifier: EUPL-1.2

/// One bar of parts side by side, as a PNG of its own (RFC 2083) with a palette and without compression. What the parts
/// are is said beside it in words.
public struct BarPicture: Equatable, Sendable {
    public struct Part: Equatable, Sendable {
        public let size: Int64
        public let colour: Colour

        public init(_ size: Int64, _ colour: Colour) {
            self.size = size
            self.colour = colour
        }
    }

    public struct Colour: Hashable, Sendable {
        let red: UInt8
        let green: UInt8
        let blue: UInt8

        public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }
    }

    public static let (width, height) = (1200, 72)
    /// White between two parts, so that they are told apart without colour as well.
    private static let gap = 4
    public let bytes: [UInt8]

    /// Nil when there is nothing to draw.
    public init?(_ parts: [Part]) {
        let parts = parts.filter { $0.size > 0 }
        let whole = parts.map(\.size).reduce(0, +)
        guard whole > 0, parts.count < 256 else { return nil }
        var row = [UInt8](repeating: 0, count: Self.width)
        var before: Int64 = 0
        for (index, part) in parts.enumerated() {
            let from = Int(before * Int64(Self.width) / whole)
            before += part.size
            let to = Int(before * Int64(Self.width) / whole) - (index < parts.count - 1 ? Self.gap : 0)
            for x in from..<max(to, from + 1) where x < Self.width { row[x] = UInt8(index + 1) }
        }
        let palette = [Colour(255, 255, 255)] + parts.map(\.colour)
        let line = [UInt8(0)] + row
        let lines = Array(repeating: line, count: Self.height).flatMap { $0 }
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes += Self.chunk("IHDR", Self.word(Self.width) + Self.word(Self.height) + [8, 3, 0, 0, 0])
        bytes += Self.chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] })
        bytes += Self.chunk("IDAT", Self.stored(lines))
        self.bytes = bytes + Self.chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return word(content.count) + body + word(Int(checksum(body)))
    }

    private static func word(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// A zlib stream of blocks that are not compressed (RFC 1950, RFC 1951).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let most = 65_535
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: most) {
            let block = bytes[start..<min(start + most, bytes.count)]
            let length = UInt16(block.count)
            stream.append(start + most >= bytes.count ? 1 : 0)
            stream += [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
            stream += block
        }
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + word(Int(high << 16 | low))
    }

    /// CRC-32 as PNG wants it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1 }
        }
        return ~remainder
    }
}
