// SPDX-License-Identifier: EUPL-1.2

extension JSONParser {
    /// The text between two quotation marks; stretches without escapes are taken over whole.
    mutating func text() throws(JSONFault) -> String {
        let opening = position
        position += 1
        var start = position
        var unescaped: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                let end = position
                position += 1
                guard !unescaped.isEmpty else { return try decoded(bytes[start..<end], of: opening) }
                unescaped += bytes[start..<end]
                return try decoded(unescaped[...], of: opening)
            case UInt8(ascii: "\\"):
                unescaped += bytes[start..<position]
                try takeEscape(into: &unescaped)
                start = position
            case 0..<0x20:
                throw fault(.controlCharacter(byte))
            default:
                position += 1
            }
        }
        throw fault(.unclosedText, at: opening)
    }

    private func decoded(_ text: ArraySlice<UInt8>, of opening: Int) throws(JSONFault) -> String {
        if let text = String(validating: text, as: UTF8.self) { return text }
        throw fault(.invalidUTF8, at: bytes.firstInvalidUTF8(from: opening))
    }

    private mutating func takeEscape(into text: inout [UInt8]) throws(JSONFault) {
        let start = position
        position += 1
        guard let letter = next else { throw fault(.unexpectedEnd) }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(try takeScalar(from: start)).utf8)
        default: throw fault(.unknownEscape, at: start)
        }
    }

    /// Characters beyond the first 65,536 are escaped as two halves, which only count together.
    private mutating func takeScalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let first = try takeFourHexDigits(from: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\u") else { throw fault(.loneSurrogate, at: start) }
        let second = try takeFourHexDigits(from: start)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fault(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func takeFourHexDigits(from start: Int) throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw fault(.unexpectedEnd) }
            guard let digit = Unicode.Scalar(byte).hexDigit else { throw fault(.unknownEscape, at: start) }
            value = value << 4 + digit
            position += 1
        }
        return value
    }
}

extension Unicode.Scalar {
    fileprivate var hexDigit: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x61 + 10
        case "A"..."F": value - 0x41 + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// How many bytes the character at this place has; nothing where no valid character begins.
    func lengthOfUTF8Character(at offset: Int) -> Int? {
        (1...4).first { length in
            offset + length <= count && String(validating: self[offset..<(offset + length)], as: UTF8.self) != nil
        }
    }

    func firstInvalidUTF8(from offset: Int) -> Int {
        var place = offset
        while place < count, let length = lengthOfUTF8Character(at: place) { place += length }
        return place
    }
}
