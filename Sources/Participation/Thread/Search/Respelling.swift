// SPDX-License-Identifier: EUPL-1.2

import Insight

/// A typed text in which single words give way to likelier ones; everything else stays as it was typed.
struct Respelling {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The text with the nearest word for each of the unknown ones; where only one is unknown, up to three texts.
    /// - Parameter near: the words of the index near a misspelled one, the likeliest first
    func texts(replacing unknown: [String], near: (String) -> [Suggestions.Word]) -> [String] {
        var choices: [String: [String]] = [:]
        for word in unknown { choices[word] = near(word).map(\.written) }
        let most = unknown.count == 1 ? choices.values.map(\.count).max() ?? 0 : 1
        var texts: [String] = []
        for choice in 0..<max(most, 0) {
            let respelled = respelled { word in
                choices[word].flatMap { $0.isEmpty ? nil : $0[min(choice, $0.count - 1)] }
            }
            if respelled != text, !texts.contains(respelled) { texts.append(respelled) }
        }
        return texts
    }

    private func respelled(_ replacement: (String) -> String?) -> String {
        var result = ""
        var rest = text.startIndex
        for term in GermanText.terms(of: text) {
            guard let word = replacement(term.word) else { continue }
            result += text[rest..<term.range.lowerBound] + word
            rest = term.range.upperBound
        }
        return result + text[rest...]
    }
}
