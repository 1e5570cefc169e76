// SPDX-License-Identifier: EUPL-1.2

import Participation

/// What is known of the state of the projects over the years.
struct StatusView: Sendable {
    let reports: [StatusReport]
    let histories: [ProjectHistory]
    /// The register; it counts the states of today.
    let figures: [Figure]

    /// Whose texts the page shows.
    var matters: [String] { reports.map(\.id) }

    /// Today's number of projects by state, as the register has it.
    var today: [(state: ProjectState, projects: Int64, link: String?)] {
        figures.compactMap { figure in
            guard case .projectState(let key) = figure.family, let state = ProjectState(rawValue: key),
                let counted = figure.counted
            else { return nil }
            return (state, counted, figure.list)
        }
    }

    /// The documented projects on the days of the reports; a day without a single dated state is left out.
    var tallies: [(day: PartialDate, tally: StateTally)] {
        reports.map { ($0.asOf, StateTally(on: $0.asOf, histories)) }.filter { $0.1.total > 0 }
    }
}

/// `/projekte?ansicht=stand`: what officials said about the projects at each reporting date, in the categories of that
/// time, beside what is documented here.
struct StatusPage: Page {
    static let template = "Reports/status"
    let heading: String
    let title: String
    let views: SortBar
    let patterns: PatternSheet
    let days: [Day]
    let empty: EmptyState?
    let words: Words?
    let tables: [Table]
    let notes: Section?

    /// One reporting date.
    struct Day: Sendable {
        let date: String
        let event: ProgrammeText?
        let source: String?
        let bars: [Bar]
    }

    struct Bar: Sendable {
        /// "73 laut Bericht"
        let origin: String
        let bar: StackedBar
        let note: String?
    }

    /// How the categories changed from report to report.
    struct Words: Sendable {
        let sentences: [String]
    }

    var head: PageHead { PageHead(title: title) }

    static let sample = StatusPage(
        heading: "Projekte", title: "Projekte – Stand über die Jahre", views: .sample, patterns: .sample,
        days: [
            Day(
                date: "7. Dezember 2021", event: .sample, source: "https://www.land.nrw/",
                bars: [Bar(origin: "73 laut Bericht", bar: .sample, note: "Ohne Datum: 2 Projekte.")])
        ], empty: .sample, words: Words(sentences: ["Neu ist „in Prüfung“."]), tables: [.sample], notes: .sample)
}

extension StatusPage {
    init(_ view: StatusView, _ texts: ProgrammeTexts, today: PartialDate, in context: SiteContext) {
        let bars = StatusBars(view: view, texts: texts, context: context)
        heading = context.text("projects.list.heading")
        title = "\(heading) – \(context.text("reports.status.heading"))"
        views = SortBar(projectView: .status, in: context)
        days = view.reports.map { bars.day($0) } + [bars.today(today)].compactMap { $0 }
        patterns = PatternSheet(bars.patterns)
        empty =
            days.isEmpty
            ? EmptyState(
                text: context.text("reports.status.none"), link: context.links.to("/programm"),
                linkLabel: context.text("maps.none-link")) : nil
        let sentences = StatusReport.changes(view.reports).map { context.sentence($0) }
        words = sentences.isEmpty ? nil : Words(sentences: sentences)
        tables = StatusTables(view: view, context: context).tables(today: today)
        let remarks = view.reports.compactMap { report in
            report.note.map { Section.Bullet(texts.original($0), details: context.notation.date(report.asOf)) }
        }
        notes =
            remarks.isEmpty ? nil : Section(context.text("chronicle.reports.notes"), bullets: remarks)
    }
}

extension SiteContext {
    /// "Vom 7. Dezember 2021 zum 31. Dezember 2022: neu sind „übrige“; nicht mehr genannt wird „in Prüfung“ (17)."
    fileprivate func sentence(_ change: StatusReport.Change) -> String {
        let added = change.added.map { text("reports.words.quoted", ["name": name(of: $0)]) }
        let dropped = change.dropped.map {
            text("reports.words.counted", ["name": name(of: $0), "number": value(of: $0)])
        }
        let parts = [
            added.isEmpty ? nil : text("reports.words.added", ["names": added.joined(separator: ", ")]),
            dropped.isEmpty ? nil : text("reports.words.dropped", ["names": dropped.joined(separator: ", ")]),
        ].compactMap { $0 }
        return text(
            "reports.words.change",
            [
                "from": notation.date(change.from), "to": notation.date(change.to),
                "changes": parts.joined(separator: "; "),
            ])
    }
}
