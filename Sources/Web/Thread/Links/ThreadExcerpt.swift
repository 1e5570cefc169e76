// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// "Woher? Was wurde daraus?": one step of the thread each way, for the page of any matter. Template `Links/excerpt`.
struct ThreadExcerpt: Sendable {
    let origins: [Line]
    let results: [Line]
    /// The whole thread.
    let link: String?

    struct Line: Sendable {
        /// "Idee 8"; nil for a group, whose title says it.
        let kind: String?
        let title: String
        let language: String?
        let link: String?
        /// How it hangs together with the matter of the page: "wurde aufgegriffen in · Juli 2019".
        let relation: String
        let badge: Badge?
        let notes: [ProgrammeText]
    }

    static let sample = ThreadExcerpt(
        origins: [
            Line(
                kind: "Idee 8", title: "Anlaufstellen für Schwangere", language: "de", link: "/ideen/8",
                relation: "daraus wurde dies", badge: .sample, notes: [.sample])
        ],
        results: [
            Line(
                kind: "Meilenstein", title: "Start der ersten Zentrale", language: "de", link: "/projekte/3",
                relation: "erreichte", badge: .sample, notes: [.sample])
        ], link: "/faden/projekt/3")

    /// Reads the neighbours of a public matter; the number of statements does not depend on how many there are.
    static func load(
        _ matter: String, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> ThreadExcerpt? {
        guard let start = try MatterSummary.list([matter], in: programme, db).first else { return nil }
        let thread = try RedThread.load(from: start, depth: 1, in: programme, db)
        let wording = try ThreadWording(thread, in: programme, context, db)
        return ThreadExcerpt(
            origins: thread.origins.flatMap { lines(of: $0, .linkKindHere, wording) },
            results: thread.results.flatMap { lines(of: $0, .linkKind, wording) }, link: wording.threadLink(to: start))
    }

    private static func lines(
        of level: ThreadLevel, _ words: WordSet, _ wording: ThreadWording
    ) -> [Line] {
        level.steps.map { step in
            let title = wording.title(of: step.matter)
            let reason = wording.reason(step.reason, of: step.matter.id)
            return Line(
                kind: wording.kind(of: step.matter), title: title.text, language: title.language,
                link: wording.link(to: step.matter),
                relation: step.edges.map { wording.relation($0.kind, words) + wording.details($0) }.joined(
                    separator: "; "),
                badge: wording.badge(of: step.matter),
                notes: step.edges.compactMap(\.note).map { wording.note($0) } + [reason].compactMap { $0 })
        }
            + level.groups.map { group in
                Line(
                    kind: nil, title: wording.title(of: group),
                    language: nil, link: wording.link(to: group),
                    relation: wording.relation(group.link, words), badge: nil, notes: [])
            }
    }
}
