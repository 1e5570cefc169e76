// SPDX-License-Identifier: EUPL-1.2

import Participation

/// All polls of a programme for those who run them.
struct PollDeskPage: Page {
    static let template = "Activities/desk"
    let heading: String
    let new: Section.More
    let table: Table?
    let empty: EmptyState?
    let pager: Pager?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PollDeskPage(
        heading: "Abstimmungen", new: Section.More(label: "Neue Abstimmung", link: "/arbeit/abstimmungen/neu"),
        table: .sample, empty: .sample, pager: .sample, crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension PollDeskPage {
    init(_ found: Listed<Poll>, _ page: ListPage, at now: Moment, in context: SiteContext) throws {
        let columns = ["title", "state", "period"].map { key in
            Table.Column(context.text("activities.desk.columns.\(key)"))
        }
        let rows = found.rows.map { poll in
            Table.Row([
                Table.Cell(
                    columns[0], poll.title, link: context.links.to(PollPaths.atWork(poll.number)), isHeading: true),
                Table.Cell(columns[1], context.text("activities.desk.standing.\(poll.standing(at: now).word)")),
                Table.Cell(
                    columns[2],
                    context.notation.period(poll.startsOn, poll.endsOn) ?? context.text("design.undated")),
            ])
        }
        heading = context.text("activities.desk.heading")
        new = Section.More(label: context.text("activities.plan.new"), link: context.links.to(PollPaths.new))
        table =
            rows.isEmpty ? nil : Table(caption: context.text("activities.desk.caption"), columns: columns, rows: rows)
        empty = rows.isEmpty ? EmptyState(text: context.text("activities.desk.empty"), link: nil, linkLabel: nil) : nil
        pager = try Pager(page: page.number, of: found.total, path: PollPaths.desk, in: context)
        crumbs = [context.workCrumb]
    }
}

/// One poll for those who run it: how it stands, and the form by which its period changes.
struct PollAtWorkPage: Page {
    static let template = "Activities/at-work"
    let heading: String
    let summary: ErrorSummary?
    let notice: Notice
    let ways: [Section.More]
    let facts: Facts
    let topics: Section
    let changes: Section?
    /// Nil when the poll is over.
    let period: Period?
    let crumbs: [Crumb]

    struct Period: Sendable {
        let action: String
        let formKey: String
        /// Nil once the poll has begun.
        let startsOn: FormField?
        let endsOn: FormField
        let reason: FormField
    }

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = PollAtWorkPage(
        heading: "Was ist Ihnen wichtig?", summary: .sample, notice: .sample,
        ways: [Section.More(label: "Ansehen", link: "/mitmachangebote/1")], facts: .sample, topics: .sample,
        changes: .sample,
        period: Period(
            action: "/arbeit/abstimmungen/1/zeitraum", formKey: "1.2.3", startsOn: .sample, endsOn: .sample,
            reason: .sample), crumbs: [Crumb(label: "Abstimmungen", link: "/arbeit/abstimmungen")])
}

extension PollAtWorkPage {
    init(
        _ poll: Poll, ballots: Int64, _ sent: Query, _ faults: FormFaults, at now: Moment, formKey: String,
        in context: SiteContext
    ) {
        let standing = poll.standing(at: now)
        heading = poll.title
        summary = faults.summary
        notice = Notice(context.text("activities.at-work.\(standing.word)"))
        ways =
            [
                Section.More(
                    label: context.text("activities.at-work.public"),
                    link: context.links.to(PollPaths.show(poll.number)))
            ]
            + (standing == .coming
                ? [
                    Section.More(
                        label: context.text("activities.plan.change"),
                        link: context.links.to(PollPaths.change(poll.number)))
                ] : [])
        facts = Facts(entries: [
            Facts.Entry(
                context.text("activities.fact.period"),
                context.notation.period(poll.startsOn, poll.endsOn) ?? context.text("design.undated")),
            Facts.Entry(context.text("activities.plan.choices"), context.notation.number(poll.choices)),
            Facts.Entry(
                context.text("activities.plan.result-rule"),
                context.text("activities.plan.rules.\(poll.resultRule.rawValue.asAddressWord)")),
            Facts.Entry(
                context.text("activities.at-work.ballots"),
                ballots < Poll.fewest
                    ? context.text("activities.at-work.few") : context.notation.number(ballots)),
        ])
        topics = Section(
            context.text("activities.ballot.topics"), bullets: poll.topics.map { Section.Bullet($0.title) })
        changes =
            poll.changes.isEmpty
            ? nil
            : Section(
                context.text("activities.voting.changes"),
                bullets: poll.changes.map { Section.Bullet(PollPanel.line($0, in: context)) })
        period = standing == .over ? nil : Period(poll, sent, faults, standing, formKey: formKey, in: context)
        crumbs = [
            context.workCrumb,
            Crumb(label: context.text("activities.desk.heading"), link: context.links.to(PollPaths.desk)),
        ]
    }
}

extension PollAtWorkPage.Period {
    fileprivate init(
        _ poll: Poll, _ sent: Query, _ faults: FormFaults, _ standing: Poll.Standing, formKey: String,
        in context: SiteContext
    ) {
        let make = PollFields(faults: faults, context: context)
        action = context.links.to(PollPaths.period(poll.number))
        self.formKey = formKey
        startsOn =
            standing == .coming
            ? make.field(
                MovePoll.Field.startsOn, "starts-on", sent.text(MovePoll.Field.startsOn) ?? poll.startsOn.text,
                type: "date") : nil
        endsOn = make.field(
            MovePoll.Field.endsOn, "ends-on", sent.text(MovePoll.Field.endsOn) ?? poll.endsOn.text, type: "date")
        reason = make.field(
            MovePoll.Field.reason, "reason", sent.text(MovePoll.Field.reason), hint: "reason-hint")
    }
}
