// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// How the pages speak of what stands on the thread: titles, kinds, links and the words between them.
struct ThreadWording: Sendable {
    let context: SiteContext
    private let texts: ProgrammeTexts
    private let matters: [String: MatterSummary]

    init(_ thread: RedThread, in programme: String, _ context: SiteContext, _ db: Connection) throws {
        self.context = context
        texts = try ProgrammeTexts(for: context.language, of: thread.matters, in: programme, db)
        var matters = [thread.start.id: thread.start]
        for level in thread.origins + thread.results {
            for matter in level.steps.map(\.matter) + level.groups.flatMap(\.matters) { matters[matter.id] = matter }
        }
        for step in thread.related { matters[step.matter.id] = step.matter }
        self.matters = matters
    }

    /// What a matter is called; one without a documented title is named by kind and number.
    func title(of matter: MatterSummary) -> ProgrammeText {
        guard let title = matter.title else {
            let words = [context.word(kind: matter.kind), matter.number.map { context.notation.number($0) }]
            return ProgrammeText(text: words.compactMap { $0 }.joined(separator: " "), language: nil)
        }
        return texts.title(of: matter.id, or: title)
    }

    /// "Idee 8"
    func kind(of matter: MatterSummary) -> String {
        let number = matter.number.map { "\u{A0}" + context.notation.number($0) }
        return context.word(kind: matter.kind) + (number ?? "")
    }

    func reason(_ reason: ThreadReason?, of matter: String) -> ProgrammeText? {
        reason.map { texts.text($0.field, of: matter, or: $0.text) }
    }

    /// A remark on a step, which has no versions in other languages.
    func note(_ text: String) -> ProgrammeText {
        texts.original(text)
    }

    func link(to matter: MatterSummary) -> String? {
        MatterPaths.show(matter).map { context.links.to($0) }
    }

    func threadLink(to matter: MatterSummary) -> String? {
        MatterPaths.thread(matter).map { context.links.to($0) }
    }

    func badge(of matter: MatterSummary) -> Badge? {
        (matter.outcome ?? matter.state).map { context.badge(state: $0) }
    }

    func phase(of kind: MatterKind) -> String {
        kind.phase.rawValue
    }

    /// "führte zu"
    func relation(_ kind: LinkKind, _ words: WordSet = .linkKind) -> String {
        context.word(words, kind.rawValue)
    }

    /// " (5. November 2019, nur aus einer Quelle)"; empty where there is nothing to add.
    func details(_ edge: ThreadEdge) -> String {
        let date = edge.effectiveOn.map { context.notation.date($0) }
        let parts = [date, context.hint(confidence: edge.confidence)].compactMap { $0 }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// The title of the other end of an edge, in quotation marks and not too long.
    func quoted(_ id: String) -> String {
        guard let matter = matters[id] else { return context.text("links.unnamed") }
        return context.text("links.quoted", ["title": Self.shortened(title(of: matter).text, to: 60)])
    }

    /// Cut at the end of a word.
    static func shortened(_ text: String, to length: Int) -> String {
        guard text.count > length else { return text }
        let start = text.prefix(length)
        let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return cut + "…"
    }

    /// "43 Projekte"
    func title(of group: ThreadGroup) -> String {
        context.notation.number(group.count) + "\u{A0}" + context.word(.matterKinds, group.kind.rawValue)
    }

    /// The list that shows all of a group, where a list can be narrowed to them.
    func link(to group: ThreadGroup) -> String? {
        guard let near = matters[group.near], let number = near.number else { return nil }
        switch (near.kind, group.kind) {
        case (.project, .milestone): return context.links.to("/projekte/\(number)#meilensteine")
        case (.project, .report): return context.links.to("/projekte/\(number)#berichte")
        case (.forum, .idea), (.forum, .proposal), (.forum, .project):
            return MatterPaths.list(group.kind).map { context.links.to($0, ["forum": String(number)]) }
        default: return nil
        }
    }
}

extension MatterKind {
    /// The phase of the programme whose colour and sign a matter carries on the thread.
    var phase: Tone {
        switch self {
        case .forum, .activity, .event, .idea, .remark: .listening
        case .consultation, .proposal, .statement, .point, .sitting, .paper, .decision, .board: .deciding
        case .project, .milestone, .report, .funding, .call, .application, .lesson: .acting
        case .programme, .phase, .pillar, .field, .goal, .indicator, .district, .municipality, .ministry,
            .organisation, .office, .document, .textVersion, .timelineEntry, .statusReport, .duty, .link:
            .quiet
        }
    }
}
