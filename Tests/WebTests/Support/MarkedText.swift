// SPDX-License-Identifier: EUPL-1.2

/// The text of a page, piece by piece, each with the language that its nearest `lang` gives it. Titles of windows and
/// drawings are left out: they join words of the interface and names, and the tables behind the drawings mark each.
struct MarkedText {
    struct Piece {
        let text: String
        let language: String
    }

    let pieces: [Piece]

    private static let void: Set<String> = [
        "meta", "link", "input", "br", "hr", "img", "path", "rect", "circle", "line", "polygon", "polyline", "use",
    ]
    private static let silent: Set<String> = ["script", "style", "title"]

    init(_ html: String) {
        var pieces: [Piece] = []
        var open: [(name: String, language: String)] = [("", "")]
        var rest = html[...]
        while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
            Self.add(rest[..<start], in: open, to: &pieces)
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let name = String(tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }).lowercased()
            if tag.hasPrefix("/") {
                if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
            } else if !tag.hasPrefix("!"), !tag.hasSuffix("/"), !Self.void.contains(name) {
                let language = tag.firstMatch(of: #/\slang="([^"]*)"/#).map { String($0.1) }
                open.append((name, language ?? open[open.count - 1].language))
            }
        }
        self.pieces = pieces
    }

    private static func add(
        _ text: Substring, in open: [(name: String, language: String)], to pieces: inout [Piece]
    ) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        guard !words.isEmpty, !open.contains(where: { silent.contains($0.name) }) else { return }
        pieces.append(Piece(text: words, language: open[open.count - 1].language))
    }
}
