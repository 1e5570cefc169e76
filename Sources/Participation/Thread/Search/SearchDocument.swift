// SPDX-License-Identifier: EUPL-1.2

import Insight

/// A paragraph of a document, as it is shown in an excerpt.
struct SearchPassage: Equatable, Sendable {
    /// The position of its first word in the document.
    let position: Int
    let language: TextLanguage?
    let text: String

    /// Where the parts of a document begin: first the title, then names it is found under, then its texts.
    static let namesStart = 128
    static let bodyStart = 256
    /// Paragraphs that are longer are divided, so that an excerpt needs no long text.
    static let longest = 4000
    /// A phrase does not reach from one paragraph into the next.
    static let gap = 2
}

/// A word of a document at its position.
struct PlacedWord: Sendable {
    let term: Term
    let written: String
    let position: Int
}

extension SearchPassage {
    /// The words of the passage; those of a title or of names end where the next part begins.
    var words: [PlacedWord] {
        let end = position < Self.namesStart ? Self.namesStart : position < Self.bodyStart ? Self.bodyStart : .max
        return GermanText.terms(of: text).compactMap { term in
            let place = position + term.position
            guard place < min(end - 1, PlaceList.lastPosition) else { return nil }
            return PlacedWord(term: term, written: String(text[term.range]), position: place)
        }
    }
}

/// A matter with its number in the index and the numbers of what it is filtered by.
struct NumberedMatter: Sendable {
    let matter: SearchableMatter
    let number: Int
    /// Without the words, which are counted when the texts are taken apart.
    let attributes: SearchAttributes

    /// - Parameter numbers: the documents of all matters, by their ids
    init(_ matter: SearchableMatter, numbers: [String: Int]) {
        self.matter = matter
        number = numbers[matter.id] ?? 0
        attributes = SearchAttributes(
            kind: matter.reference.kind, day: SearchAttributes.day(matter.day), words: 0,
            field: matter.field.flatMap { numbers[$0] } ?? 0,
            municipalities: matter.municipalities.compactMap { numbers[$0] })
    }

    /// Tells whether what the index holds of the matter is still right.
    var digest: String {
        let texts = matter.texts.map { "\($0.language?.rawValue ?? "") \($0.text)" }
        let numbers = [attributes.day, attributes.field] + attributes.municipalities
        let parts = [matter.title ?? "", matter.owner ?? ""] + matter.names + numbers.map { String($0) } + texts
        return Digest.make(parts.joined(separator: "\u{0}"))
    }
}

/// A matter taken apart for the index.
struct SearchDocument: Sendable {
    let number: Int
    let id: String
    let owner: String?
    let digest: String
    var passages: [SearchPassage] = []
    var words: [PlacedWord] = []
    var attributes: SearchAttributes

    init(_ matter: NumberedMatter) {
        number = matter.number
        id = matter.matter.id
        owner = matter.matter.owner
        digest = matter.digest
        attributes = matter.attributes
        let matter = matter.matter
        if let title = matter.title { _ = add(title, at: 0, language: nil) }
        if !matter.names.isEmpty {
            _ = add(matter.names.joined(separator: " · "), at: SearchPassage.namesStart, language: nil)
        }
        var position = SearchPassage.bodyStart
        for text in matter.texts {
            for paragraph in Self.paragraphs(of: text.text) {
                let count = add(paragraph, at: position, language: text.language)
                position += count + SearchPassage.gap
            }
        }
    }

    /// Adds a passage and tells how many words it has. Names do not make a document longer.
    private mutating func add(_ text: String, at position: Int, language: TextLanguage?) -> Int {
        let passage = SearchPassage(position: position, language: language, text: text)
        let found = passage.words
        passages.append(passage)
        words += found
        if position < SearchPassage.namesStart || position >= SearchPassage.bodyStart {
            attributes.words += found.count { !$0.term.isStopWord }
        }
        return found.count
    }

    /// The lines of a text that are not empty, long ones divided between two words.
    static func paragraphs(of text: String) -> [String] {
        var paragraphs: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var rest = line[...]
            while rest.utf8.count > SearchPassage.longest {
                let most = rest.prefix(SearchPassage.longest)
                let cut = most.lastIndex(where: \.isWhitespace) ?? most.endIndex
                paragraphs.append(String(rest[..<cut]))
                rest = rest[cut...]
                if cut == most.endIndex, rest.isEmpty { break }
            }
            if rest.contains(where: { !$0.isWhitespace }) { paragraphs.append(String(rest)) }
        }
        return paragraphs
    }
}
