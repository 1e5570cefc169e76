// SPDX-License-Identifier: EUPL-1.2

/// Reads a query piece by piece and sorts what it finds.
struct QueryParser {
    private(set) var wanted: [SearchQuery.Clause] = []
    private(set) var unwanted: [SearchQuery.Clause] = []
    private(set) var ignored: [SearchQuery.Ignored] = []
    private let pieces: [QueryPiece]
    private let whileTyping: Bool
    private var words = 0

    init(_ text: String, whileTyping: Bool) {
        pieces = QueryPiece.pieces(of: text)
        self.whileTyping = whileTyping && text.last?.isWhitespace == false
    }

    mutating func read() {
        for (index, piece) in pieces.enumerated() {
            let terms = GermanText.terms(of: piece.text)
            if piece.isPhrase, terms.count > 1 {
                addPhrase(terms, of: piece)
            } else {
                add(terms, of: piece, isBeingTyped: whileTyping && index == pieces.count - 1)
            }
        }
    }

    private mutating func addPhrase(_ terms: [Term], of piece: QueryPiece) {
        if words + terms.count <= SearchQuery.mostWords {
            words += terms.count
            add(.phrase(terms.map(\.stem)), of: piece)
        } else {
            ignored.append(.init(text: String(piece.text.prefix(GermanText.longestWord)), reason: .tooMany))
        }
    }

    private mutating func add(_ terms: [Term], of piece: QueryPiece, isBeingTyped: Bool) {
        for (index, term) in terms.enumerated() {
            let isBeginning = (piece.isBeginning || isBeingTyped) && index == terms.count - 1
            let mayBeIgnored = !isBeginning && !piece.isPhrase && !piece.isUnwanted
            if words == SearchQuery.mostWords {
                ignored.append(.init(text: String(piece.text[term.range]), reason: .tooMany))
            } else if term.isStopWord, mayBeIgnored {
                ignored.append(.init(text: String(piece.text[term.range]), reason: .stopWord))
            } else {
                words += 1
                add(isBeginning ? .prefix(term.word) : .word(stem: term.stem, word: term.word), of: piece)
            }
        }
    }

    private mutating func add(_ clause: SearchQuery.Clause, of piece: QueryPiece) {
        if piece.isUnwanted {
            if !unwanted.contains(where: { $0.means(clause) }) { unwanted.append(clause) }
        } else {
            if !wanted.contains(where: { $0.means(clause) }) { wanted.append(clause) }
        }
    }
}

extension SearchQuery.Clause {
    /// Whether both find the same texts.
    fileprivate func means(_ other: Self) -> Bool {
        if case .word(let stem, _) = self, case .word(let otherStem, _) = other { return stem == otherStem }
        return self == other
    }
}

/// What stands between spaces or between quotation marks.
struct QueryPiece: Equatable {
    var text: String
    var isPhrase = false
    /// It began with a minus.
    var isUnwanted = false
    /// It ended with a star.
    var isBeginning = false

    static func pieces(of text: String) -> [QueryPiece] {
        let characters = Array(text)
        var pieces: [QueryPiece] = []
        var index = 0
        while index < characters.count {
            if characters[index].isWhitespace {
                index += 1
            } else {
                pieces.append(piece(of: characters, at: &index))
            }
        }
        return pieces
    }

    private static func piece(of characters: [Character], at index: inout Int) -> QueryPiece {
        var piece = QueryPiece(text: "")
        if isMinus(characters[index]), index + 1 < characters.count, !characters[index + 1].isWhitespace {
            piece.isUnwanted = true
            index += 1
        }
        if isQuotationMark(characters[index]) {
            index += 1
            if let end = characters[index...].firstIndex(where: isQuotationMark) {
                piece.text = String(characters[index..<end])
                piece.isPhrase = true
                index = end + 1
            }
            // A mark without its partner means nothing; the words behind it are read as words.
            return piece
        }
        let end = characters[index...].firstIndex { $0.isWhitespace || isQuotationMark($0) } ?? characters.count
        piece.text = String(characters[index..<end])
        piece.isBeginning = characters[end - 1] == "*"
        index = end
        return piece
    }

    private static func isMinus(_ character: Character) -> Bool {
        character == "-" || character == "−" || character == "–"
    }

    private static func isQuotationMark(_ character: Character) -> Bool {
        switch character {
        case "\"", "„", "“", "”", "«", "»": true
        default: false
        }
    }
}
