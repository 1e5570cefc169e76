// SPDX-License-Identifier: EUPL-1.2

extension JSONParser {
    mutating func number() throws(JSONFault) -> JSONValue {
        let start = position
        guard let number = numberIfAny() else { throw fault(.malformedNumber, at: start) }
        return number
    }

    /// A number never becomes a floating point value: what is no 64-bit integer keeps its spelling.
    mutating func numberIfAny() -> JSONValue? {
        let start = position
        guard let isWhole = takeNumber() else { return nil }
        let spelling = String(decoding: bytes[start..<position], as: UTF8.self)
        // "-0" would lose its sign as an integer.
        guard isWhole, spelling != "-0", let integer = Int64(spelling) else { return .decimal(spelling) }
        return .integer(integer)
    }

    /// Moves behind the number; tells whether it is written without fraction and exponent, nothing if it is none.
    private mutating func takeNumber() -> Bool? {
        _ = take("-")
        if take("0") {
            if isDigit { return nil }
        } else {
            guard takeDigits() else { return nil }
        }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard takeDigits() else { return nil }
        }
        if take("e") || take("E") {
            isWhole = false
            _ = take("+") || take("-")
            guard takeDigits() else { return nil }
        }
        return isWhole
    }

    private mutating func takeDigits() -> Bool {
        let start = position
        while isDigit { position += 1 }
        return position > start
    }

    var isDigit: Bool {
        guard let byte = next else { return false }
        return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
