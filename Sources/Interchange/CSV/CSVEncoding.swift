// SPDX-License-Identifier: EUPL-1.2

/// The character set a table was saved in, as far as it can be told from the bytes.
public enum CSVEncoding: Equatable, Sendable {
    case utf8
    case utf8WithMark
    /// What older German spreadsheets save by default; recognised because it is almost never valid UTF-8.
    case windows1252

    static func decode(_ bytes: [UInt8]) throws(CSVFault) -> (CSVEncoding, text: [UInt8]) {
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.contains(0)
        guard !isWide else { throw CSVFault(.notText, row: 1, line: 1) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = hasMark ? Array(bytes.dropFirst(3)) : bytes
        if String(validating: text, as: UTF8.self) != nil { return (hasMark ? .utf8WithMark : .utf8, text) }
        guard !hasMark else {
            throw CSVFault(.invalidUTF8, row: 1, line: line(of: text.firstInvalidUTF8(from: 0), in: text))
        }
        return (.windows1252, try decodeWindows1252(text))
    }

    private static func decodeWindows1252(_ bytes: [UInt8]) throws(CSVFault) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for (place, byte) in bytes.enumerated() {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            guard let scalar = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte) else {
                throw CSVFault(.notText, row: 1, line: line(of: place, in: bytes))
            }
            text.append(contentsOf: scalar.utf8)
        }
        return text
    }

    private static func line(of place: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(place).count { $0 == 0x0A } + 1
    }

    /// Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1; five places are empty.
    private static let upperControls: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
