// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Participation

/// What the list of duties tells.
struct DutyListView: Sendable {
    let duties: [Duty]
    let total: Int64
    let number: Int64
    let offices: [DutyOffice]
    let tally: DutyTally
    let punctuality: DutyPunctuality
    let today: String

    /// Whose texts the page shows.
    var matters: [String] {
        duties.flatMap { [$0.id, $0.office.id, $0.matter?.id].compactMap { $0 } } + offices.map(\.id)
    }
}

/// `/pflichten`
struct DutyListPage: Page {
    static let template = "Duties/list"
    let heading: String
    let figures: Figures?
    let filter: FilterForm?
    let sort: SortBar?
    let count: String
    let rows: [ListRow]
    let empty: EmptyState?
    let pager: Pager?
    let downloads: Downloads?
    /// What is open at which office, and how punctual the ministries are; nil while nothing is owed.
    let standing: Standing?

    struct Standing: Sendable {
        let sections: [Section]
    }

    struct Figures: Sendable {
        let tiles: [FigureTile]
    }

    var head: PageHead {
        .list(heading, filter: filter, sort: sort, formats: downloads?.formats ?? [])
    }

    static let sample = DutyListPage(
        heading: "Pflichten", figures: Figures(tiles: [.sample]), filter: .sample, sort: .sample, count: "32 Pflichten",
        rows: [.sample], empty: .sample, pager: .sample, downloads: .sample,
        standing: Standing(sections: [.sample]))
}

extension DutyListPage {
    init(_ view: DutyListView, _ texts: ProgrammeTexts, in context: SiteContext) throws {
        heading = context.text("duties.list.heading")
        count = context.text("duties.list.count", count: view.total)
        figures = view.tally.all > 0 ? Figures(tiles: FigureTile.list(view.tally, view.punctuality, in: context)) : nil
        filter =
            view.tally.all > 0
            ? FilterForm(
                "/pflichten", Self.fields(view, texts, in: context), keeping: ["sortierung"], in: context) : nil
        sort =
            view.total > 1
            ? SortBar(
                "/pflichten",
                orders: DutyOrder.allCases.map { ($0.rawValue, context.text("duties.order.\($0.rawValue)")) },
                in: context) : nil
        rows = view.duties.map { ListRow($0, on: view.today, texts, in: context) }
        pager = try Pager(page: view.number, of: view.total, path: "/pflichten", in: context)
        downloads = view.total > 0 ? Downloads(of: "/pflichten", heading: heading, in: context) : nil
        standing = view.tally.all > 0 ? Standing(sections: Self.sections(view.punctuality, in: context)) : nil
        guard view.total == 0 else {
            empty = nil
            return
        }
        empty =
            view.tally.all == 0
            ? EmptyState(
                text: context.text("duties.list.none"), link: context.links.to("/faden"),
                linkLabel: context.text("links.overview.heading"))
            : EmptyState(
                text: context.text("duties.list.empty"), link: context.links.to("/pflichten"),
                linkLabel: context.text("duties.list.all"))
    }

    private static func fields(
        _ view: DutyListView, _ texts: ProgrammeTexts, in context: SiteContext
    ) -> [FilterForm.Field] {
        let offices = view.offices.map { office in
            let name = texts.title(of: office.id, or: office.name)
            return (
                value: office.key,
                text: name.replacing([name.text, office.body].compactMap { $0 }.joined(separator: ", "))
            )
        }
        return [
            FilterForm.choice("stelle", label: context.text("duties.filter.office"), texts: offices, in: context),
            FilterForm.choice(
                "stand", label: context.text("duties.filter.standing"),
                DutyStanding.allCases.map { ($0.rawValue, context.text("duties.standing.\($0.rawValue)")) },
                in: context),
        ]
    }
}

extension FigureTile {
    static func list(_ tally: DutyTally, _ punctuality: DutyPunctuality, in context: SiteContext) -> [FigureTile] {
        let tile = { (key: String, number: Int64, standing: DutyStanding?) in
            FigureTile(
                label: context.text("duties.figure.\(key)"),
                values: [
                    Value(
                        number: context.notation.number(number),
                        origin: context.text("duties.figure.of", ["all": context.notation.number(tally.all)]))
                ], definition: context.text("duties.figure.\(key)-means"),
                link: standing.map { context.links.to("/pflichten", ["stand": $0.rawValue]) },
                linkLabel: context.text("duties.figure.list"))
        }
        let share = tally.shareInTime.map { share in
            FigureTile(
                label: context.text("duties.figure.in-time"),
                values: [
                    Value(
                        number: context.notation.percent(perMille: (share + 5) / 10 * 10),
                        origin: context.text(
                            "duties.figure.in-time-of",
                            [
                                "ontime": context.notation.number(tally.metInTime),
                                "met": context.notation.number(tally.met),
                            ]))
                ], definition: context.text("duties.figure.in-time-means"),
                link: context.links.to("/pflichten", ["stand": DutyStanding.met.rawValue]),
                linkLabel: context.text("duties.figure.list"))
        }
        let median = punctuality.medianDays.map { days in
            FigureTile(
                label: context.text("duties.figure.median"),
                values: [
                    Value(number: context.notation.number(days), origin: context.text("duties.figure.median-unit"))
                ],
                definition: context.text("duties.figure.median-means"),
                link: context.links.to("/pflichten", ["stand": DutyStanding.met.rawValue]),
                linkLabel: context.text("duties.figure.list"))
        }
        return [tile("open", tally.open, nil), tile("overdue", tally.overdue, .overdue), share, median]
            .compactMap { $0 }
    }
}

extension ListRow {
    init(_ duty: Duty, on today: String, _ texts: ProgrammeTexts, in context: SiteContext) {
        let matter = duty.matter
        let name =
            matter.map { context.title(of: $0, in: texts) }
            ?? ProgrammeText(
                text: context.text("duties.list.not-public"), language: nil)
        let office = texts.title(of: duty.office.id, or: duty.office.name)
        let words = [office.text, duty.office.body].compactMap { $0 }.joined(separator: ", ")
        self.init(
            title: "\(context.word(.dutyKind, duty.kind.rawValue)): \(name.text)",
            link: matter.flatMap { context.link(to: $0) } ?? context.links.to("/pflichten"),
            text: texts.text("reason", of: duty.id, or: duty.reason)?.text,
            worded: [
                ProgrammeText(
                    context.text("duties.list.number", ["number": context.notation.number(duty.number)])),
                matter.map { ProgrammeText(context.quotation(of: $0)) }, office.replacing(words),
                ProgrammeText(context.text("duties.list.due", ["date": context.notation.date(duty.dueOn)])),
            ].compactMap { $0 }, badge: Badge(duty, on: today, in: context), language: name.language)
    }
}

extension Badge {
    /// Open, overdue, done in time or late, in words and with a sign of its own.
    init(_ duty: Duty, on today: String, in context: SiteContext) {
        if duty.isOverdue(on: today) {
            let days = Self.days(from: duty.dueOn.text, to: today)
            self.init(context.text("duties.badge.overdue", count: days), tone: .bad, shape: .triangle)
        } else if let met = duty.metOn, let inTime = duty.wasMetInTime {
            let days = Self.days(from: duty.dueOn.text, to: met.text)
            let text = inTime ? context.text("duties.badge.in-time") : context.text("duties.badge.late", count: days)
            self.init(text, tone: inTime ? .good : .warning, shape: .tick)
        } else {
            self = context.badge(state: duty.state.rawValue)
        }
    }

    /// Whole days from one date to another; zero for texts that are no days.
    static func days(from start: String, to end: String) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let date = { (text: String) -> Date? in
            let parts = text.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3 else { return nil }
            return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
        }
        guard let from = date(start), let to = date(end) else { return 0 }
        return calendar.dateComponents([.day], from: from, to: to).day ?? 0
    }
}
