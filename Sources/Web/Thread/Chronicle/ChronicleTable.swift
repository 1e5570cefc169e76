// SPDX-License-Identifier: EUPL-1.2

import Participation

private typealias Column = OpenColumn<OpenEntry<TimelineEntry>>
private typealias ReportColumn = OpenColumn<OpenEntry<StatusCount>>

/// One number of an official total: a category of its time, or the sum.
private struct StatusCount: Sendable {
    let report: StatusReport
    let name: String
    let entry: NamedEntry
}

extension OpenList {
    /// `/chronik` as it is narrowed.
    static let chronicle = OpenList(
        "chronicle", at: "/chronik", columns: columns,
        whole: { reading in
            let (query, programme, db) = (reading.context.query, reading.programme, reading.db)
            let stage = try query.choice("phase", as: Stage.self)
            let kind = try query.choice("art", among: try TimelineEntry.kinds(in: programme, db))
            let entries = try TimelineEntry.list(in: programme, stage: stage, kind: kind, db)
            return try reading.entries(entries) { [$0.id] }
        })

    /// The official totals over the years, a row for each category of each report.
    static let statusReports = OpenList(
        "status-reports", at: "/chronik/zwischenstaende", shownAt: "/chronik", columns: reportColumns,
        whole: { reading in
            let counts = try StatusReport.list(in: reading.programme, reading.db).flatMap { report in
                let total = NamedEntry(name: "total", number: report.total, text: nil)
                return ([total] + report.counts).map { entry in
                    StatusCount(
                        report: report,
                        name: entry == total
                            ? reading.context.text("chronicle.reports.total") : reading.context.name(of: entry),
                        entry: entry)
                }
            }
            return try reading.entries(counts) { _ in [] }
        })

    private static let columns = [
        Column("key", text: { $0.key }),
        Column("dated_on", date: { $0.datedOn }),
        Column("ends_on", date: { $0.endsOn }),
        Column("stage", text: { $0.word(.stage, $0.stage.rawValue) }),
        Column("kind", text: { $0.context.chronicleKind($0.kind) }),
        Column("kind_key", text: { $0.kind }),
        Column("title", text: { $0.wording("title", of: $0.id, or: $0.title) }),
        Column("text", text: { $0.wording("text", of: $0.id, or: $0.text) }),
        Column("place", text: { $0.place }),
        Column(
            "figures",
            text: { entry in
                entry.figures.map { entry.context.sentence($0) }.joined(separator: "; ").ifNotEmpty
            }),
        Column("source_addresses", text: { $0.sources.map(\.url).joined(separator: " ").ifNotEmpty }),
        Column("source_note", text: { $0.sourceNote }),
        Column("confidence", text: { $0.confidence?.rawValue }),
        Column("address", text: { $0.address("/chronik#\(MatterPaths.anchor(ofTimelineEntry: $0.key))") }),
    ]

    private static let reportColumns = [
        ReportColumn("as_of", date: { $0.report.asOf }),
        ReportColumn("event", text: { $0.report.event }),
        ReportColumn("category", text: { $0.name }),
        ReportColumn("category_key", text: { $0.entry.name }),
        ReportColumn("number", number: { $0.entry.number }),
        ReportColumn("words", text: { $0.entry.text }),
        ReportColumn("state_funds_cents", number: { $0.report.stateFundsCents }),
        ReportColumn("source_addresses", text: { $0.report.sources.map(\.url).joined(separator: " ").ifNotEmpty }),
        ReportColumn("confidence", text: { $0.report.confidence?.rawValue }),
    ]
}
