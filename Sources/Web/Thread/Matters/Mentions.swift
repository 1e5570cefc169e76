// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// The public matters that a page names, with their texts in the reader's language. What is not public has no name
/// here.
struct Mentions: Sendable {
    let texts: ProgrammeTexts
    private let matters: [String: MatterSummary]

    /// Two statements at most, however many matters a page names.
    static func load(
        _ ids: [String?], _ programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> Mentions {
        let ids = Set(ids.compactMap { $0 }).sorted()
        let found = ids.isEmpty ? [] : try MatterSummary.list(ids, in: programme, db)
        return Mentions(
            texts: try ProgrammeTexts(for: context.language, of: ids, in: programme, db),
            matters: Dictionary(found.map { ($0.id, $0) }) { first, _ in first })
    }

    func matter(_ id: String?) -> MatterSummary? {
        id.flatMap { matters[$0] }
    }

    /// What a matter is called; nil for what is not public or has no title.
    func title(_ id: String?) -> ProgrammeText? {
        guard let matter = matter(id), let title = matter.title else { return nil }
        return texts.title(of: matter.id, or: title)
    }

    func link(_ id: String?, in context: SiteContext) -> String? {
        matter(id).flatMap(MatterPaths.show).map { context.links.to($0) }
    }

    /// The matter as a value of a Steckbrief, with its link.
    func value(_ id: String?, in context: SiteContext) -> Facts.Value? {
        guard let title = title(id) else { return nil }
        return Facts.Value(text: title.text, link: link(id, in: context), language: title.language)
    }

    /// The matter as a line of a list.
    func row(_ id: String, facts: [String] = [], text: String? = nil, in context: SiteContext) -> ListRow? {
        guard let matter = matter(id), let link = link(id, in: context) else { return nil }
        let words = title(id)
        let number = matter.number.map { context.word(kind: matter.kind) + "\u{A0}" + context.notation.number($0) }
        return ListRow(
            title: words?.text ?? number ?? context.word(kind: matter.kind), link: link, text: text,
            facts: [number].compactMap { $0 } + facts,
            badge: (matter.outcome ?? matter.state).map { context.badge(state: $0) }, language: words?.language)
    }
}

extension Facts.Value {
    init(_ text: ProgrammeText) {
        self.init(text: text.text, link: nil, language: text.language)
    }
}

extension ProgrammeTexts {
    /// A text without versions as a value of a Steckbrief.
    func value(_ text: String?) -> Facts.Value? {
        text.map { Facts.Value(original($0)) }
    }
}

extension Facts.Entry {
    /// "keine Angabe" where nothing is known.
    init(_ term: String, _ value: Facts.Value?, orElse unknown: String, explanation: String? = nil) {
        self.init(term, [value ?? Facts.Value(text: unknown, link: nil)], explanation: explanation)
    }
}
