// SPDX-License-Identifier: EUPL-1.2

/// The German stemmer of Snowball 3 (snowballstem.org/algorithms/german): it takes endings away until the forms of a
/// word meet. Written here because the system's libstemmer 2.2 knows older rules: 1,247 of the 35,033 words of
/// Snowball's own list come out differently there.
public enum GermanStemmer {
    /// The stem of a word in lower case.
    public static func stem(_ word: String) -> String {
        String(wordAndStem(Array(word.unicodeScalars)).stem)
    }

    /// The whole word with umlauts and ß spelled plainly, so that Größe, Groesse and grosse meet, and its stem. The
    /// whole word is treated as the stemmer does before and after it takes endings away.
    static func wordAndStem(_ written: [Unicode.Scalar]) -> (word: [Unicode.Scalar], stem: [Unicode.Scalar]) {
        var letters = written
        markConsonants(&letters)
        joinUmlauts(&letters)
        var stemmed = StemmedWord(letters)
        stemmed.removeInflection()
        stemmed.removeComparison()
        stemmed.removeDerivation()
        var stem = stemmed.letters
        clearMarks(&stem)
        clearMarks(&letters)
        return (letters, stem)
    }

    static func isVowel(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "a", "e", "i", "o", "u", "y", "ä", "ö", "ü": true
        default: false
        }
    }

    /// A u or y between vowels is a consonant (neue, bayer); it is written large until the end.
    private static func markConsonants(_ letters: inout [Unicode.Scalar]) {
        guard letters.count > 2 else { return }
        var index = 1
        while index < letters.count - 1 {
            let letter = letters[index]
            if letter == "u" || letter == "y", isVowel(letters[index - 1]), isVowel(letters[index + 1]) {
                letters[index] = letter == "u" ? "U" : "Y"
                index += 1
            }
            index += 1
        }
    }

    private static func joinUmlauts(_ letters: inout [Unicode.Scalar]) {
        guard letters.indices.contains(where: { letters[$0] == "ß" || isUmlautPair(letters, at: $0) }) else { return }
        var joined: [Unicode.Scalar] = []
        joined.reserveCapacity(letters.count + 2)
        var index = 0
        while index < letters.count {
            if letters[index] == "ß" {
                joined += ["s", "s"]
            } else if letters[index] == "q", index + 1 < letters.count, letters[index + 1] == "u" {
                joined += ["q", "u"]
                index += 1
            } else if isUmlautPair(letters, at: index) {
                joined.append(letters[index] == "a" ? "ä" : letters[index] == "o" ? "ö" : "ü")
                index += 1
            } else {
                joined.append(letters[index])
            }
            index += 1
        }
        letters = joined
    }

    /// ae, oe or ue.
    private static func isUmlautPair(_ letters: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 1 < letters.count, letters[index + 1] == "e" else { return false }
        return letters[index] == "a" || letters[index] == "o" || letters[index] == "u"
    }

    private static func clearMarks(_ letters: inout [Unicode.Scalar]) {
        for index in letters.indices where letters[index].value > 0x7F || letters[index].value < 0x60 {
            letters[index] = plain(letters[index])
        }
    }

    /// A letter without umlaut or the mark of a consonant.
    static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        switch letter {
        case "U", "ü": "u"
        case "Y": "y"
        case "ä": "a"
        case "ö": "o"
        case "ß": "s"
        default: letter
        }
    }
}

extension String {
    /// Search makes two of these for each word of each text; most words are plain and short.
    init(_ letters: [Unicode.Scalar]) {
        guard letters.allSatisfy(\.isASCII) else {
            var scalars = UnicodeScalarView()
            scalars.append(contentsOf: letters)
            self.init(scalars)
            return
        }
        self.init(unsafeUninitializedCapacity: letters.count) { bytes in
            for index in letters.indices { bytes[index] = UInt8(truncatingIfNeeded: letters[index].value) }
            return letters.count
        }
    }
}
