// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The lines of an iCalendar file: escaped, ended by CRLF, and folded after 75 octets without tearing a character.
struct CalendarLines {
    private static let longestLine = 75

    private(set) var bytes: [UInt8] = []

    mutating func add(_ name: String, _ value: String) {
        var length = 0
        for character in (name + ":" + value).unicodeScalars {
            let octets = character.utf8.count
            if length + octets > Self.longestLine {
                bytes.append(contentsOf: "\r\n ".utf8)
                length = 1
            }
            bytes.append(contentsOf: character.utf8)
            length += octets
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    mutating func add(_ name: String, text: String?) {
        guard let text, !text.isEmpty else { return }
        add(name, text.escaped)
    }

    mutating func add(_ name: String, texts: [String]) {
        guard !texts.isEmpty else { return }
        add(name, texts.map(\.escaped).joined(separator: ","))
    }

    /// An address is not escaped; a line break in it would begin a line of its own.
    mutating func add(_ name: String, link: String?) {
        guard let link, !link.isEmpty else { return }
        add(name, String(String.UnicodeScalarView(link.unicodeScalars.filter { !$0.isControl })))
    }

    /// UTC, since a local time would need the rules of its time zone in the file.
    mutating func add(_ name: String, moment: Date) {
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
        let (days, second) = seconds.floorDivided(by: 86_400)
        let time = [second / 3_600, second / 60 % 60, second % 60]
        let clock = time.map { String($0).leftPadded(to: 2) }.joined()
        add(name, CalendarDay(number: days).compact + "T" + clock + "Z")
    }
}

extension String {
    fileprivate var escaped: String {
        var escaped = String.UnicodeScalarView()
        for character in replacing("\r\n", with: "\n").unicodeScalars {
            switch character {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", character])
            case "\n", "\r", "\u{2028}", "\u{2029}": escaped.append(contentsOf: ["\\", "n"])
            case "\t": escaped.append(character)
            default: if !character.isControl { escaped.append(character) }
            }
        }
        return String(escaped)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}

extension Int {
    fileprivate func floorDivided(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
