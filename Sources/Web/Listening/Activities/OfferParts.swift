// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The ranking of a poll at one date, as bars with their numbers. Template `Activities/poll`.
struct PollResult: Sendable {
    let heading: String
    let source: String?
    /// How many took part, or why nothing is shown.
    let ballots: String?
    let ranks: [Rank]
    /// How many took part where.
    let turnout: Table?
    /// What is not shown of it, and why.
    let turnoutNote: String?

    struct Rank: Sendable {
        let topic: ProgrammeText
        let link: String?
        let share: String
        /// From 0 to 100.
        let percent: String
    }

    static let sample = PollResult(
        heading: "Stand Oktober 2018", source: "https://www.example.org/", ballots: "3.270 Stimmzettel",
        ranks: [Rank(topic: .sample, link: "/themenforen/13", share: "32 %", percent: "32")], turnout: .sample,
        turnoutNote: "Kleine Zahlen stehen zusammen.")
}

extension PollResult {
    init(_ result: PriorityResult, _ mentions: Mentions, in context: SiteContext) {
        let date = result.asOf.map { context.notation.date($0) } ?? context.text("design.undated")
        heading = context.text("activities.poll.as-of", ["date": date])
        source = result.sourceURL.flatMap { SourceAddress($0).link }
        if result.ranks.isEmpty {
            ballots = context.text("activities.poll.too-few", count: Poll.fewest)
        } else {
            ballots = result.ballots.map { context.text("activities.poll.ballots", count: $0) }
        }
        ranks = result.ranks.map { rank in
            let percent = context.notation.percent(perMille: rank.percent * 10)
            return Rank(
                topic: mentions.texts.original(rank.topic), link: mentions.link(rank.forumID, in: context),
                share: rank.votes.map { context.text("activities.poll.share", count: $0, ["percent": percent]) }
                    ?? percent, percent: String(rank.percent))
        }
        turnout = result.turnout.isEmpty ? nil : Table(turnout: result.turnout, mentions, in: context)
        turnoutNote =
            result.turnout.contains { $0.municipalityID == nil } ? context.text("activities.turnout.rest-note") : nil
    }
}

extension Table {
    fileprivate init(turnout: [PriorityResult.Turnout], _ mentions: Mentions, in context: SiteContext) {
        let columns = ["municipality", "ballots", "rate"].map { name in
            Column(context.text("activities.turnout.\(name)"), isNumber: name != "municipality")
        }
        self.init(
            caption: context.text("activities.turnout.caption"), columns: columns,
            rows: turnout.map { origin in
                Row([
                    Cell(
                        columns[0], origin.name ?? context.text("activities.turnout.rest"),
                        link: mentions.link(origin.municipalityID, in: context), isHeading: true),
                    Cell(columns[1], context.notation.number(origin.ballots)),
                    Cell(
                        columns[2],
                        origin.ratePerTenThousand.map { context.notation.decimal($0, places: 1) }
                            ?? context.text("activities.turnout.no-rate")),
                ])
            })
    }
}

extension PriorityResult.Turnout {
    /// How many ballots there are for 10,000 inhabitants, in tenths.
    fileprivate var ratePerTenThousand: Int64? {
        guard let population, population > 0 else { return nil }
        return (ballots * 100_000 + population / 2) / population
    }
}

extension Section {
    /// What people can do, or could until it was over.
    init?(offer: Offer, isOver: Bool, _ texts: ProgrammeTexts, in context: SiteContext) {
        guard !offer.options.isEmpty else { return nil }
        self.init(
            context.text(isOver ? "activities.section.options" : "activities.section.options-now"),
            anchor: "moeglichkeiten",
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
    init(use: String?, isOver: Bool, _ texts: ProgrammeTexts, in context: SiteContext) {
        self.init(
            context.text(isOver ? "activities.section.use" : "activities.section.use-now"), anchor: "verwendung",
            paragraphs: [use.map { texts.original($0) }].compactMap { $0 },
            note: use == nil ? context.text("design.unknown") : nil)
    }

    /// How those who took part heard of the result; nil while there is none to hear of.
    init?(feedback: String?, isOver: Bool, _ texts: ProgrammeTexts, in context: SiteContext) {
        guard isOver || feedback != nil else { return nil }
        self.init(
            context.text("activities.section.feedback"), anchor: "rueckmeldung",
            paragraphs: [feedback.map { texts.original($0) }].compactMap { $0 },
            note: feedback == nil ? context.text("design.unknown") : nil)
    }
}
