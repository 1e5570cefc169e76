// SPDX-License-Identifier: EUPL-1.2

import Interchange
import Participation
import Storage

/// The progress report as a document: the same pair of day and knowledge as the page, with its pictures.
enum StocktakingExport: ExportKind {
    static let key = "stocktaking"
    /// Photographs beyond this number are left out, and the report says how many.
    static let mostPhotographs = 12

    static func subject(_ query: Query, in context: SiteContext, _ db: Connection) throws -> ExportSubject {
        let (day, _) = try pair(query, in: context, db)
        return ExportSubject(
            title: context.text("reports.stock.title", ["date": context.notation.date(day)]),
            fileStem: "fortschrittsbericht-\(day.text)", isLandscape: false)
    }

    static func rows(_ query: Query, in context: SiteContext, _ db: Connection) throws -> Int64 {
        let stocktaking = try stocktaking(query, in: context, db)
        let states = Set(stocktaking.projects.map(\.state)).count
        return Int64(
            states + stocktaking.projects.count + stocktaking.funds.count + stocktaking.indicators.count
                + stocktaking.officials.count)
    }

    static func write(_ query: Query, on paper: any PaperWriter, in context: SiteContext, _ db: Connection) throws {
        let stocktaking = try stocktaking(query, in: context, db)
        let matters = stocktaking.projects.map(\.id) + stocktaking.indicators.map(\.id)
        let texts = try ProgrammeTexts(for: context.language, of: matters, in: try context.programme.id, db)
        try paper.title(context.text("reports.stock.title", ["date": context.notation.date(stocktaking.day)]))
        try paper.paragraph(try context.programme.name(in: context.language), .strong)
        try paper.paragraph(context.knowledgeText(stocktaking.knowledge))
        try writeStates(of: stocktaking, on: paper, in: context)
        for section in StocktakingSections(stocktaking: stocktaking, texts: texts, context: context).all {
            try write(section, on: paper)
        }
        try writePhotographs(of: stocktaking, texts, on: paper, in: context, db)
    }

    /// The address of the report without its path, by which it is ordered.
    static func subject(of stocktaking: Stocktaking) -> String {
        let knowledge = stocktaking.knowledge.recordedAt.text
        return QueryText.joined([
            (StocktakingPaths.day, stocktaking.day.text), (StocktakingPaths.knowledge, knowledge),
        ]).replacing("?", with: "")
    }

    private static func pair(
        _ query: Query, in context: SiteContext, _ db: Connection
    ) throws -> (PartialDate, Knowledge) {
        try context.visitor.mayWork(in: try context.programme.id).check()
        guard let day = query.text(StocktakingPaths.day).flatMap(PartialDate.init), day.precision == .day,
            day <= context.today, let moment = query.text(StocktakingPaths.knowledge).flatMap(Moment.init(text:)),
            let knowledge = try Knowledge.at(moment, db)
        else { throw PageFault.notFound }
        return (day, knowledge)
    }

    private static func stocktaking(
        _ query: Query, in context: SiteContext, _ db: Connection
    ) throws -> Stocktaking {
        let (day, knowledge) = try pair(query, in: context, db)
        return try Stocktaking.take(on: day, asOf: knowledge, in: try context.programme.id, db)
    }

    private static func write(_ section: Section, on paper: any PaperWriter) throws {
        try paper.heading(section.heading)
        for paragraph in section.paragraphs { try paper.paragraph(paragraph.text) }
        for bullet in section.bullets?.bullets ?? [] {
            try paper.bullet([bullet.title, bullet.details].compactMap { $0 }.joined(separator: " "))
        }
        if let table = section.table {
            try paper.write(
                .table(
                    PaperTable(
                        caption: table.caption,
                        columns: table.columns.map { PaperTable.Column($0.label, share: $0.isNumber ? 2 : 3) })))
            for row in table.rows {
                try paper.write(.row(row.cells.map { PaperCell($0.text, isHeading: $0.isHeading) }))
            }
            try paper.write(.tableEnd)
        }
        if let note = section.note { try paper.paragraph(note, .slight) }
    }

    /// How the projects stand, as a bar; the words beside it say the same in the same order.
    private static func writeStates(
        of stocktaking: Stocktaking, on paper: any PaperWriter, in context: SiteContext
    ) throws {
        let states = (ProjectState.allCases as [ProjectState?] + [nil]).filter { stocktaking.count($0) > 0 }
        let parts = states.enumerated().map { index, state in
            BarPicture.Part(stocktaking.count(state), shades[index % shades.count])
        }
        guard let bar = BarPicture(parts) else { return }
        let words = states.map { state in
            let label = state.map { context.word(state: $0.rawValue) } ?? context.text("reports.stock.undated")
            return "\(label) \(context.notation.number(stocktaking.count(state)))"
        }.joined(separator: ", ")
        let caption = context.text("reports.stock.bar", ["states": words])
        try paper.write(
            .picture(PaperPicture(bar.bytes, .png, width: BarPicture.width, height: BarPicture.height, alt: caption)))
        try paper.paragraph(caption, .slight)
    }

    /// From dark to light and back, so that neighbours differ without colour as well.
    private static let shades = [
        BarPicture.Colour(26, 58, 92), .init(122, 162, 200), .init(64, 64, 64), .init(176, 176, 176),
        .init(30, 105, 70), .init(150, 200, 165), .init(120, 60, 20), .init(225, 180, 130), .init(90, 40, 90),
        .init(205, 165, 205),
    ]

    /// Public photographs of the projects, as far as Word can show them, with their rights.
    private static func writePhotographs(
        of stocktaking: Stocktaking, _ texts: ProgrammeTexts, on paper: any PaperWriter, in context: SiteContext,
        _ db: Connection
    ) throws {
        let projects = stocktaking.projects.map(\.id)
        let documents = try Document.list(of: projects, in: try context.programme.id, db).compactMap {
            photograph($0, until: stocktaking.day)
        }
        guard !documents.isEmpty else { return }
        try paper.heading(context.text("reports.stock.photographs"))
        let titles = Dictionary(
            stocktaking.projects.map { ($0.id, texts.title(of: $0.id, or: $0.title).text) },
            uniquingKeysWith: { first, _ in first })
        for (document, file, format) in documents.prefix(mostPhotographs) {
            var bytes: [UInt8] = []
            try file.forEachPiece(in: db) { bytes += $0 }
            let drawn = try RedrawnPicture(bytes, format == .png ? .png : .jpeg, longestSide: 1200)
            let alt = document.alt ?? document.title
            try paper.write(
                .picture(PaperPicture(drawn.bytes, format, width: drawn.width, height: drawn.height, alt: alt)))
            let words = [titles[document.matter], document.title, document.rights].compactMap { $0 }
            try paper.paragraph(words.joined(separator: " · "), .slight)
        }
        let more = documents.count - mostPhotographs
        if more > 0 { try paper.paragraph(context.text("reports.stock.photographs-more", count: more)) }
    }

    private static func photograph(
        _ document: Document, until day: PartialDate
    ) -> (Document, StoredFile, PaperPicture.Format)? {
        guard let file = document.file, document.datedOn.map({ $0.lastDay <= day.lastDay }) ?? true else { return nil }
        switch file.mediaType {
        case .png: return (document, file, .png)
        case .jpeg: return (document, file, .jpeg)
        case .pdf, .webp: return nil
        }
    }
}
