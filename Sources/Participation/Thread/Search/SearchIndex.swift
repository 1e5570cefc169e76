// SPDX-License-Identifier: EUPL-1.2

import Insight

/// The index of one programme as a whole.
struct SearchIndex: Equatable, Sendable {
    let number: Int64
    /// Drawn by lot when the index was made.
    let identity: String
    /// How its lists were made; see `currentForm`.
    let form: String
    /// How often it has been changed since it was made.
    var changes: Int
    var nextDocument: Int
    var documents: Int
    /// How many words that are not stop words all documents have together.
    var words: Int

    /// What follows from the way texts are taken apart and lists are packed. An index with another form is made anew.
    static let currentForm: String = {
        let trial = "Größere Straßenbäume & Radschnellwege: der Bürger*innen-Entwurf vom 5.11.2019, „Häuser“ e-mobil"
        let terms = GermanText.terms(of: trial).map { "\($0.position) \($0.word) \($0.stem)" }
        return Digest.make((["1"] + AttributeBlock.kinds.map(\.rawValue) + terms).joined(separator: "\n"))
    }()

    mutating func add(_ attributes: SearchAttributes) {
        documents += 1
        words += attributes.words
    }

    mutating func remove(_ attributes: SearchAttributes) {
        documents -= 1
        words -= attributes.words
    }
}
