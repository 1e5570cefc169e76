// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A word in small letters with German umlauts, and where it stands.
struct WrittenWord {
    var letters: [Unicode.Scalar]
    var range: Range<String.Index>
}

/// Reads a text word by word.
struct WordReader {
    private let scalars: String.UnicodeScalarView
    private var index: String.Index

    init(_ text: String) {
        scalars = text.unicodeScalars
        index = scalars.startIndex
    }

    mutating func next() -> WrittenWord? {
        while index < scalars.endIndex, !Letters.isPartOfWord(scalars[index]) {
            scalars.formIndex(after: &index)
        }
        guard index < scalars.endIndex else { return nil }
        let start = index
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(16)
        readLetters(into: &letters)
        readGenderEnding(into: &letters)
        return WrittenWord(letters: letters, range: start..<index)
    }

    private mutating func readLetters(into letters: inout [Unicode.Scalar]) {
        while index < scalars.endIndex {
            let scalar = scalars[index]
            guard Letters.isPartOfWord(scalar) || Letters.isMark(scalar) else { break }
            if letters.count < GermanText.longestWord { Letters.append(scalar, to: &letters) }
            scalars.formIndex(after: &index)
        }
    }

    /// Bürger*innen, Bürger:innen, Bürger_innen, Bürger/innen, Bürger/-innen: the ending belongs to the word.
    private mutating func readGenderEnding(into letters: inout [Unicode.Scalar]) {
        guard index < scalars.endIndex, letters.count > 2 else { return }
        var ahead = index
        switch scalars[ahead] {
        case "*", ":", "_", "/": scalars.formIndex(after: &ahead)
        default: return
        }
        if ahead < scalars.endIndex, scalars[ahead] == "-" { scalars.formIndex(after: &ahead) }
        var ending: [Unicode.Scalar] = []
        while ahead < scalars.endIndex, ending.count < 6, Letters.isPartOfWord(scalars[ahead]) {
            ending.append(scalars[ahead])
            scalars.formIndex(after: &ahead)
        }
        guard ending == ["i", "n"] || ending == ["i", "n", "n", "e", "n"] else { return }
        letters += ending
        index = ahead
    }
}

/// Which characters make words, and their small, plain form.
enum Letters {
    static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case 0..<0xAA: false
        default: isForeignLetter(scalar)
        }
    }

    /// Marks above letters, and signs nobody sees: both may stand inside a word.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0xAD else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format: return true
        default: return false
        }
    }

    /// Appends the small letter; accents go, umlauts stay.
    static func append(_ scalar: Unicode.Scalar, to letters: inout [Unicode.Scalar]) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: letters.append(scalar)
        case 0x41...0x5A: letters.append(Unicode.Scalar(UInt8(scalar.value + 0x20)))
        default: appendForeign(scalar, to: &letters)
        }
    }

    private static func isForeignLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber:
            true
        default: false
        }
    }

    private static func appendForeign(_ scalar: Unicode.Scalar, to letters: inout [Unicode.Scalar]) {
        switch scalar {
        case "ä", "ö", "ü", "ß": letters.append(scalar)
        case "Ä": letters.append("ä")
        case "Ö": letters.append("ö")
        case "Ü": letters.append("ü")
        case "ẞ": letters.append("ß")
        case "æ", "Æ": letters.append("ä")
        case "ø", "Ø", "œ", "Œ": letters.append("ö")
        case "ł", "Ł": letters.append("l")
        case "\u{308}": setUmlaut(on: &letters)
        default:
            let plain = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
            for part in plain where !isMark(part) {
                letters.append(contentsOf: part.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }

    /// Some systems write ä as a and two dots that follow it.
    private static func setUmlaut(on letters: inout [Unicode.Scalar]) {
        guard let last = letters.popLast() else { return }
        switch last {
        case "a": letters.append("ä")
        case "o": letters.append("ö")
        case "u": letters.append("ü")
        default: letters.append(last)
        }
    }
}
