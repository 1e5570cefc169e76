// SPDX-License-Identifier: EUPL-1.2

/// A word that loses its endings. An ending may go only where it lies wholly behind a border: the first border stands
/// after the first consonant that follows a vowel, but at least after three letters, the second one such step further.
struct StemmedWord {
    private(set) var letters: [Unicode.Scalar]
    private let firstBorder: Int
    private let secondBorder: Int

    init(_ letters: [Unicode.Scalar]) {
        self.letters = letters
        let first = Self.border(in: letters, from: 0)
        firstBorder = max(first, min(3, letters.count))
        secondBorder = Self.border(in: letters, from: first)
    }

    /// Case and number: Kindern, Bedürfnissen, Nachbarinnen.
    mutating func removeInflection() {
        guard let ending = inflection(), isBehindFirstBorder(ending) else { return }
        switch ending {
        case "em":
            if !ends(with: "syst", before: ending) { remove(ending) }
        case "e", "en", "es":
            remove(ending)
            if ends(with: "niss") { letters.removeLast() }
        case "s":
            if let letter = letter(before: ending), Self.maySupportS(letter) { remove(ending) }
        case "ln", "lns":
            remove(ending)
            letters.append("l")
        default:
            remove(ending)
        }
    }

    /// Comparison and verbs: kleinst, abgeleitet.
    mutating func removeComparison() {
        guard let ending = comparison(), isBehindFirstBorder(ending) else { return }
        switch ending {
        case "st":
            guard let letter = letter(before: ending), letter != "r", Self.maySupportS(letter), letters.count >= 6
            else {
                return
            }
            remove(ending)
        case "et":
            guard let letter = letter(before: ending), Self.maySupportET(letter) else { return }
            let nouns: [Ending] = ["geordn", "intern", "plan", "tick", "tr"]
            if !nouns.contains(where: { ends(with: $0, before: ending) }) { remove(ending) }
        default:
            remove(ending)
        }
    }

    /// Words made of words: Freundlichkeit, Regierung, politisch.
    mutating func removeDerivation() {
        guard let ending = derivation(), isBehindSecondBorder(ending) else { return }
        switch ending {
        case "end", "ung":
            remove(ending)
            if ends(with: "ig"), isBehindSecondBorder("ig"), letter(before: "ig") != "e" { remove("ig") }
        case "ig", "ik", "isch":
            if letter(before: ending) != "e" { remove(ending) }
        case "lich", "heit":
            remove(ending)
            if let inner = longest(of: "er", "en"), isBehindFirstBorder(inner) { remove(inner) }
        default:
            remove(ending)
            if let inner = longest(of: "lich", "ig"), isBehindSecondBorder(inner) { remove(inner) }
        }
    }
}

/// The longest ending of each step. The last letter decides which can be meant, since every word of every text comes
/// by here.
extension StemmedWord {
    private func inflection() -> Ending? {
        switch letters.last {
        case "n": longest(of: "erinnen", "erin", "ern", "en", "ln")
        case "e": "e"
        case "r": longest(of: "er")
        case "s": longest(of: "lns", "es", "s")
        case "m": longest(of: "em")
        default: nil
        }
    }

    private func comparison() -> Ending? {
        switch letters.last {
        case "n": longest(of: "en")
        case "r": longest(of: "er")
        case "t": longest(of: "est", "et", "st")
        default: nil
        }
    }

    private func derivation() -> Ending? {
        switch letters.last {
        case "d": longest(of: "end")
        case "g": longest(of: "ung", "ig")
        case "h": longest(of: "lich", "isch")
        case "k": longest(of: "ik")
        case "t": longest(of: "heit", "keit")
        default: nil
        }
    }
}

extension StemmedWord {
    private static func border(in letters: [Unicode.Scalar], from start: Int) -> Int {
        var index = start
        while index < letters.count, !GermanStemmer.isVowel(letters[index]) { index += 1 }
        while index < letters.count, GermanStemmer.isVowel(letters[index]) { index += 1 }
        return min(index + 1, letters.count)
    }

    private static func maySupportS(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "t": true
        default: false
        }
    }

    private static func maySupportET(_ letter: Unicode.Scalar) -> Bool {
        switch letter {
        case "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "U", "z", "ä": true
        default: false
        }
    }

    /// The endings are handed in longest first.
    private func longest(of endings: Ending...) -> Ending? {
        endings.first { ends(with: $0) }
    }

    private func ends(with ending: Ending) -> Bool {
        ending.isEnd(of: letters, at: letters.count)
    }

    private func ends(with text: Ending, before ending: Ending) -> Bool {
        text.isEnd(of: letters, at: letters.count - ending.count)
    }

    private func letter(before ending: Ending) -> Unicode.Scalar? {
        let index = letters.count - ending.count - 1
        return index >= 0 ? letters[index] : nil
    }

    private func isBehindFirstBorder(_ ending: Ending) -> Bool {
        letters.count - ending.count >= firstBorder
    }

    private func isBehindSecondBorder(_ ending: Ending) -> Bool {
        letters.count - ending.count >= secondBorder
    }

    private mutating func remove(_ ending: Ending) {
        letters.removeLast(ending.count)
    }
}

/// The last letters of a word, in ASCII, packed into one number: the last letter lowest.
private struct Ending: ExpressibleByStringLiteral, Equatable {
    private let packed: UInt64
    let count: Int

    init(stringLiteral text: StaticString) {
        packed = text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
        count = text.utf8CodeUnitCount
    }

    func isEnd(of letters: [Unicode.Scalar], at end: Int) -> Bool {
        guard end >= count else { return false }
        var rest = packed
        for index in (end - count..<end).reversed() {
            guard letters[index].value == UInt32(truncatingIfNeeded: rest & 0xFF) else { return false }
            rest >>= 8
        }
        return true
    }
}
