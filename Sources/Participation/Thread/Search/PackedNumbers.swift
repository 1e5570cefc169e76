// SPDX-License-Identifier: EUPL-1.2

/// Writes whole numbers one after another, seven bits to a byte, small numbers in few bytes.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(raw byte: UInt8) {
        bytes.append(byte)
    }

    mutating func add(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads whole numbers that `PackedWriter` wrote.
struct PackedReader {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index >= bytes.count }

    /// The next number, or nil where the bytes end within it or hold none.
    mutating func next() -> UInt64? {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while index < bytes.count, shift < 64 {
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }

    mutating func skip(_ count: Int) {
        index += count
    }
}
