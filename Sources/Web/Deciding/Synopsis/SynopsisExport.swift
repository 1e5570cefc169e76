// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage

/// The synopsis as a document: the two lists, then the table, A4 across.
enum SynopsisExport: ExportKind {
    static let key = "synopsis"
    static let number = "nummer"
    private static let batchSize: Int64 = 500

    static func subject(_ query: Query, in context: SiteContext, _ db: Connection) throws -> ExportSubject {
        let rules = try rules(query, in: context, db)
        return ExportSubject(
            title: "\(context.text("synopsis.heading")): \(rules.title)", fileStem: "synopse-\(rules.number)",
            isLandscape: true)
    }

    static func rows(_ query: Query, in context: SiteContext, _ db: Connection) throws -> Int64 {
        try SynopsisPoint.count(
            of: try rules(query, in: context, db).id, try SynopsisFilter(query), on: context.today, db)
    }

    static func write(_ query: Query, on paper: any PaperWriter, in context: SiteContext, _ db: Connection) throws {
        let rules = try rules(query, in: context, db)
        let (filter, today) = (try SynopsisFilter(query), context.today)
        let total = try SynopsisPoint.count(of: rules.id, filter, on: today, db)
        try paper.title(context.text("synopsis.heading"))
        try paper.paragraph(rules.title, .strong)
        try paper.paragraph(
            context.text(
                "synopsis.print.about",
                ["count": context.text("statements.points", count: total), "day": context.notation.date(today)]))
        let turnout = try SynopsisTurnout.load(rules, db)
        for (key, names) in [("silent", turnout.silent), ("agreeing", turnout.agreeing)] {
            try paper.heading(context.text("synopsis.lists.\(key).heading"))
            try paper.paragraph(
                names.isEmpty ? context.text("synopsis.lists.none") : names.joined(separator: " · "))
        }
        try paper.heading(context.text("synopsis.caption"))
        guard total > 0 else { return try paper.paragraph(context.text("synopsis.empty.none")) }
        try paper.write(.table(table(in: context)))
        var page = ListPage(1, size: batchSize)
        while true {
            let points = try SynopsisPoint.list(of: rules.id, filter, on: today, page, db).rows
            for point in points {
                try paper.write(.row(cells(SynopsisPrintPage.Row(point, of: rules.number, today: today, in: context))))
            }
            guard Int64(points.count) == batchSize else { break }
            page = ListPage(page.number + 1, size: batchSize)
        }
        try paper.write(.tableEnd)
    }

    private static func rules(
        _ query: Query, in context: SiteContext, _ db: Connection
    ) throws -> ConsultationRules {
        let programme = try context.programme.id
        try context.visitor.mayReadSynopsis(in: programme).check()
        guard let number = try query.number(number),
            let rules = try ConsultationRules.find(number: number, in: programme, db)
        else { throw PageFault.notFound }
        return rules
    }

    private static func table(in context: SiteContext) -> PaperTable {
        let columns = [
            ("number", 5), ("sender", 12), ("reference", 13), ("text", 26), ("answer", 24), ("change", 12),
            ("office", 10),
        ]
        return PaperTable(
            caption: context.text("synopsis.caption"),
            columns: columns.map { PaperTable.Column(context.text("synopsis.columns.\($0)"), share: $1) })
    }

    private static func cells(_ row: SynopsisPrintPage.Row) -> [PaperCell] {
        [
            PaperCell(row.place, isHeading: true),
            PaperCell([[PaperRun(row.sender)], [PaperRun(row.received)]]),
            PaperCell(row.reference),
            PaperCell(
                [[PaperRun(row.kind, .strong)]] + paragraphs(row.text) + row.notes.map { [PaperRun($0, .slight)] }),
            PaperCell((row.outcome.map { [[PaperRun($0, .strong)]] } ?? []) + paragraphs(row.assessment ?? "")),
            PaperCell(row.change ?? ""),
            PaperCell([[PaperRun(row.office)], [PaperRun(row.state)]]),
        ]
    }

    private static func paragraphs(_ text: String) -> [[PaperRun]] {
        text.split(separator: "\n\n").map { [PaperRun(String($0))] }
    }
}
