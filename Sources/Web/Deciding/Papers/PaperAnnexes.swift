// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage

/// What hangs behind a decision paper: the Steckbrief of each proposal in the version that is held fast, and what was
/// said on it with the answers. A board reads them without the portal.
struct PaperAnnexes {
    private let sheets: [Sheet]
    private let synopses: [Synopsis]
    private let context: SiteContext
    private let db: Connection
    private static let batchSize: Int64 = 500

    private struct Sheet {
        let proposal: PaperAtWork.Entry.Proposal
        let title: String
        let version: Int64?
    }

    /// The points of one hearing on the proposals of the paper.
    private struct Synopsis {
        let rules: ConsultationRules
        let tables: [(filter: SynopsisFilter, title: String, count: Int64)]
    }

    init(of paper: PaperAtWork, in context: SiteContext, _ db: Connection) throws {
        self.context = context
        self.db = db
        sheets = paper.entries.compactMap { entry in
            entry.proposal.map { Sheet(proposal: $0, title: entry.title, version: entry.version) }
        }
        let sheets = sheets
        synopses = try paper.material(db).consultations.compactMap { consultation -> Synopsis? in
            guard let rules = try ConsultationRules.find(number: consultation.number, in: paper.programme, db) else {
                return nil
            }
            let tables = try sheets.map { sheet in
                var filter = SynopsisFilter()
                filter.proposal = sheet.proposal.number
                let count = try SynopsisPoint.count(of: rules.id, filter, on: context.today, db)
                return (filter: filter, title: sheet.title, count: count)
            }
            return Synopsis(rules: rules, tables: tables.filter { $0.count > 0 })
        }
    }

    /// How many rows the tables have together.
    var rowCount: Int64 { synopses.flatMap(\.tables).reduce(0) { $0 + $1.count } }

    func write(on writer: any PaperWriter) throws {
        for (index, sheet) in sheets.enumerated() { try write(sheet, number: index + 1, on: writer) }
        for (index, synopsis) in synopses.enumerated() {
            try write(synopsis, number: sheets.count + index + 1, on: writer)
        }
    }

    private func begin(_ number: Int, _ title: String, on writer: any PaperWriter) throws {
        try writer.write(.pageBreak)
        try writer.heading(context.text("papers.document.annex", ["number": String(number), "title": title]))
    }

    private func write(_ sheet: Sheet, number: Int, on writer: any PaperWriter) throws {
        let proposal = sheet.proposal
        let title = context.text(
            "papers.compose.sheet",
            [
                "number": context.notation.number(proposal.number), "title": sheet.title,
                "version": sheet.version.map { context.notation.number($0) } ?? "–",
            ])
        try begin(number, title, on: writer)
        for fact in try Proposal.facts(of: proposal.id, db) {
            try writer.heading(context.text("proposals.parts.\(fact.aspect.rawValue)"), level: 2)
            for line in fact.text.split(separator: "\n") { try writer.paragraph(String(line)) }
        }
        for answer in try Proposal.criteria(of: proposal.id, db) {
            try writer.heading(answer.criterion, level: 2)
            try writer.passage(answer.answer)
        }
        guard let version = try Proposal.versions(of: proposal.id, db).first(where: { $0.number == sheet.version })
        else { return }
        for paragraph in version.paragraphs {
            try writer.heading(context.text("proposals.paragraph", ["label": paragraph.label]), level: 2)
            try writer.passage(paragraph.text)
        }
    }

    private func write(_ synopsis: Synopsis, number: Int, on writer: any PaperWriter) throws {
        try begin(number, context.text("papers.compose.synopsis", ["title": synopsis.rules.title]), on: writer)
        guard !synopsis.tables.isEmpty else { return try writer.paragraph(context.text("synopsis.empty.none")) }
        for table in synopsis.tables {
            try writer.heading(table.title, level: 2)
            let columns = [("number", 3), ("text", 6), ("answer", 6)].map {
                PaperTable.Column(context.text("synopsis.columns.\($0)"), share: $1)
            }
            try writer.write(.table(PaperTable(caption: context.text("synopsis.caption"), columns: columns)))
            for start in stride(from: 1, through: (table.count - 1) / Self.batchSize + 1, by: 1) {
                let page = ListPage(start, size: Self.batchSize)
                let points = try SynopsisPoint.list(
                    of: synopsis.rules.id, table.filter, on: context.today, page, db)
                for point in points.rows { try writer.write(.row(cells(point, of: synopsis.rules.number))) }
            }
            try writer.write(.tableEnd)
        }
    }

    private func cells(_ point: SynopsisPoint, of consultation: Int64) -> [PaperCell] {
        let row = SynopsisPrintPage.Row(point, of: consultation, today: context.today, in: context)
        let answer = (row.outcome.map { [[PaperRun($0, .strong)]] } ?? []) + PaperCell(row.assessment ?? "").paragraphs
        return [
            PaperCell([[PaperRun(row.place, .strong)], [PaperRun(row.sender)], [PaperRun(row.reference, .slight)]]),
            PaperCell([[PaperRun(row.kind, .strong)]] + PaperCell(row.text).paragraphs),
            PaperCell(answer + (row.change.map { [[PaperRun($0, .slight)]] } ?? [])),
        ]
    }
}
