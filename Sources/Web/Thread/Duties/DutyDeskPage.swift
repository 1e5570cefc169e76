// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What the list of an office's duties shows.
struct DutyDeskView: Sendable {
    let desk: DutyDesk
    let duties: Listed<OfficeDuty>
    let tally: DutyDesk.Tally
    let number: Int64
    let today: PartialDate
}

/// `/arbeit/pflichten`: what is due from one's own offices, the longest overdue first.
struct DutyDeskPage: Page {
    static let template = "Duties/desk"
    let heading: String
    /// Whose duties these are.
    let offices: String?
    let tally: Notice?
    let filter: FilterForm?
    let count: String
    let list: Section.List?
    let empty: EmptyState?
    let pager: Pager?
    let publicList: String
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = DutyDeskPage(
        heading: "Pflichten meiner Stellen", offices: "Referat Bus und Bahn", tally: .sample, filter: .sample,
        count: "12 Pflichten", list: Section.List(rows: [.sample]), empty: .sample, pager: .sample,
        publicList: "/pflichten", crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension DutyDeskPage {
    init(_ view: DutyDeskView, in context: SiteContext) throws {
        let desk = view.desk
        heading = context.text(desk.isWhole ? "duties.desk.heading-all" : "duties.desk.heading")
        offices =
            desk.isWhole || desk.offices.isEmpty
            ? nil
            : context.text("duties.desk.offices", ["offices": desk.offices.map(\.name).joined(separator: ", ")])
        tally = Self.tally(view, in: context)
        filter = FilterForm(DutyPaths.desk, Self.fields(desk, in: context), in: context)
        count = context.text("duties.list.count", count: view.duties.total)
        let rows = view.duties.rows.map { ListRow($0, on: view.today, in: context) }
        list = rows.isEmpty ? nil : Section.List(rows: rows)
        empty = rows.isEmpty ? Self.empty(in: context) : nil
        pager = try Pager(page: view.number, of: view.duties.total, path: DutyPaths.desk, in: context)
        publicList = context.links.to(DutyPaths.list)
        crumbs = [context.workCrumb]
    }

    private static func tally(_ view: DutyDeskView, in context: SiteContext) -> Notice? {
        guard view.tally.overdue > 0 else { return nil }
        return Notice(
            context.text("duties.desk.overdue-text"),
            heading: context.text("duties.desk.overdue", count: view.tally.overdue), tone: .bad,
            link: context.links.to(DutyPaths.desk, ["stand": DutyDeskStanding.overdue.rawValue]),
            linkLabel: context.text("duties.desk.overdue-list"))
    }

    private static func fields(_ desk: DutyDesk, in context: SiteContext) -> [FilterForm.Field] {
        let chosen = context.query.text("stand") ?? DutyDeskStanding.open.rawValue
        let standings = DutyDeskStanding.allCases.map { standing in
            FilterForm.Option(
                value: standing.rawValue, label: context.text("duties.desk.standing.\(standing.rawValue)"),
                isSelected: standing.rawValue == chosen)
        }
        let offices = desk.offices.map { office in
            (
                value: office.key,
                text: context.original([office.name, office.body].compactMap { $0 }.joined(separator: ", "))
            )
        }
        let kinds = DutyKind.allCases.map { (value: $0.rawValue, label: context.word(.dutyKind, $0.rawValue)) }
        return [
            FilterForm.Field(name: "stand", label: context.text("duties.filter.standing"), options: standings),
            FilterForm.choice("stelle", label: context.text("duties.filter.office"), texts: offices, in: context),
            FilterForm.choice("art", label: context.text("duties.desk.kind"), kinds, in: context),
        ]
    }

    private static func empty(in context: SiteContext) -> EmptyState {
        let isNarrowed = ["stand", "stelle", "art"].contains { context.query.text($0) != nil }
        return EmptyState(
            text: context.text(isNarrowed ? "duties.list.empty" : "duties.desk.none"),
            link: isNarrowed ? context.links.to(DutyPaths.desk) : nil,
            linkLabel: isNarrowed ? context.text("design.filter.reset") : nil)
    }
}

extension ListRow {
    fileprivate init(_ duty: OfficeDuty, on today: PartialDate, in context: SiteContext) {
        let title = context.title(of: duty)
        let facts: [ProgrammeText] = [
            ProgrammeText(context.quotation(of: duty.matter)), context.original(duty.office.name),
            ProgrammeText(context.text("duties.list.due", ["date": context.notation.date(duty.dueOn)])),
            ProgrammeText(context.text(duty.isOwedToPublic ? "duties.desk.public" : "duties.desk.internal")),
        ]
        self.init(
            title: title.text, link: context.links.to(DutyPaths.work(duty) ?? DutyPaths.list), worded: facts,
            badge: duty.state == .open
                ? Badge(dueOn: duty.dueOn, on: today, in: context) : context.badge(state: duty.state.rawValue),
            language: title.language)
    }
}
