// SPDX-License-Identifier: EUPL-1.2

import Insight
import Participation

/// One hit: what it is, its title and the paragraph that shows best why it was found, words marked.
struct SearchHitRow: Sendable {
    /// "Idee 12"; nil where that is all there is for a title.
    let kind: String?
    let date: String?
    let link: String
    let title: [Piece]
    let titleLanguage: String?
    let excerpt: Excerpt?
    /// The matter on whose page it stands.
    let owner: String?
    let ownerLanguage: String?
    let badge: Badge?

    struct Excerpt: Sendable {
        let pieces: [Piece]
        let language: String?
    }

    /// A run of text, either marked or plain.
    struct Piece: Sendable {
        let plain: String?
        let marked: String?

        init(_ text: String, isMarked: Bool = false) {
            plain = isMarked ? nil : text
            marked = isMarked ? text : nil
        }
    }

    static let sample = SearchHitRow(
        kind: "Idee 12", date: "5. November 2019", link: "/ideen/12",
        title: [Piece("Mehr "), Piece("Radwege", isMarked: true)], titleLanguage: "de",
        excerpt: Excerpt(pieces: [Piece("… ein "), Piece("Radweg", isMarked: true)], language: "de"),
        owner: "Themenforum 3", ownerLanguage: "de", badge: .sample)
}

extension SearchHitRow {
    /// Nil for what is not public any more.
    init?(_ hit: SearchHit, _ findings: SearchFindings, in context: SiteContext) {
        let mentions = findings.mentions
        guard let matter = mentions.matter(hit.id) else { return nil }
        let marking = findings.answer.marking
        let ownerTitle = mentions.title(hit.owner)
        let isNameless = Self.isItsText(matter.kind) || mentions.title(hit.id) == nil
        kind = isNameless ? nil : context.quotation(of: matter)
        date = matter.datedOn.map { context.notation.date($0) }
        link = Self.link(matter, owner: hit.owner, mentions, in: context)
        badge = (matter.outcome ?? matter.state).map { context.badge(state: $0) }
        if isNameless {
            title = [Piece(context.quotation(of: matter))]
            titleLanguage = nil
        } else {
            let words = mentions.title(hit.id)
            title = Self.pieces(Snippet(of: words?.text ?? "", for: marking, length: 160))
            titleLanguage = words?.language
        }
        owner = ownerTitle?.text
        ownerLanguage = ownerTitle?.language
        excerpt = hit.passage.flatMap { passage in
            let snippet = Snippet(of: passage, for: marking)
            guard Self.tells(snippet, of: passage) else { return nil }
            return Excerpt(pieces: Self.pieces(snippet), language: Self.language(hit.language, in: context))
        }
    }

    /// A single word, such as an official code, says nothing unless it is what somebody looked for.
    private static func tells(_ snippet: Snippet, of passage: String) -> Bool {
        passage.contains(where: \.isWhitespace) || snippet.pieces.contains { $0.isMarked }
    }

    /// Kinds whose words are all they have: their text is no title.
    private static func isItsText(_ kind: MatterKind) -> Bool {
        switch kind {
        case .remark, .point, .duty: true
        default: false
        }
    }

    private static func link(
        _ matter: MatterSummary, owner: String?, _ mentions: Mentions, in context: SiteContext
    ) -> String {
        let path = MatterPaths.show(matter) ?? mentions.matter(owner).flatMap(MatterPaths.show) ?? list(matter.kind)
        return context.links.to(path)
    }

    /// Where the public reads of a matter that has no page and belongs to none.
    private static func list(_ kind: MatterKind) -> String {
        switch kind {
        case .district: "/kommunen"
        case .paper: "/beschluesse"
        case .call: "/partnerprojekte"
        case .duty: "/pflichten"
        case .office: "/ressorts"
        default: MatterPaths.list(kind) ?? "/"
        }
    }

    private static func pieces(_ snippet: Snippet) -> [Piece] {
        var pieces = snippet.pieces.map { Piece($0.text, isMarked: $0.isMarked) }
        if snippet.isCutBefore { pieces.insert(Piece("… "), at: 0) }
        if snippet.isCutAfter { pieces.append(Piece(" …")) }
        return pieces
    }

    /// The language of the passage, where it is not that of the page.
    private static func language(_ language: TextLanguage?, in context: SiteContext) -> String? {
        let passage = language == .english ? Language.english : .german
        return passage == context.language ? nil : passage.rawValue
    }
}
