// SPDX-License-Identifier: EUPL-1.2

import Participation
import Storage

/// One consultation: on what, with whom, and what came back.
struct ConsultationPage: Page {
    static let template = "Consultations/show"
    let frame: MatterFrame
    let turnout: TurnoutFigures?
    let synopsis: Section.More?
    /// The way to one's own statement, while people can answer.
    let answer: Section.More?
    /// The map of what municipalities think, once that is public.
    let positions: Section.More?
    /// The list of what is said at a townhall.
    let hall: Section.More?
    let sections: [Section]

    var head: PageHead { frame.head }

    static let sample = ConsultationPage(
        frame: .sample, turnout: .sample, synopsis: Section.More(label: "Zur Synopse", link: "/synopse"),
        answer: Section.More(label: "Stellung nehmen", link: "/stellungnahme"),
        positions: Section.More(label: "Positionen der Kommunen", link: "/positionen"),
        hall: Section.More(label: "Wortmeldungen", link: "/saal"), sections: [.sample])
}

/// How many were invited and what came of it, side by side.
struct TurnoutFigures: Sendable {
    let tiles: [FigureTile]

    static let sample = TurnoutFigures(tiles: [.sample])
}

extension CataloguePage {
    static func consultations(in programme: String, _ context: SiteContext, _ db: Connection) throws -> CataloguePage {
        let all = try Consultation.list(in: programme, db)
        let mentions = try Mentions.load(all.map(\.id), programme, context, db)
        var audiences: [String] = []
        for consultation in all where audiences.last != consultation.audienceKey {
            audiences.append(consultation.audienceKey)
        }
        return CataloguePage(
            heading: context.text("consultations.list.heading"), lead: context.text("consultations.list.lead"),
            count: context.text("consultations.count", count: all.count),
            sections: audiences.map { audience in
                Section(
                    context.word(.audience, audience), anchor: audience,
                    rows: all.filter { $0.audienceKey == audience }.map { ListRow($0, mentions, in: context) })
            },
            empty: all.isEmpty
                ? EmptyState(of: "consultations", path: "/beteiligungen", filter: nil, in: context) : nil,
            downloads: all.isEmpty
                ? nil
                : Downloads(of: "/beteiligungen", heading: context.text("consultations.list.heading"), in: context))
    }
}

extension ListRow {
    init(_ consultation: Consultation, _ mentions: Mentions, in context: SiteContext) {
        let title = mentions.texts.text("title", of: consultation.id, or: consultation.title)
        let facts: [String?] = [
            context.text("consultations.number", ["number": context.notation.number(consultation.number)]),
            context.word(.consultationKind, consultation.kind.rawValue),
            consultation.statements > 0
                ? context.text("consultations.statements", count: consultation.statements) : nil,
            context.hint(confidence: consultation.confidence),
        ]
        self.init(
            title: title.text, link: context.links.to("/beteiligungen/\(consultation.number)"),
            text: context.notation.period(consultation.startsOn, consultation.endsOn)
                ?? context.text("design.undated"),
            facts: facts.compactMap { $0 }, badge: context.badge(state: consultation.state.rawValue),
            language: title.language)
    }
}

extension ConsultationPage {
    static func load(
        _ consultation: Consultation, in programme: String, _ context: SiteContext, _ db: Connection
    ) throws -> ConsultationPage {
        let statements = try Statement.list(of: consultation.id, in: programme, db)
        let turnout = Turnout(
            invitees: try Consultation.invitees(of: consultation.id, db), statements: statements,
            unpublished: try consultation.unpublishedSenders(db))
        let proposals = try Consultation.proposals(of: consultation.id, db)
        let events = try Event.list(of: consultation.id, in: programme, db)
        let offer = try Offer.find(of: consultation.id, db)
        let mentions = try Mentions.load(
            [consultation.id, consultation.forumID] + proposals + events.map(\.id), programme, context, db)
        let frame = try MatterFrame(
            consultation, mentions, excerpt: ThreadExcerpt.load(consultation.id, in: programme, context, db),
            sources: SourceList(Source.list(of: consultation.id, in: db), in: context), in: context
        ).following(.consultation, consultation.id, number: consultation.number, context, db)
        let hasPositions =
            try consultation.kind == .municipalConference
            && !MunicipalPosition.list(of: consultation.id, publicOnly: true, db).isEmpty
        let story = ConsultationStory(consultation: consultation, mentions: mentions, context: context)
        let isOver = ![.planned, .open].contains(consultation.state)
        return ConsultationPage(
            frame: frame, turnout: story.figures(turnout),
            synopsis: statements.contains { $0.points > 0 && $0.state != .withdrawn }
                ? Section.More(
                    label: context.text("consultations.to-synopsis"),
                    link: context.links.to("/beteiligungen/\(consultation.number)/synopse")) : nil,
            answer: consultation.state == .open
                ? Section.More(
                    label: context.text("consultations.to-statement"),
                    link: context.links.to(StatementPaths.entry(consultation.number))) : nil,
            positions: hasPositions
                ? Section.More(
                    label: context.text("positions.public-heading"),
                    link: context.links.to(PositionPaths.published(consultation.number))) : nil,
            hall: consultation.kind == .townhall && consultation.state == .open
                ? Section.More(
                    label: context.text("halls.heading"), link: context.links.to(HallPaths.list(consultation.number)))
                : nil,
            sections: [
                Section(offer: offer, isOver: isOver, mentions.texts, in: context), story.proposals(proposals),
                try story.heardFields(in: programme, db),
                story.responses(turnout), try story.attendance(in: programme, db), story.statements(turnout),
                story.events(events),
                Section(figures: offer.figures, mentions.texts, in: context),
                Section(use: consultation.useOfInput, isOver: isOver, mentions.texts, in: context),
                Section(feedback: consultation.feedback, isOver: isOver, mentions.texts, in: context),
                Section(try StateChange.list(of: consultation.id, db), mentions.texts, in: context),
            ].compactMap { $0 })
    }
}

extension MatterFrame {
    fileprivate init(
        _ consultation: Consultation, _ mentions: Mentions, excerpt: ThreadExcerpt?, sources: SourceList?,
        in context: SiteContext
    ) {
        let unknown = context.text("design.unknown")
        self.init(
            kicker: context.text("consultations.number", ["number": context.notation.number(consultation.number)]),
            title: mentions.texts.text("title", of: consultation.id, or: consultation.title),
            badges: [context.badge(state: consultation.state.rawValue)],
            hint: context.hint(confidence: consultation.confidence),
            notices: [.planned, .open, .closed].contains(consultation.state)
                ? [Notice(context.text("consultations.not-decided"))] : [],
            facts: [
                Facts.Entry(
                    context.text("consultations.fact.kind"),
                    context.word(.consultationKind, consultation.kind.rawValue)),
                Facts.Entry(
                    context.text("consultations.fact.audience"), mentions.texts.value(consultation.audience),
                    orElse: unknown),
                Facts.Entry(
                    context.text("consultations.fact.period"),
                    context.notation.period(consultation.startsOn, consultation.endsOn) ?? unknown),
                Facts.Entry(
                    context.text("consultations.fact.channel"), mentions.texts.value(consultation.channel),
                    orElse: unknown),
                Facts.Entry(context.text("consultations.fact.file-number"), consultation.fileNumber ?? unknown),
            ],
            excerpt: excerpt, note: consultation.note.map { mentions.texts.original($0) }, sources: sources,
            crumbs: [
                Crumb(label: context.text("site.navigation.consultations"), link: context.links.to("/beteiligungen"))
            ])
    }
}
