// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The thread of one matter: everything before it above, everything after it below, and the same as a picture.
struct ThreadPage: Page {
    static let template = "Links/show"
    let heading: String
    let headingLanguage: String?
    let kind: String
    let badge: Badge?
    let date: String?
    let reason: ProgrammeText?
    /// The page of the matter itself.
    let link: String?
    let linkLabel: String
    let phase: String
    let picture: RiverPictures?
    let origins: [ThreadStepValue]
    let results: [ThreadStepValue]
    let related: Related?
    let isShortened: Bool
    let headTitle: String
    let crumbs: [Crumb]

    /// What hangs together with the start without being its origin or result.
    struct Related: Sendable {
        let rows: [ListRow]
    }

    var head: PageHead { PageHead(title: headTitle, crumbs: crumbs) }

    static let sample = ThreadPage(
        heading: "Hebammenzentralen", headingLanguage: "de", kind: "Projekt 23", badge: .sample, date: "2019",
        reason: .sample, link: "/projekte/23", linkLabel: "Zum Projekt",
        phase: "acting", picture: .sample, origins: [.sample], results: [.sample],
        related: Related(rows: [.sample]), isShortened: true,
        headTitle: "Roter Faden", crumbs: [])
}

/// One step of the thread in words.
struct ThreadStepValue: Sendable {
    let phase: String
    let kind: String
    let title: String
    let language: String?
    let link: String?
    let threadLink: String?
    let date: String?
    let badge: Badge?
    /// How it is tied to what is nearer, each as a sentence.
    let relations: [String]
    let notes: [ProgrammeText]
    let reason: ProgrammeText?
    let members: Members?

    /// What a group consists of, folded away.
    struct Members: Sendable {
        let rows: [Member]
        let more: String?
    }

    struct Member: Sendable {
        let title: String
        let language: String?
        let link: String?
    }

    static let sample = ThreadStepValue(
        phase: "listening", kind: "Idee 8", title: "Anlaufstellen für Schwangere", language: "de", link: "/ideen/8",
        threadLink: "/faden/idee/8", date: "14. Mai 2018", badge: .sample, relations: ["wurde zu „Hebammenzentralen“"],
        notes: [.sample], reason: .sample,
        members: Members(
            rows: [Member(title: "ÖPNV-Initiative", language: "de", link: "/projekte/1")], more: "Und 3 weitere."))
}

extension ThreadPage {
    init(_ thread: RedThread, _ wording: ThreadWording) {
        let context = wording.context
        let title = wording.title(of: thread.start)
        heading = title.text
        headingLanguage = title.language
        kind = wording.kind(of: thread.start)
        badge = wording.badge(of: thread.start)
        date = thread.start.datedOn.map { context.notation.date($0) }
        reason = wording.reason(thread.reason, of: thread.start.id)
        link = wording.link(to: thread.start)
        linkLabel = context.text("links.show.back", ["kind": kind])
        phase = wording.phase(of: thread.start.kind)
        picture = RiverPictures(thread, wording)
        origins = thread.origins.reversed().flatMap { ThreadStepValue.list($0, .origins, wording) }
        results = thread.results.flatMap { ThreadStepValue.list($0, .results, wording) }
        related = thread.related.isEmpty ? nil : Related(rows: thread.related.map { ListRow($0, wording) })
        isShortened = thread.isShortened
        headTitle = context.text("links.show.page-title", ["title": "\(kind), \(title.text)"])
        let overview = Crumb(label: context.text("links.overview.heading"), link: context.links.to("/faden"))
        crumbs = [overview]
    }
}

extension ListRow {
    /// Something that hangs together with the matter of the page.
    init(_ step: ThreadStep, _ wording: ThreadWording) {
        let title = wording.title(of: step.matter)
        self.init(
            title: title.text,
            link: wording.threadLink(to: step.matter) ?? wording.link(to: step.matter)
                ?? wording.context.links.to("/faden"),
            text: step.edges.compactMap(\.note).first,
            facts: [wording.kind(of: step.matter)]
                + step.edges.compactMap { wording.context.hint(confidence: $0.confidence) },
            badge: wording.badge(of: step.matter), language: title.language)
    }
}

extension ThreadStepValue {
    static func list(
        _ level: ThreadLevel, _ direction: ThreadDirection, _ wording: ThreadWording
    ) -> [ThreadStepValue] {
        level.steps.map { ThreadStepValue($0, direction, wording) }
            + level.groups.map { ThreadStepValue($0, direction, wording) }
    }

    private init(_ step: ThreadStep, _ direction: ThreadDirection, _ wording: ThreadWording) {
        let name = wording.title(of: step.matter)
        phase = wording.phase(of: step.matter.kind)
        kind = wording.kind(of: step.matter)
        title = name.text
        language = name.language
        link = wording.link(to: step.matter)
        threadLink = wording.threadLink(to: step.matter)
        date = step.matter.datedOn.map { wording.context.notation.date($0) }
        badge = wording.badge(of: step.matter)
        relations = step.edges.map {
            let near = direction == .origins ? $0.to : $0.from
            return Self.sentence($0.kind, near: near, direction, wording) + wording.details($0)
        }
        notes = step.edges.compactMap(\.note).map { wording.note($0) }
        reason = wording.reason(step.reason, of: step.matter.id)
        members = nil
    }

    private init(_ group: ThreadGroup, _ direction: ThreadDirection, _ wording: ThreadWording) {
        phase = wording.phase(of: group.kind)
        kind = wording.context.word(.matterKinds, group.kind.rawValue)
        title = wording.title(of: group)
        language = nil
        link = wording.link(to: group)
        threadLink = nil
        date = nil
        badge = nil
        relations = [Self.sentence(group.link, near: group.near, direction, wording)]
        notes = []
        reason = nil
        let rest = group.count - Int64(group.matters.count)
        members = Members(
            rows: group.matters.map { matter in
                let name = wording.title(of: matter)
                return Member(
                    title: name.text, language: name.language,
                    link: wording.threadLink(to: matter) ?? wording.link(to: matter))
            }, more: rest > 0 ? wording.context.text("links.group.more", count: rest) : nil)
    }

    /// What came before stands in front of the words, what came after behind them.
    private static func sentence(
        _ link: LinkKind, near: String, _ direction: ThreadDirection, _ wording: ThreadWording
    ) -> String {
        let title = wording.quoted(near)
        let words = wording.relation(link)
        return direction == .origins ? "\(words) \(title)" : "\(title) \(words)"
    }
}
