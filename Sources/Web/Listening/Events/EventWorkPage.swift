// SPDX-License-Identifier: EUPL-1.2

import Participation

/// The events that somebody runs, those to come first.
struct EventWorkPage: Page {
    static let template = "Events/work"
    let heading: String
    let new: String
    let ahead: Table?
    let past: Table?
    let empty: EmptyState?
    let crumbs: [Crumb]

    var head: PageHead { PageHead(title: heading, crumbs: crumbs, isIndexed: false) }

    static let sample = EventWorkPage(
        heading: "Veranstaltungen", new: "/arbeit/veranstaltungen/neu", ahead: .sample, past: .sample, empty: .sample,
        crumbs: [Crumb(label: "Arbeitsbereich", link: "/arbeit")])
}

extension EventWorkPage {
    init(_ events: [EventWorkload], _ parents: [EventParent], today: PartialDate, in context: SiteContext) {
        let ahead = events.filter { $0.event.isAhead(on: today) }
        let past = events.filter { !$0.event.isAhead(on: today) }.reversed()
        heading = context.text("events.work.heading")
        new = context.links.to(EventPaths.plan)
        self.ahead = Table(Array(ahead), parents, caption: "events.work.ahead", today: today, in: context)
        self.past = Table(Array(past), parents, caption: "events.work.past", today: today, in: context)
        empty =
            events.isEmpty
            ? EmptyState(text: context.text("events.work.empty"), link: nil, linkLabel: nil) : nil
        crumbs = [context.workCrumb]
    }
}

extension Table {
    fileprivate init?(
        _ events: [EventWorkload], _ parents: [EventParent], caption: String, today: PartialDate,
        in context: SiteContext
    ) {
        guard !events.isEmpty else { return nil }
        let columns = ["event", "date", "parent", "state", "registered"].map {
            Column(context.text("events.work.columns.\($0)"), isNumber: $0 == "registered")
        }
        let rows = events.map { work in
            let event = work.event
            let seats = event.capacity.map { " / \(context.notation.number($0))" } ?? ""
            let waiting = work.tally.waiting
            let more = waiting > 0 ? " " + context.text("events.work.waiting", count: waiting) : ""
            let parent = parents.first { $0.id == event.parentID }?.name(in: context)
            return Row([
                Cell(
                    columns[0], context.original(event.title), link: context.links.to(EventPaths.work(event.number)),
                    isHeading: true),
                Cell(columns[1], event.time(in: context) ?? context.text("design.undated")),
                Cell(columns[2], parent ?? ""),
                Cell(columns[3], context.word(state: event.state(on: today).rawValue)),
                Cell(columns[4], context.notation.number(work.tally.confirmed) + seats + more),
            ])
        }
        self.init(caption: context.text(caption), columns: columns, rows: rows)
    }
}

extension Event {
    /// Whether there is still something to prepare.
    func isAhead(on day: PartialDate) -> Bool {
        state.isAhead && (heldOn.map { $0.lastDay >= day.lastDay } ?? true)
    }
}
