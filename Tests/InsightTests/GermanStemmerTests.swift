// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Insight

@Suite struct GermanStemmerTests {
    /// From the sample vocabulary of Snowball (BSD-3-Clause, github.com/snowballstem/snowball-data, german).
    static let sample = [
        "aufeinanderfolge": "aufeinanderfolg", "auferlegten": "auferlegt", "auffälligen": "auffall",
        "auffaßt": "auffasst", "aufenthaltes": "aufenthalt", "kategorisch": "kategor", "katholischen": "kathol",
        "kätzchens": "katzch", "katzensprung": "katzenspr", "käufer": "kauf", "käuflich": "kauflich",
        "abgebildet": "abgebild", "abgeleiteten": "abgeleit", "abgewendet": "abgew",
        "abgewirtschaftet": "abgewirtschaft",
        "abwickeln": "abwickel", "achseln": "achsel", "adlerflügeln": "adlerflugel", "aktuell": "aktull",
        "aeternitatis": "aternitatis", "bedürfnissen": "bedurfnis", "äckern": "ack", "ackers": "ack", "armes": "arm",
        "derbsten": "derb", "planet": "planet", "ticket": "ticket", "internet": "internet", "system": "system",
        "quelle": "quell", "feuer": "feu", "neue": "neu", "straße": "strass", "größe": "gross", "gerinnen": "gerinn",
        "freundlichkeit": "freundlich", "wählerinnen": "wahl", "mitarbeiterinnen": "mitarbeit", "regierung": "regier",
        "politische": "polit", "ja": "ja", "e": "e", "": "",
    ]

    @Test(arguments: sample.keys.sorted())
    func `a word has the stem that Snowball gives it`(_ word: String) {
        #expect(GermanStemmer.stem(word) == Self.sample[word])
    }

    @Test(.enabled(if: OutsideData.folder != nil, "DREIKLANG_SHARED names no folder"))
    func `all words of Snowball's vocabulary have its stems`() throws {
        let folder = try #require(OutsideData.folder).appending(path: "data/snowball-german")
        let words = try OutsideData.lines(of: folder.appending(path: "voc.txt"))
        let stems = try OutsideData.lines(of: folder.appending(path: "output.txt"))

        let wrong = zip(words, stems).filter { GermanStemmer.stem($0) != $1 }

        #expect(words.count == 35_033)
        #expect(stems.count == words.count)
        #expect(wrong.map(\.0).isEmpty)
    }
}
