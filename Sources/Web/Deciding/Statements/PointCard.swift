// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One point of a statement with its published answer. Template `Statements/point`.
struct PointCard: Sendable {
    let anchor: String
    /// "Punkt 2"
    let label: String
    /// "Anregung"
    let kind: String
    /// Who said it; nil on the page of the statement itself.
    let sender: Link?
    /// The paragraph it speaks of.
    let reference: Link?
    /// "Wortlaut" or "Zusammenfassung"
    let manner: String
    let text: ProgrammeText
    let answer: Answer?
    /// Said while the answer is not published.
    let pending: String?

    struct Link: Sendable {
        let text: String
        let link: String?
    }

    struct Answer: Sendable {
        let badge: Badge?
        let assessment: ProgrammeText?
        let change: Change?
        /// Who answered, when.
        let about: String?
    }

    struct Change: Sendable {
        let language: String?
        let runs: [DiffRun]
    }

    static let sample = PointCard(
        anchor: "punkt-2", label: "Punkt 2", kind: "Anregung",
        sender: Link(text: "Neuenfeld", link: "/stellungnahmen/1#punkt-2"),
        reference: Link(text: "Vorschlag 1, Absatz 2 in Fassung 1", link: "/vorschlaege/1/fassungen/1#a2"),
        manner: "Wortlaut", text: .sample,
        answer: Answer(
            badge: .sample, assessment: .sample, change: Change(language: "de", runs: [.sample]),
            about: "Referat Bus und Bahn · 18. Dezember 2024"),
        pending: "Die Antwort ist noch nicht veröffentlicht.")
}

/// What a row of points needs to know of proposals: their numbers and the labels of their paragraphs.
struct PointWording {
    let mentions: Mentions
    let labels: [Proposal.ParagraphLabel]
    let context: SiteContext

    static func load(
        _ points: [Point], _ mentions: Mentions, _ context: SiteContext, _ db: Connection
    ) throws -> PointWording {
        let proposals = Set(points.compactMap(\.proposalID)).sorted()
        return PointWording(
            mentions: mentions, labels: try Proposal.paragraphLabels(of: proposals, db), context: context)
    }

    /// - Parameter isAlone: on the page of its own statement, where the sender need not be named
    func card(_ point: Point, isAlone: Bool) -> PointCard {
        let statement = "/stellungnahmen/\(point.statementNumber)#punkt-\(point.label)"
        return PointCard(
            anchor: isAlone ? "punkt-\(point.label)" : "s\(point.statementNumber)-punkt-\(point.label)",
            label: context.text("statements.point.label", ["label": point.label]),
            kind: context.word(.pointKind, point.kind.rawValue),
            sender: isAlone
                ? nil
                : PointCard.Link(
                    text: point.sender ?? context.text("design.unknown"), link: context.links.to(statement)),
            reference: reference(point),
            manner: context.text(
                point.isQuotation ? "statements.point.quotation" : "statements.point.summary"),
            text: mentions.texts.original(point.text), answer: point.answer.map { answer($0) },
            pending: point.answer == nil ? context.text("statements.point.pending") : nil)
    }

    private func reference(_ point: Point) -> PointCard.Link? {
        if let field = point.heardField {
            return PointCard.Link(text: context.text("statements.entry.heard-field", ["name": field]), link: nil)
        }
        guard let proposal = mentions.matter(point.proposalID), let number = proposal.number else { return nil }
        let name = context.text("proposals.number", ["number": context.notation.number(number)])
        guard let version = point.version else {
            return PointCard.Link(text: name, link: mentions.link(proposal.id, in: context))
        }
        let label = labels.first {
            $0.proposalID == proposal.id && $0.version == version && $0.lineage == point.paragraph
        }?.label
        let path = "/vorschlaege/\(number)/fassungen/\(version)"
        let values: KeyValuePairs = ["proposal": name, "version": String(version), "label": label ?? ""]
        return PointCard.Link(
            text: context.text(
                label == nil ? "statements.point.on-version" : "statements.point.on-paragraph", values),
            link: context.links.to(path) + (label == nil ? "" : "#\(point.paragraph ?? "")"))
    }

    private func answer(_ answer: Point.Answer) -> PointCard.Answer {
        let about = [answer.office, answer.publishedOn.map { context.notation.date($0) }].compactMap { $0 }
        return PointCard.Answer(
            badge: answer.outcome.map { context.badge(state: $0) },
            assessment: answer.assessment.map { mentions.texts.original($0) },
            change: change(from: answer.changeOld, to: answer.changeNew),
            about: about.isEmpty ? nil : about.joined(separator: " · "))
    }

    private func change(from old: String?, to new: String?) -> PointCard.Change? {
        guard old != nil || new != nil else { return nil }
        return PointCard.Change(
            language: mentions.texts.original("").language,
            runs: WordDiff.runs(from: old ?? "", to: new ?? "").map(DiffRun.init))
    }
}
