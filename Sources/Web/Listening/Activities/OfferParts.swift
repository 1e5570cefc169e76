// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The ranking of a poll at one date, as bars with their numbers. Template `Activities/poll`.
struct PollResult: Sendable {
    let heading: String
    let source: String?
    let ranks: [Rank]

    struct Rank: Sendable {
        let topic: ProgrammeText
        let link: String?
        let share: String
        /// From 0 to 100.
        let percent: String
    }

    static let sample = PollResult(
        heading: "Stand Oktober 2018", source: "https://www.example.org/",
        ranks: [Rank(topic: .sample, link: "/themenforen/13", share: "32 %", percent: "32")])

    init(heading: String, source: String?, ranks: [Rank]) {
        self.heading = heading
        self.source = source
        self.ranks = ranks
    }

    init(_ result: PriorityResult, _ mentions: Mentions, in context: SiteContext) {
        let date = result.asOf.map { context.notation.date($0) } ?? context.text("design.undated")
        heading = context.text("activities.poll.as-of", ["date": date])
        source = result.sourceURL.flatMap { SourceAddress($0).link }
        ranks = result.ranks.map { rank in
            Rank(
                topic: mentions.texts.original(rank.topic), link: mentions.link(rank.forumID, in: context),
                share: context.notation.percent(perMille: rank.percent * 10), percent: String(rank.percent))
        }
    }
}

extension Section {
    /// What people could do.
    init?(offer: Offer, _ texts: ProgrammeTexts, in context: SiteContext) {
        guard !offer.options.isEmpty else { return nil }
        self.init(
            context.text("activities.section.options"), anchor: "moeglichkeiten",
            bullets: offer.options.map { Bullet(texts.original($0)) })
    }

    /// Official numbers with how exact they are, their date and where they come from.
    init?(figures: [CitedFigure], _ texts: ProgrammeTexts, in context: SiteContext) {
        guard !figures.isEmpty else { return nil }
        let columns = ["what", "number", "date", "source"].map { name in
            Table.Column(context.text("activities.figures.\(name)"), isNumber: name == "number")
        }
        let rows = figures.map { figure in
            let link = figure.sourceURL.flatMap { SourceAddress($0).link }
            let number = context.number(context.notation.number(figure.value), qualifier: figure.qualifier)
            return Table.Row([
                Table.Cell(columns[0], figure.label, isHeading: true),
                Table.Cell(columns[1], number),
                Table.Cell(
                    columns[2], figure.asOf.map { context.notation.date($0) } ?? context.text("design.undated")),
                Table.Cell(
                    columns[3],
                    link == nil ? context.text("activities.figures.no-source") : context.text("activities.source"),
                    link: link),
            ])
        }
        self.init(
            context.text("activities.section.figures"), anchor: "zahlen",
            table: Table(caption: context.text("activities.figures.caption"), columns: columns, rows: rows))
    }

    /// What was done with what people said. It is a promise, so a gap is named.
    init(use: String?, _ texts: ProgrammeTexts, in context: SiteContext) {
        self.init(
            context.text("activities.section.use"), anchor: "verwendung",
            paragraphs: [use.map { texts.original($0) }].compactMap { $0 },
            note: use == nil ? context.text("design.unknown") : nil)
    }

    /// How those who took part heard of the result.
    init(feedback: String?, _ texts: ProgrammeTexts, in context: SiteContext) {
        self.init(
            context.text("activities.section.feedback"), anchor: "rueckmeldung",
            paragraphs: [feedback.map { texts.original($0) }].compactMap { $0 },
            note: feedback == nil ? context.text("design.unknown") : nil)
    }
}
