// SPDX-License-Identifier: EUPL-1.2

/// German text as search sees it: a row of words, told apart by anything that is neither letter nor digit.
public enum GermanText {
    /// Letters of one word that count; what follows is not looked at. Names of chemicals and pasted rubbish end here.
    public static let longestWord = 200

    /// The words of a text in its order. “Haus-Bau”, addresses and numbers with points give their parts;
    /// “Bürger*innen” and “Bürger:innen” are one word, as spoken.
    public static func terms(of text: String) -> [Term] {
        var reader = WordReader(text)
        var terms: [Term] = []
        while let word = reader.next() {
            terms.append(term(word, position: terms.count))
        }
        return terms
    }

    static func term(_ written: WrittenWord, position: Int) -> Term {
        let (letters, stem) = GermanStemmer.wordAndStem(written.letters)
        let word = String(letters)
        return Term(
            word: word, stem: stem.count == letters.count ? word : String(stem), position: position,
            range: written.range, isStopWord: StopWords.contains(word))
    }
}
