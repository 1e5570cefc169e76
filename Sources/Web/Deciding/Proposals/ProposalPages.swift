// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One proposal: its current version, what was said about it, what was decided.
struct ProposalPage: Page {
    static let template = "Proposals/show"
    let frame: MatterFrame
    let text: ProposalText?
    let outcomes: Section?
    let sections: [Section]
    let remarks: RemarkList?

    var head: PageHead { frame.head }

    static let sample = ProposalPage(
        frame: .sample, text: .sample, outcomes: .sample, sections: [.sample], remarks: .sample)
}

/// A version as it is read: numbered paragraphs that can be linked to. Template `Proposals/text`.
struct ProposalText: Sendable {
    let heading: String
    let about: String?
    let changeNote: ProgrammeText?
    let paragraphs: [Paragraph]

    struct Paragraph: Sendable {
        let anchor: String
        let label: String
        let text: ProgrammeText
    }

    static let sample = ProposalText(
        heading: "Fassung 2", about: "veröffentlicht am 10. September 2024", changeNote: .sample,
        paragraphs: [Paragraph(anchor: "a2", label: "2", text: .sample)])

    init(heading: String, about: String?, changeNote: ProgrammeText?, paragraphs: [Paragraph]) {
        self.heading = heading
        self.about = about
        self.changeNote = changeNote
        self.paragraphs = paragraphs
    }

    init(_ version: Proposal.Version, _ texts: ProgrammeTexts, in context: SiteContext) {
        heading = context.text("proposals.version", ["number": String(version.number)])
        about = version.publishedOn.map { context.text("proposals.published", ["date": context.notation.date($0)]) }
        changeNote = version.changeNote.map { texts.original($0) }
        paragraphs = version.paragraphs.map {
            Paragraph(anchor: $0.lineage, label: $0.label, text: texts.original($0.text))
        }
    }
}

extension ProposalPage {
    static func load(
        _ proposal: Proposal, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> ProposalPage {
        let versions = try Proposal.versions(of: proposal.id, db)
        let points = try Point.list(on: proposal.id, in: programme, db)
        let consultations = try Proposal.consultations(on: proposal.id, db)
        let decisions = try Decision.list(on: proposal.id, in: programme, db)
        let named = [proposal.id, proposal.forumID, proposal.fieldID, proposal.ministryID, proposal.goalID]
        let mentions = try Mentions.load(
            named + consultations + points.map(\.statementID) + decisions.map(\.id), programme, context, db)
        let frame = try MatterFrame(
            proposal, mentions, excerpt: ThreadExcerpt.load(proposal.id, in: programme, context, db),
            sources: SourceList(Source.list(of: proposal.id, in: db), in: context), in: context
        ).following(.proposal, proposal.id, number: proposal.number, context, db)
        let story = ProposalStory(proposal: proposal, mentions: mentions, context: context)
        return ProposalPage(
            frame: frame, text: versions.last.map { ProposalText($0, mentions.texts, in: context) },
            outcomes: story.outcomes(points, consultations),
            sections: try Section.sheet(proposal.id, mentions.texts, context, db)
                + [
                    story.versions(versions), story.statements(points), story.consultations(consultations),
                    story.decisions(decisions),
                    Section(try StateChange.list(of: proposal.id, db), mentions.texts, in: context),
                ].compactMap { $0 },
            remarks: try RemarkList.load(on: proposal.id, in: programme, mentions.texts, context, db))
    }
}

/// The parts of a proposal's page below its text.
private struct ProposalStory {
    let proposal: Proposal
    let mentions: Mentions
    let context: SiteContext

    func versions(_ versions: [Proposal.Version]) -> Section? {
        guard !versions.isEmpty else { return nil }
        return Section(
            context.text("proposals.section.versions"), anchor: "fassungen",
            bullets: versions.reversed().map { version in
                let date = version.publishedOn.map { context.notation.date($0) }
                return Section.Bullet(
                    context.text("proposals.version", ["number": String(version.number)]),
                    link: context.links.to("/vorschlaege/\(proposal.number)/fassungen/\(version.number)"),
                    details: [date, version.changeNote].compactMap { $0 }.joined(separator: ": ").ifNotEmpty)
            })
    }

    /// How the points on this proposal were decided, as far as that is published.
    func outcomes(_ points: [Point], _ consultations: [String]) -> Section? {
        guard !points.isEmpty else { return nil }
        let columns = [
            Table.Column(context.text("proposals.points.outcome")),
            Table.Column(context.text("proposals.points.number"), isNumber: true),
        ]
        let answered = PointOutcome.allCases.map { outcome in
            let count = points.count { $0.answer?.outcome == outcome.rawValue }
            return (word: context.word(state: outcome.rawValue), count: count)
        }
        let open = (word: context.text("consultations.synopsis.open"), count: points.count { $0.answer == nil })
        let rows = (answered + [open]).filter { $0.count > 0 }.map { entry in
            Table.Row([
                Table.Cell(columns[0], entry.word, isHeading: true),
                Table.Cell(columns[1], context.notation.number(entry.count)),
            ])
        }
        let number = (consultations.count == 1 ? consultations.first : nil).flatMap { mentions.matter($0)?.number }
        return Section(
            context.text("proposals.section.points"), anchor: "punkte",
            table: Table(
                caption: context.text("statements.points", count: points.count), columns: columns, rows: rows),
            more: number.map { number in
                Section.More(
                    label: context.text("proposals.to-synopsis"),
                    link: context.links.to(
                        "/beteiligungen/\(number)/synopse", ["vorschlag": String(proposal.number)]))
            })
    }

    func statements(_ points: [Point]) -> Section? {
        var senders: [(point: Point, count: Int)] = []
        for point in points {
            if let index = senders.firstIndex(where: { $0.point.statementID == point.statementID }) {
                senders[index].count += 1
            } else {
                senders.append((point, 1))
            }
        }
        return Section(
            context.text("proposals.section.statements"), anchor: "stellungnahmen",
            rows: senders.map { sender in
                ListRow(
                    title: sender.point.sender ?? context.text("design.unknown"),
                    link: context.links.to("/stellungnahmen/\(sender.point.statementNumber)"),
                    facts: [
                        context.text("statements.number", ["number": String(sender.point.statementNumber)]),
                        context.text("statements.points", count: sender.count),
                    ], language: mentions.texts.original("").language)
            }, note: senders.isEmpty ? context.text("proposals.none.statements") : nil)
    }

    func consultations(_ consultations: [String]) -> Section? {
        guard !consultations.isEmpty else { return nil }
        return Section(
            context.text("proposals.section.consultations"), anchor: "beteiligungen",
            rows: consultations.compactMap { mentions.row($0, in: context) })
    }

    func decisions(_ decisions: [Decision]) -> Section? {
        Section(
            context.text("proposals.section.decisions"), anchor: "beschluesse",
            rows: decisions.map { ListRow($0, mentions, in: context) },
            note: decisions.isEmpty ? context.text("proposals.none.decisions") : nil)
    }
}

extension MatterFrame {
    fileprivate init(
        _ proposal: Proposal, _ mentions: Mentions, excerpt: ThreadExcerpt?, sources: SourceList?,
        in context: SiteContext
    ) {
        let unknown = context.text("design.unknown")
        let states = [proposal.state.rawValue, proposal.outcome?.rawValue].compactMap { $0 }
        self.init(
            kicker: context.text("proposals.number", ["number": context.notation.number(proposal.number)]),
            title: mentions.texts.text("title", of: proposal.id, or: proposal.title),
            badges: states.map { context.badge(state: $0) },
            lead: mentions.texts.text("summary", of: proposal.id, or: proposal.summary),
            facts: [
                Facts.Entry(
                    context.text("proposals.fact.field"), mentions.value(proposal.fieldID, in: context),
                    orElse: unknown),
                Facts.Entry(
                    context.text("proposals.fact.goal"), mentions.value(proposal.goalID, in: context),
                    orElse: context.text("proposals.fact.no-goal")),
                Facts.Entry(
                    context.text("proposals.fact.forum"), mentions.value(proposal.forumID, in: context),
                    orElse: unknown),
                Facts.Entry(
                    context.text("proposals.fact.ministry"), mentions.value(proposal.ministryID, in: context),
                    orElse: unknown),
                Facts.Entry(
                    context.text("proposals.fact.cost"),
                    proposal.costCents.map { context.notation.money($0) } ?? unknown,
                    explanation: context.text("proposals.fact.cost-explained")),
            ],
            excerpt: excerpt, note: proposal.note.map { mentions.texts.original($0) }, sources: sources,
            crumbs: [Crumb(label: context.text("site.navigation.proposals"), link: context.links.to("/vorschlaege"))])
    }
}
